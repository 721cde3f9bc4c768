"""Takes mentions out of a question, in one pass: what is left reads as though they had never been there."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from retrieval.question.mention import Mention, MentionKind, are_listed

_BEFORE = lazy_pattern(r"(?:\b(?:in|of|at|for|during|from|by|on|the|since)\s+|截至|[在于於至到截自从從]|[,，、]\s*)$", re.IGNORECASE)
"""What leads to a park or a time, and makes no sense without it."""
_LONGEST_BEFORE = 12
_AFTER = lazy_pattern(r"(?:'s\b|[的,，、]|期间|期間)?\s*")
_SPACE_BEFORE_MARK = lazy_pattern(r"\s+(?=[?？!！,，.。;；])")
_SPACES = lazy_pattern(r"\s{2,}")


def without_mentions(text: str, mentions: Sequence[Mention], out: Collection[Mention]) -> str:
    """The text without some of its mentions, and without the words that lead to each or join it to another one."""
    spans = list(_joined(text, mentions, out))
    starts, ends = [0, *(span.end for span in spans)], [*(span.start for span in spans), len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    left = functools.reduce(_closed, pieces)
    return _SPACES.sub(" ", _SPACE_BEFORE_MARK.sub("", left)).strip(" ,，、")


def _joined(text: str, mentions: Sequence[Mention], out: Collection[Mention]) -> Iterator[Span]:
    """The spans of what is taken out; of 2021年和2022年 each goes with its 和."""
    things = [mention for mention in mentions if mention.kind is not MentionKind.ASKING or mention in out]
    starts, ends = ([mention.span[side] for mention in things] for side in (0, 1))
    for place, (one, other) in enumerate(pairwise(things)):
        if are_listed(text, one, other):
            if one in out:
                ends[place] = other.span.start
            else:
                starts[place + 1] = one.span.end
    return (Span(start, end) for thing, start, end in zip(things, starts, ends, strict=True) if thing in out)


def _closed(before: str, after: str) -> str:
    """The text on both sides of a gap, without the words that only belonged to what stood there."""
    lead, follow = _BEFORE.search(before[-_LONGEST_BEFORE:]), _AFTER.match(after)
    before = before[: len(before) - len(lead[0])] if lead else before
    after = after[follow.end() :] if follow else after
    between_words = all(char.isascii() and char.isalnum() for char in (before[-1:], after[:1]))
    return f"{before}{' ' if between_words else ''}{after}"
