"""What the reader learns from: a question, a passage with its context, and the words in it that answer, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.language.span import Span
from retrieval.text.character_pairs import character_pairs

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
    nowhere: bool = False
    """Somebody asked this and no passage answers: this one is what would be taken for an answer."""


def find_answer(text: str, answers: Sequence[str]) -> Span | None:
    """Where the first of some answers stands, whatever spaces and commas stand in it."""
    for answer in answers:
        pattern = "".join(rf"{re.escape(character)}[\s,，]?" for character in answer if not character.isspace())
        if pattern and (match := re.search(pattern, text)):
            return Span(match.start(), match.start() + len(match[0].rstrip(" ,，\n\t")))
    return None


def shortened(pair: Pair, before: int, after: int) -> Pair:
    """The sentence of the pair that answers, or has most in common with the question, and so many before and after it."""
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(pair.passage)), len(pair.passage)]
    sentences = [Span(start, end) for start, end in pairwise(ends) if end > start]
    if pair.answer:
        here = [place for place, each in enumerate(sentences) if each.start < pair.answer.end and pair.answer.start < each.end]
    else:
        asked = character_pairs(pair.question)
        alike = [len(asked & character_pairs(pair.passage[slice(*each)])) for each in sentences]
        here = [alike.index(max(alike))] if alike else []
    if not here:
        return pair
    start, end = sentences[max(0, here[0] - before)].start, sentences[min(len(sentences) - 1, here[-1] + after)].end
    answer = pair.answer and Span(pair.answer.start - start, pair.answer.end - start)
    return replace(pair, passage=pair.passage[start:end], answer=answer)


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
