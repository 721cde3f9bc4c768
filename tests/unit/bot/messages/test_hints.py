from __future__ import annotations

from datetime import date

import pytest

from bot.messages.hints import hint_for
from bot.texts.zh import ZH
from corpus.article import Article
from corpus.language.asking_words import Kind
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.question.question import Question
from retrieval.question.understanding import NamedTime
from retrieval.ranking.quote import Quote
from tests.questions import question

NUMBER = question(kind=Kind.NUMBER)


def quote(text: str, published: date | None, park: str = "沐江经开区") -> Quote:
    article = Article(text, "题", text, None, published, None, (park,), "a.txt")
    return Quote(article, 0, len(text), (Span(0, len(text)),), 1.0)


def hint(*quotes: Quote, asked: Question = NUMBER) -> str:
    return hint_for(Answer(asked, quotes, 0.9, True, "1", 1.0), ZH)


def test_reports_of_two_years_with_two_figures() -> None:
    assert hint(quote("表彰45家企业", date(2023, 2, 1)), quote("表彰53家企业", date(2024, 2, 1))) == ZH.hint_figures


@pytest.mark.parametrize(
    "other",
    [
        quote("共有45家企业", date(2024, 2, 1)),
        quote("表彰53家企业", date(2023, 2, 1)),
        quote("投资53亿元", date(2024, 2, 1)),
        quote("表彰53家", date(2024, 2, 1), "临樾高新区"),
    ],
    ids=["same figure", "same day", "other unit", "other park"],
)
def test_figures_that_do_not_contradict(other: Quote) -> None:
    assert hint(quote("表彰45家企业", date(2023, 2, 1)), other) == ""


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("占地12平方公里", "占地14平方公里", True),
        ("占地12平方公里", "厂房1200平方米", False),
        ("发电5千瓦时", "发电7千瓦时", True),
        ("第3届大会", "第15届大会", False),
        ("始于2022年", "始于2023年", False),
    ],
)
def test_only_one_unit_contradicts_itself(one: str, other: str, differ: bool) -> None:
    assert bool(hint(quote(one, date(2023, 2, 1)), quote(other, date(2024, 2, 1)))) is differ


def test_an_old_report_unless_a_time_is_asked_for() -> None:
    old = quote("表彰45家企业", date(2020, 2, 1))
    assert hint(old) == ZH.hint_old.format(year=2020)
    assert hint(old, asked=question(kind=Kind.NUMBER, asked_on=date(2021, 12, 1))) == ""
    asked_for = NamedTime("2020年", date(2020, 1, 1), date(2020, 12, 31))
    assert hint(old, asked=question(times=(asked_for,))) == ""
    newer = quote("表彰53家企业", date(2024, 2, 1))
    assert hint(old, newer, asked=question(times=(asked_for,), kind=Kind.NUMBER)) == ""
    now = NamedTime("目前", date(2024, 3, 1), date(2024, 3, 1))
    assert hint(old, asked=question(times=(now,))) == ZH.hint_old.format(year=2020)
