"""The facts of passages and of articles as rows of a table: texts as they are, numbers packed.

Numbers are little-endian, in records without padding. A sentence is start and end (4 bytes each, from the passage's start) and whether it
tells of plans (1 byte). A time is first and last day (proleptic ordinals, day 1 is 1 January of year 1) and start and end in its text (4
bytes each); before those of a passage stands the number of the sentence (4 bytes, signed), -1 for the article's title, month and parks,
and their start and end are from the passage's start, those of the context from its own. A period is the number of its sentence, first and
last day, start and end from the passage's start (4 bytes each, the last two signed) and whether it is planned (1 byte).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from struct import Struct
from typing import Any

from corpus.language.span import Span
from corpus.language.times import TimeExpression
from retrieval.text.article_facts import ArticleFacts
from retrieval.text.park_name import ParkName
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, SentenceFacts
from retrieval.text.periods import Period

ARTICLE_COLUMNS = "context TEXT NOT NULL, lead TEXT NOT NULL, parks TEXT NOT NULL, times BLOB NOT NULL"
PASSAGE_COLUMNS = "text TEXT NOT NULL, chinese INTEGER NOT NULL, sentences BLOB NOT NULL, times BLOB NOT NULL, periods BLOB NOT NULL"

Row = tuple[Any, ...]

_SENTENCE = Struct("<II?")
_TIME = Struct("<IIII")
_PLACED_TIME = Struct("<iIIII")
_PERIOD = Struct("<IIIii?")
_CONTEXT = -1


def article_row(facts: ArticleFacts) -> Row:
    """The values of `ARTICLE_COLUMNS`."""
    times = b"".join(_TIME.pack(*_numbers(time)) for time in facts.times)
    return facts.context, facts.lead, json.dumps(facts.parks, ensure_ascii=False), times


def read_article_row(row: Row) -> ArticleFacts:
    """What was written with `article_row`."""
    context, lead, parks, times = row
    own_times = tuple(_time(*numbers) for numbers in _TIME.iter_unpack(times))
    return ArticleFacts(context, lead, tuple(ParkName(*park) for park in json.loads(parks)), own_times)


def passage_row(facts: PassageFacts) -> Row:
    """The values of `PASSAGE_COLUMNS`."""
    start = facts.passage.start
    spans = (_SENTENCE.pack(each.span.start - start, each.span.end - start, each.plans) for each in facts.sentences)
    return facts.text, facts.chinese, b"".join(spans), b"".join(_placed_times(facts)), b"".join(_periods(facts))


def read_passage_row(passage: Passage, article: ArticleFacts, row: Row) -> PassageFacts:
    """What was written with `passage_row`."""
    text, chinese, spans, times, periods = row
    start = passage.start
    told: dict[int, list[TimeExpression]] = {}
    for place, *numbers in _PLACED_TIME.iter_unpack(times):
        told.setdefault(place, []).append(_time(*numbers, shift=0 if place == _CONTEXT else start))
    of: dict[int, list[Period]] = {}
    for place, first, last, begins, ends, planned in _PERIOD.iter_unpack(periods):
        span = Span(begins + start, ends + start)
        of.setdefault(place, []).append(Period(date.fromordinal(first), date.fromordinal(last), planned, span))
    sentences = tuple(
        SentenceFacts(Span(first + start, last + start), line, plans, tuple(told.get(place, ())), tuple(of.get(place, ())))
        for place, ((first, last, plans), line) in enumerate(zip(_SENTENCE.iter_unpack(spans), text.split("\n"), strict=False))
    )
    return PassageFacts(passage, article, text, bool(chinese), sentences, tuple(told.get(_CONTEXT, ())))


def _placed_times(facts: PassageFacts) -> Iterator[bytes]:
    yield from (_PLACED_TIME.pack(_CONTEXT, *_numbers(time)) for time in facts.context_times)
    for place, sentence in enumerate(facts.sentences):
        yield from (_PLACED_TIME.pack(place, *_numbers(time, facts.passage.start)) for time in sentence.times)


def _periods(facts: PassageFacts) -> Iterator[bytes]:
    start = facts.passage.start
    for place, sentence in enumerate(facts.sentences):
        for first, last, planned, span in sentence.periods:
            yield _PERIOD.pack(place, first.toordinal(), last.toordinal(), span.start - start, span.end - start, planned)


def _numbers(time: TimeExpression, start: int = 0) -> Iterable[int]:
    return time.first.toordinal(), time.last.toordinal(), time.span.start - start, time.span.end - start


def _time(first: int, last: int, start: int, end: int, *, shift: int = 0) -> TimeExpression:
    return TimeExpression(date.fromordinal(first), date.fromordinal(last), Span(start + shift, end + shift))
