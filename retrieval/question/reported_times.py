"""The times of a question as reports write them: 23年1-6月 as 2023年上半年, 23GDP as 2023年GDP, growth without the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from corpus.language.asked_years import asked_years_in_full
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.parts_of_years import parts_by_name
from corpus.language.rewriting import Edit, rewritten_text
from corpus.language.script import unified
from corpus.language.span import Span
from corpus.language.written_years import years_in_full
from corpus.language.year_before import without_year_before
from retrieval.question.plain_text import PlainText
from retrieval.question.splicing import is_chinese

_Rewriting = Callable[[str], Iterable[Edit]]
_HYPHEN = lazy_pattern(r"(?<=first|third)-(?=quarter\b)|(?<=second|fourth)-(?=quarter\b)")
_STOP = lazy_pattern(r"(?<=\b(?:19|20)\d\d)\.(?=\s|$)")
"""Behind a year; in a text of reports it may be a number's."""


def in_reported_times(text: str) -> str:
    """A text as typed, but with its times as reports write them."""
    for rewriting in _rewritings(text):
        text = rewritten_text(text, rewriting(unified(text)))
    return text


def plain_in_reported_times(plain: PlainText) -> PlainText:
    """The same of a plain text, whose characters go on knowing where they stand in the text as typed."""
    for rewriting in _rewritings(plain.text):
        plain = plain.rewritten(rewriting(plain.text))
    return plain


def _rewritings(text: str) -> tuple[_Rewriting, ...]:
    """One after the other: in what one has written the next one looks. English has its own ways, of which only the years are rewritten."""
    return (parts_by_name, years_in_full, asked_years_in_full, without_year_before) if is_chinese(text) else (years_in_full, _english_times)


def _english_times(text: str) -> Iterator[Edit]:
    """First-quarter as first quarter, and a year at the end without what ends the sentence."""
    yield from (Edit(Span(*match.span()), " ") for pattern in (_HYPHEN, _STOP) for match in pattern.finditer(text))
