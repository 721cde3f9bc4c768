"""Questions about the day of an event."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.same_day import Tied, day_told, tied_to_event
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import facts_of
from tests.park_reports import article

DAY = date(2023, 3, 8)


@pytest.mark.parametrize(
    ("question", "asked", "event", "dated"),
    [
        ("青屏园区开园的当天，来了多少人", "来了多少人", "青屏园区开园", "2023年3月8日来了多少人"),
        ("青屏园区开园当月,来了多少人", "来了多少人", "青屏园区开园", "2023年3月来了多少人"),
        ("青屏园区开园同年，来了多少人", "来了多少人", "青屏园区开园", "2023年来了多少人"),
    ],
)
def test_what_is_asked_gets_the_day_of_the_event(question: str, asked: str, event: str, dated: str) -> None:
    tied = tied_to_event(question)
    assert isinstance(tied, Tied)
    assert (tied.asked, tied.event, tied.on(DAY)) == (asked, event, dated)


@pytest.mark.parametrize("question", ["当天来了多少人", "青屏园区当天的客流", ""])
def test_nothing_gives_the_day(question: str) -> None:
    assert tied_to_event(question) is None


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("2023年，园区于3月8日开园。", date(2023, 3, 9), DAY),
        ("园区在2023年3月8日开园，2024年3月9日扩建。", None, DAY),
        ("园区在2023年开园。", date(2023, 3, 9), date(2023, 3, 9)),
        ("园区开园。", None, None),
    ],
)
def test_the_day_that_a_passage_tells(text: str, published: date | None, day: date | None) -> None:
    passage = Passage(article("opening", text, published=published), 0, len(text))
    [facts] = facts_of([passage], Analyzer())
    assert day_told(facts, date(2024, 6, 15)) == day
