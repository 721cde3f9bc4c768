"""The answer to one question: quotes, best first, or the fact that nothing was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from retrieval.quote import Quote
from retrieval.understanding import Understanding

if TYPE_CHECKING:
    from retrieval.explanation import Explanation


@dataclass(frozen=True, slots=True)
class Answer:
    """`quotes` come best first, also below the threshold: then `found` is False and they are only the nearest texts."""

    question: str
    asked_on: date
    quotes: tuple[Quote, ...]
    confidence: float
    """How sure the first quote is to answer the question, 0 to 1."""
    found: bool
    index_version: str
    took_ms: float
    ranking: tuple[str, ...] = ()
    """Ids of all articles that came into question, best first; more than are quoted."""
    understood: Understanding = field(default_factory=Understanding)
    explanation: Explanation | None = None
    """Only where it was asked for."""
