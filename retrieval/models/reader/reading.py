"""What the reader says of a question and a passage."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.language.span import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """How surely the passage answers, and in which words."""

    answers: float
    """Log odds that the passage answers."""
    span: Span
    """The words that answer best, whether or not the passage answers; offsets into the passage."""
    span_lead: float
    """By how much they outscore "none of it" (Devlin et al. 2019, on SQuAD 2.0)."""
    repeats: bool = False
    """Whether the words are the question's own, where it asks what there is of them: 十二条 of 新政十二条有哪些."""
