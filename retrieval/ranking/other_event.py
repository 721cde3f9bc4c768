"""Whether a report is of another event than the one that a question calls by its time: 2025年工作会议, 2022年的扶持措施."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.times import TimeExpression
from retrieval.ranking.time_agreement import LONG_PERIOD
from retrieval.text.article_facts import ArticleFacts
from retrieval.text.passage_facts import SentenceFacts
from retrieval.text.periods import Period

REPORTED_AFTER = timedelta(days=3)
"""From an event, up to which it is told as what was."""
_EVENT = lazy_pattern(
    r"那一?[次回场起]|[^，,。；;、\s]{0,12}?(?:工作会|工作报告(?!.*(?:多少|几))|[^，,。；;、\s年]会(?=[上谁议的]|[表奖][彰励])|会议|大会|年会|论坛|峰会|座谈会|仪式|活动|夏令营|集中(?:开工|签约)"
    r"|的?[^，,。；;、\s\d]{0,10}?(?:措施|实施细则|管理办法|若干意见)(?!.*(?:兑现|发放|拨付|惠及|落实))"
    r"|(?:开工|签约|落户|成立|投产|批复|设立|举办|召开|启动|引进|认定|获批)的|(?<!评)奖(?![励金补])|称号|名单|榜单|[^,.;]{0,20}?\b(?:meeting|conference|forum|summit|ceremony|expo)\b)",
    re.IGNORECASE,
)
"""What makes of a time a name: it tells which event is asked about, and not of when its figures are."""
_MEETING = lazy_pattern(r"[^，,。；;、\s\d]{0,12}?(工作会|大会|年会|论坛|峰会|座谈会|推进会)")
"""What is held every year and called by its year."""


class OtherEvent:
    """Compares reports with the events that one question calls by their times."""

    def __init__(self, text: str, times: Iterable[TimeExpression]) -> None:
        self.times = [time for time in times if _EVENT.match(text, time.span.end)]
        named = next((_MEETING.match(text, time.span.end) for time in self.times), None)
        self._meeting = named[1] if named else ""

    def found_in(
        self, sentence: SentenceFacts, article: ArticleFacts, published: date | None, without_year: Collection[TimeExpression]
    ) -> bool:
        """Whether the article is of none of them; of `without_year`, those of which no year is said, the year of the report is meant."""
        held_then = published is not None and any(want.first.year <= published.year <= want.last.year for want in self.times)
        if self._meeting and not held_then and _is_other_meeting(self.times, self._meeting, f"{article.head}\n{sentence.text}"):
            return True
        asked = [_in_year_of(published, time) if published and time in without_year else time for time in self.times]
        return is_other_event(asked, times_told(sentence, article, published))


def times_told(sentence: SentenceFacts, article: ArticleFacts, published: date | None) -> Iterator[TimeExpression | Period]:
    """The times that a sentence and its article tell."""
    yield from article.times
    yield from sentence.times
    yield from sentence.periods
    if published:
        yield TimeExpression(published - REPORTED_AFTER, published, Span(0, 0))


def is_other_event(asked: Sequence[TimeExpression], told: Iterable[TimeExpression | Period]) -> bool:
    """Whether times are told, none of them too long to date an event, and none overlaps one that is asked for."""
    times = [(time.first, time.last) for time in told if time.days <= LONG_PERIOD]
    return bool(times) and not any(want.first <= last and first <= want.last for first, last in times for want in asked)


def _is_other_meeting(asked: Sequence[TimeExpression], kind: str, told: str) -> bool:
    """Whether meetings of a kind are told by their years, and none is of one asked for: 2022年度工作会议, which looks back on 2021."""
    held = {int(match[1]) for match in re.finditer(rf"(\d{{4}})年度?(?!以来)[^，,。；;、\s\d]{{0,8}}?{kind}", told)}
    return bool(held) and not any(want.first.year <= year <= want.last.year for want in asked for year in held)


def _in_year_of(published: date, time: TimeExpression) -> TimeExpression:
    """A time without a year as a report means it: 29 February may be the 28th."""
    first, last = (day.replace(year=published.year, day=min(day.day, 28) if day.month == 2 else day.day) for day in (time.first, time.last))
    return replace(time, first=first, last=last)
