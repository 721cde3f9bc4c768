"""The one thing that retrieval asks of a second, slower look at the best passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from retrieval.ranking.ranker import Ranked


class Reranker(Protocol):
    """Puts ranked passages into a better order."""

    def rerank(self, parts: Sequence[str], rankings: Sequence[Sequence[Ranked]]) -> list[list[Ranked]]:
        """The rankings of the parts of one question, each with the same passages, best first by their new scores."""
        ...
