"""Makes traps out of questions: the same park and words, but another part of the year, office, phase or measure, that no report tells."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.splicing import spliced
from retrieval.question.years import bare_year

_WORDS: dict[str, list[str]] = tomllib.loads(files("retrieval.evaluation").joinpath("slot_words.toml").read_text(encoding="utf-8"))
CITIES = _WORDS["cities"]
_EXCHANGED = ("offices", "phases", "measures")


def slot_traps(question: Question, reports: Sequence[str], lot: Callable[[str], int]) -> Iterator[str]:
    """The question with one slot changed to what none of the reports on its park tells; `lot` picks one alternative by the text."""
    if part := _picked(_silent(_WORDS["parts_of_year"], reports), lot(question.text)):
        yield from _in_part_of_year(question, part)
    for words in map(_WORDS.__getitem__, _EXCHANGED):
        asked = next((word for word in words if word in question.text), None)
        if asked and (other := _picked(_silent(words, reports), lot(question.text))):
            yield question.text.replace(asked, other)


def _in_part_of_year(question: Question, part: str) -> Iterator[str]:
    """2022年上半年 for 2022年, where that is the only time named."""
    times = question.of(MentionKind.TIME)
    if len(times) == 1 and bare_year(times[0].text) is not None:
        yield spliced(question.text, [(times[0].span, f"{times[0].text.removesuffix('年')}年{part}")])


def _silent(words: Sequence[str], reports: Sequence[str]) -> list[str]:
    return [word for word in words if not any(word in report for report in reports)]


def _picked(words: Sequence[str], lot: int) -> str | None:
    return words[lot % len(words)] if words else None
