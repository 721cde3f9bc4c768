"""Tells in a line what was understood of a question: 我的理解：园区 沐江经开区 · 时间 2021年."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.messages.one_line import one_line
from bot.messages.period import period
from bot.texts.wording import Texts
from corpus.language.asking_words import Kind
from corpus.language.english_park_names import english_name
from retrieval.question.understanding import Understanding

LINE_LENGTH = 300
"""Characters; a question may name any number of times."""


def understood_line(understood: Understanding, texts: Texts, *, in_english: bool = False) -> str:
    """Parks, times, what is asked for and the parts, as far as they were understood; empty where nothing was.

    With `in_english` parks go by their English names, as in the question.
    """
    if in_english:
        understood = replace(understood, parks=tuple(map(english_name, understood.parks)))
    found = " · ".join(_found(understood, texts))
    return one_line(texts.understood.format(found=found), LINE_LENGTH) if found else ""


def _found(understood: Understanding, texts: Texts) -> Iterator[str]:
    if understood.parks:
        yield texts.understood_parks.format(parks=texts.comma.join(understood.parks))
    if understood.times:
        periods = dict.fromkeys(period(time.first, time.last, texts) for time in understood.times)
        yield texts.understood_times.format(times=texts.comma.join(periods))
    if understood.kind is not Kind.OTHER:
        yield texts.understood_kind.format(kind=texts.kinds[understood.kind])
    if understood.parts:
        parts = texts.comma.join(texts.quoted.format(text=part) for part in understood.parts)
        yield texts.understood_parts.format(parts=parts)
