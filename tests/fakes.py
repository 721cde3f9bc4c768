"""Small deterministic stand-ins for parts that are slow or far away."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np

from retrieval.models.embedder import Vectors


class HashingEmbedder:
    """An embedder without a model: texts that share character bigrams get similar vectors.

    A pure function of the text. Every bigram adds +1 or -1 to one of `dimension` components, both chosen by its hash
    (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). Queries and passages are embedded alike.
    `encoded` counts the passages embedded so far, so that a test can see what a cache saved.
    """

    def __init__(self, dimension: int = 64) -> None:
        self.dimension = dimension
        self.fingerprint = f"fake:hashing:{dimension}"
        self.encoded = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for bigram in pairwise(f"\x02{text}\x03"):
                digest = int.from_bytes(blake2b("".join(bigram).encode("utf-8", "replace"), digest_size=8).digest(), "little")
                vectors[row, (digest >> 1) % self.dimension] += 1.0 if digest & 1 else -1.0
            if not vectors[row].any():
                vectors[row, 0] = 1.0
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors
