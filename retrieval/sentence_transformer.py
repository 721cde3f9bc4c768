"""Any model of the sentence-transformers library, by name or folder. It brings torch: 3-6 seconds and 400 MB before the first text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from retrieval.bundled_model import Precision
from retrieval.embedder import Vectors
from retrieval.errors import EmbedderUnavailable
from retrieval.model_digest import model_digest
from retrieval.openmp import openmp

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

E5_NAME = re.compile(r"(?:^|[-_])e5[-_](?!.*(?:instruct|mistral))", re.IGNORECASE)
E5_PROMPTS = {"query": "query: ", "document": "passage: "}
"""Without them the models of Wang et al. 2022 ("Text Embeddings by Weakly-Supervised Contrastive Pre-training") rank much worse."""

WEIGHTS_AND_SETTINGS = {".safetensors", ".bin", ".json", ".txt", ".model", ".onnx"}


class SentenceTransformerEmbedder:
    """Embeds queries and passages with the prompts that the model defines, or with those of E5 where its name says so."""

    def __init__(self, model: str, precision: Precision = "float32") -> None:
        """Load `model`, a folder or a name on the Hugging Face hub. Raises EmbedderUnavailable."""
        self._model = _load(model, precision)
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
        return _unit_length(self._model.encode_document(_encodable(texts), batch_size=self._batch_size, show_progress_bar=False))


def _load(model: str, precision: Precision) -> SentenceTransformer:
    try:
        with openmp("OMP_WAIT_POLICY", "passive"):  # threads that spin while they wait quarter the speed beside another busy process
            from sentence_transformers import SentenceTransformer

        _quieten()
        load = partial(SentenceTransformer, model, model_kwargs={"dtype": precision})
        try:
            return load(local_files_only=True)  # what was downloaded before is used as it is: the hub is not asked for a newer one
        except Exception:
            if Path(model).exists():
                raise
            return load()
    except Exception as error:  # A damaged file, a name unknown to the hub, no network: the libraries raise a dozen kinds.
        reason = next(iter(str(error).splitlines()), "").rstrip(".") or type(error).__name__
        remedy = "Give the folder of a sentence-transformers model, or a name on huggingface.co with the network up, or `bundled`"
        raise EmbedderUnavailable(f"The embedding model {model!r} cannot be loaded: {reason}. {remedy}") from error


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
