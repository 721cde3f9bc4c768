"""Any model of the sentence-transformers library, by name or folder: embedders and cross-encoders.

The library brings torch: 3-6 seconds and 400 MB before the first text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import EmbedderUnavailable, RerankerUnavailable
from retrieval.models.bundled_model import Precision
from retrieval.models.embedder import Vectors
from retrieval.models.model_digest import model_digest
from retrieval.models.openmp import openmp

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer

    from retrieval.models.device_pool import DevicePool

Model = TypeVar("Model")

E5_NAME = re.compile(r"(?:^|[-_])e5[-_](?!.*(?:instruct|mistral))", re.IGNORECASE)
E5_PROMPTS = {"query": "query: ", "document": "passage: "}
"""Without them the models of Wang et al. 2022 ("Text Embeddings by Weakly-Supervised Contrastive Pre-training") rank much worse."""

LONGEST_PAIR = 512
"""Tokens of question and text together that a cross-encoder reads; some would take thousands, and their time."""

WEIGHTS_AND_SETTINGS = {".safetensors", ".bin", ".json", ".txt", ".model", ".onnx"}


class SentenceTransformerEmbedder:
    """Embeds queries and passages with the prompts that the model defines, or with those of E5 where its name says so."""

    def __init__(self, model: str, precision: Precision = "float32", pool: DevicePool | None = None) -> None:
        """Load `model`, a folder or a name on the Hugging Face hub. Raises EmbedderUnavailable."""
        self._model, self._pool = _load_embedder(model, precision), pool
        if not any(self._model.prompts.values()) and E5_NAME.search(Path(model).name):
            self._model.prompts = dict(E5_PROMPTS)
        self.fingerprint = _fingerprint(model, self._model)
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self._batch_size = 16 if self._model.device.type == "cpu" else 128

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        return _unit_length(self._model.encode_query(_encodable(texts), batch_size=self._batch_size, show_progress_bar=False))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Best called with hundreds of texts: they are sorted by length, so that little of a batch is padding."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        if self._pool and self._pool.is_worth(len(texts)):
            return _unit_length(self._pool.encode(self._model, _encodable(texts)))
        return _unit_length(self._model.encode_document(_encodable(texts), batch_size=self._batch_size, show_progress_bar=False))


class PairScorer:
    """Scores with a cross-encoder how well texts answer a question; safe to use from several threads."""

    def __init__(self, model: str, precision: Precision = "float32") -> None:
        """Load `model`, a folder or a name on the Hugging Face hub, and try it. Raises RerankerUnavailable."""
        self._lock = Lock()  # a tokenizer serves one thread at a time
        try:
            self._model = _load_cross_encoder(model, precision)
            _check(self("园区", ["开发区", "天气"]))
        except Exception as error:
            remedy = "Give the folder of a cross-encoder, or a name on huggingface.co with the network up, or leave reranker.model empty"
            raise RerankerUnavailable(f"The cross-encoder {model!r} cannot be loaded: {_reason(error)}. {remedy}") from error

    def __call__(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """A score for each text, shape (n,)."""
        asked, *encodable = _encodable([question, *texts])
        with self._lock:
            pairs = [(asked, text) for text in encodable]
            return np.asarray(self._model.predict(pairs, batch_size=len(pairs), show_progress_bar=False), dtype=np.float32)


def _load_embedder(model: str, precision: Precision) -> SentenceTransformer:
    try:
        _import_library()
        from sentence_transformers import SentenceTransformer

        return _load(SentenceTransformer, model, precision)
    except Exception as error:  # A damaged file, a name unknown to the hub, no network: the libraries raise a dozen kinds.
        remedy = "Give the folder of a sentence-transformers model, or a name on huggingface.co with the network up, or `bundled`"
        raise EmbedderUnavailable(f"The embedding model {model!r} cannot be loaded: {_reason(error)}. {remedy}") from error


def _load_cross_encoder(model: str, precision: Precision) -> CrossEncoder:
    """Raises whatever the libraries raise, and ValueError for a model that was never trained to score pairs."""
    _import_library()
    from sentence_transformers import CrossEncoder
    from torch.nn import Identity

    loaded: CrossEncoder = _load(CrossEncoder, model, precision)
    trained_as = getattr(loaded.config, "architectures", None)
    if trained_as and type(loaded.model).__name__ not in trained_as:  # the library has given it a last layer of random numbers
        raise ValueError(f"it is a {trained_as[0]}, which gives no scores")
    loaded.max_seq_length = min(loaded.max_seq_length or LONGEST_PAIR, LONGEST_PAIR)
    loaded.activation_fn = Identity()  # squeezed into 0 to 1, the best would all be 1
    return loaded


def _check(scores: NDArray[np.float32]) -> None:
    if scores.ndim > 1:
        raise ValueError(f"it gives {scores.shape[1]} scores for a pair instead of one")
    if not np.isfinite(scores).all():
        raise ValueError("its scores are not finite numbers")


def _import_library() -> None:
    with openmp("OMP_WAIT_POLICY", "passive"):  # threads that spin while they wait quarter the speed beside another busy process
        import sentence_transformers  # noqa: F401
    _quieten()


def _load(kind: Callable[..., Model], model: str, precision: Precision) -> Model:
    load = partial(kind, model, model_kwargs={"dtype": precision})
    try:
        return load(local_files_only=True)  # what was downloaded before is used as it is: the hub is not asked for a newer one
    except Exception:
        if Path(model).exists():
            raise
        return load()


def _reason(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "").rstrip(".") or type(error).__name__


def _quieten() -> None:
    """No reports and bars from the libraries below: the caller shows progress, and errors arrive as exceptions."""
    from huggingface_hub.utils import logging as hub_logging
    from transformers.utils import logging as transformers_logging

    hub_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]


def _encodable(texts: Sequence[str]) -> list[str]:
    """A lone surrogate, which has no UTF-8, becomes a question mark."""
    return [text.encode("utf-8", "replace").decode() for text in texts]


def _unit_length(vectors: Vectors) -> Vectors:
    """What a model of bfloat16 calls unit length is off by up to a thousandth."""
    vectors = np.asarray(vectors, dtype=np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.finfo(np.float32).tiny)
    return vectors


def _fingerprint(name: str, model: SentenceTransformer) -> str:
    """The name with the revision of the hub; for a folder its own name with a digest, so that it may be moved."""
    folder = Path(name)
    if folder.is_dir():
        files = sorted(path for path in folder.rglob("*") if path.suffix in WEIGHTS_AND_SETTINGS)
        return f"sentence-transformers:{folder.resolve().name}:{model_digest(files)}"
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    revision = getattr(config, "_commit_hash", None) or "unknown-revision"
    return f"sentence-transformers:{name}:{revision[:12]}"
