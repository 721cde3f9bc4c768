"""What the reader learns from: a question, a passage with its context, and the words in it that answer, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.language.span import Span

_SENTENCE_END = re.compile(r"[。！？\n]")
LEAST_LEFT = 40
"""Characters below which a passage without its answering sentence teaches nothing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """All texts in simplified characters, as the reader is asked."""

    question: str
    context: str
    passage: str
    answer: Span | None
    """In the passage; None where it does not answer."""


def find_answer(text: str, answers: Sequence[str]) -> Span | None:
    """Where the first of some answers stands, whatever spaces and commas stand in it."""
    for answer in answers:
        pattern = "".join(rf"{re.escape(character)}[\s,，]?" for character in answer if not character.isspace())
        if pattern and (match := re.search(pattern, text)):
            return Span(match.start(), match.start() + len(match[0].rstrip(" ,，\n\t")))
    return None


def without_answer(pair: Pair) -> Pair | None:
    """The pair without the sentence that answers; None where it is no longer a passage, or still answers."""
    if pair.answer is None:
        return None
    text, answer = pair.passage, pair.answer
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, answer.start)), default=0)
    stop = next((end.end() for end in _SENTENCE_END.finditer(text, answer.end)), len(text))
    left = text[:start] + text[stop:]
    if len(left) < LEAST_LEFT or text[slice(*answer)] in left:
        return None
    return replace(pair, passage=left, answer=None)
