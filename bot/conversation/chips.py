"""The parks and times of a question, as things that can be taken out of it again."""

from __future__ import annotations

from retrieval.question.mention import SUBJECTS, Mention, MentionKind
from retrieval.question.question import Question


def chips_of(question: Question) -> tuple[Mention, ...]:
    """The parks and places, then the times, each in the order of the text."""
    return question.of(*SUBJECTS) + question.of(MentionKind.TIME)
