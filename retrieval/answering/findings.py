"""What was found for a question, before it is an answer."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.answering.ranked_part import RankedPart
from retrieval.answering.side import Side
from retrieval.question.question import Question
from retrieval.ranking.quote import Quote


@dataclass(frozen=True, slots=True)
class Findings:
    """The quotes of a question, how sure they are, and what they were chosen from."""

    question: Question
    parts: tuple[RankedPart, ...]
    quotes: tuple[Quote, ...]
    confidence: float
    ranking: tuple[str, ...]
    """Ids of all articles that came into question, best first."""
    sides: tuple[Side, ...] = ()
    leaves_out: bool = False
    """Whether there are, or were asked for, earlier years of a series than its sides."""
    listed: int = 0
    """How many articles tell of what all reports are asked for that do; 0 where an answer is asked for."""
    aside: tuple[Quote, ...] = ()
    """Further ones, of something else than asked for."""
    differ: bool = False
    """Whether the first two quotes give different figures for the same thing."""
