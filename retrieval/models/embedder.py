"""The one thing that retrieval asks of an embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Row vectors of unit length, float32, shape (n, dimension)."""

FEW_PASSAGES = 32
"""Up to here an embedder may do its first passages another way than those that follow, which is ready sooner; the vectors are the same.
A reindex with workers does so many itself, and a worker so many before its first batch: then all are past them."""


class Embedder(Protocol):
    """Text to vectors; a query and a passage are embedded differently."""

    @property
    def fingerprint(self) -> str:
        """Names the model and everything else that its vectors depend on; equal fingerprints mean comparable vectors."""
        ...

    @property
    def dimension(self) -> int: ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors: ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors: ...
