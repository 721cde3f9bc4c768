"""One part of a question with what was found for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.question.question import Question
from retrieval.ranking.part_reading import PartReading
from retrieval.ranking.ranker import Ranked

Keep = Callable[[Question, Ranked], bool]
"""Whether a passage may answer a question."""


@dataclass(frozen=True, slots=True)
class RankedPart:
    """One part of a question and what was found for it, best first: all of it, and what is left to answer from."""

    question: Question
    ranked: list[Ranked]
    folded: list[Ranked]
    """Without near-duplicates; of a side of a comparison, without what is none of it."""
    reading: PartReading | None = None
    """None where nothing reads."""
