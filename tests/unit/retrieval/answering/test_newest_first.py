"""Where no time is asked for, the newest of the reports that tell the same goes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.answering.newest_first import NEAR, newest_first
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.reading import read_question
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

WEIGHTS = {"reader answers": 4.0, "reader span": 2.0}
PARK = "青屏经开区"


def told(year: int, text: str, answer: str = "", *, score: float = 10.0, read: float = 0.5, park: str = PARK, **features: float) -> Ranked:
    """A sentence of a report of the January after a year."""
    source = article(f"{year}-{text}", text, published=date(year + 1, 1, 20), parks=(park,))
    given = {"reader answers": read, "reader span": read, **{name.replace("_", " "): value for name, value in features.items()}}
    found = evidence_of(Passage(source, 0, len(text)), Span(0, len(text)), given)
    start = text.find(answer)
    return Ranked(replace(found, answer=Span(start, start + len(answer)) if answer else None), score + 6 * read)


def order(analyzer: Analyzer, asked: str, *ranked: Ranked) -> list[str]:
    question = read_question(asked, date(2024, 6, 1), analyzer, Gazetteer())
    found = newest_first(question, ranked, WEIGHTS, analyzer.dictionary_words)
    return [each.evidence.passage.article.text for each in found]


def test_the_newest_figure_goes_first_and_the_one_that_led_second(analyzer: Analyzer) -> None:
    old, newer = told(2021, "2021年实现工业产值31亿元。", "31亿元", read=0.7), told(2022, "2022年工业产值达到35亿元。")
    newest = told(2023, "全区去年产值稳步走高，2023年完成工业产值38亿元。", read=0.2)
    texts = [each.evidence.passage.article.text for each in (old, newer, newest)]
    assert order(analyzer, "青屏经开区工业产值是多少", old, newer, newest) == [texts[2], texts[0], texts[1]]
    assert order(analyzer, "青屏经开区2021年工业产值是多少", old, newer, newest) == texts


@pytest.mark.parametrize(
    "other",
    [
        told(2023, "2023年农业产值35亿元。"),
        told(2023, "2023年工业产值增长9%。"),
        told(2023, "2023年工业产值力争达到38亿元。"),
        told(2023, "2023年上半年实现工业产值18亿元。"),
        told(2020, "2020年实现工业产值28亿元。"),
        told(2023, "2023年实现工业产值38亿元。", park="临川高新区"),
        told(2023, "2023年实现工业产值38亿元。", score=10 - NEAR - 0.1),
        told(2023, "2023年实现工业产值38亿元。", other_respect=1.0),
        told(2023, "2023年实现工业产值38亿元。", other_subject=1.0),
    ],
    ids=lambda each: each.evidence.passage.article.text,
)
def test_what_tells_something_else_or_less_well_stays_behind(analyzer: Analyzer, other: Ranked) -> None:
    old = told(2021, "2021年实现工业产值31亿元。", "31亿元")
    assert order(analyzer, "青屏经开区工业产值是多少", old, other)[0] == old.evidence.passage.article.text


def test_the_newest_holder_of_an_office_goes_first(analyzer: Analyzer) -> None:
    old, other = told(2021, "管委会主任顾南枝作了报告。", "顾南枝", read=1.0), told(2023, "管委会主任段云起会见了客人。")
    texts = [each.evidence.passage.article.text for each in (old, other)]
    assert order(analyzer, "青屏经开区管委会主任是谁", old, other) == texts[::-1]
    assert order(analyzer, "青屏经开区前任管委会主任是谁", old, other) == texts
    assert order(analyzer, "青屏经开区管委会副主任是谁", old, other) == texts
    assert order(analyzer, "青屏经开区管委会主任是谁", old, told(2023, texts[1], read=0.1)) == texts
    assert order(analyzer, "青屏经开区管委会主任是谁", old, told(2023, "管委会主任顾南枝会见了客人。"))[0] == texts[0]
    assert order(analyzer, "青屏经开区管委会主任是谁") == []
