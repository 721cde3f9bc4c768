"""What an answering sentence is of: only what is sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.reading import read_question
from retrieval.ranking.quoting import cut_quotes
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.scope import Scope
from retrieval.ranking.scoping import with_scopes
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

ANALYZER = Analyzer()
TITLE = "云澜经开区2022年经济运行情况"
PARKS = ("云澜经济技术开发区",)
PARK = ("云澜经开区",)


def scope_of(
    sentence: str, *, title: str | None = TITLE, lead: str = "", parks: tuple[str, ...] = PARKS, asked: str = "出口多少", answer: str = ""
) -> Scope:
    """Of a sentence that stands after a lead in a report of January 2023, with the words of it that answer."""
    source = article("a", lead + sentence, title=title, published=date(2023, 1, 18), parks=parks)
    best = Span(len(lead), len(source.text))
    found, start = evidence_of(Passage(source, 0, len(source.text)), best, {}), source.text.find(answer, len(lead))
    ranked = [Ranked(replace(found, answer=Span(start, start + len(answer)) if answer else None), 1.0)]
    question = read_question(asked, date(2023, 6, 1), ANALYZER, Gazetteer())
    (quote,) = with_scopes(cut_quotes(ranked, 1, 100), ranked, question, ANALYZER.normalize)
    return quote.scope


def of(first: tuple[int, int, int], last: tuple[int, int, int], *, planned: bool = False) -> Scope:
    return Scope(PARK, date(*first), date(*last), planned)


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("进出口总额61.8亿元，增长18.2%。", of((2022, 1, 1), (2022, 12, 31))),
        ("2022年上半年进出口总额30.1亿元。", of((2022, 1, 1), (2022, 6, 30))),
        ("上半年进出口总额30.1亿元。", of((2022, 1, 1), (2022, 6, 30))),  # told in January
        ("截至2021年底，规模以上企业207家。", of((2021, 11, 1), (2021, 12, 31))),
        ("2023年进出口总额力争达到70亿元。", of((2023, 1, 1), (2023, 12, 31), planned=True)),
        ("3月18日，17个项目集中开工。", of((2022, 3, 18), (2022, 3, 18))),
        ("2018年9月开园以来，已有63家企业毕业。", Scope(PARK)),
    ],
)
def test_the_time_of_its_figures(sentence: str, scope: Scope) -> None:
    assert scope_of(sentence) == scope


def test_the_day_of_a_meeting_is_not_the_time_of_what_is_told_there() -> None:
    assert scope_of("园区现有企业300家。", title="云澜经开区召开座谈会", lead="1月17日，云澜经开区召开座谈会。") == Scope(PARK)


@pytest.mark.parametrize(
    ("asked", "sentence", "answer", "told"),
    [
        ("顾南枝是谁", "办公室主任顾南枝介绍了窗口。", "办公室主任", None),
        ("主任是谁", "主任顾南枝总结，2022年产值增长5%。", "顾南枝", None),
        ("主任是谁", "主任2022年由顾南枝担任。", "顾南枝", 2022),
        ("云杉制药有多少员工", "公司从9个人长到126人。", "126人", None),
        ("云杉制药2022年有多少员工", "公司从9个人长到126人。", "126人", 2022),
        ("管网在哪里", "管网铺在河东。", "河东", None),
        ("进出口总额是多少", "进出口总额61.8亿元。", "61.8亿元", 2022),
        ("foreign trade of Yunlan", "进出口总额61.8亿元。", "61.8亿元", 2022),
        ("what were the exports", "出口总额61.8亿元。", "61.8亿元", 2022),
        ("管网什么时候投运", "去年投资增长5%，管网推迟到今年3月投运。", "今年3月", None),
        ("签约多少个", "签约12个，今年已开工3个。", "12个", None),
    ],
)
def test_the_time_of_a_title_is_that_of_figures_of_a_period_alone(asked: str, sentence: str, answer: str, told: int | None) -> None:
    first = scope_of(sentence, asked=asked, answer=answer).first
    assert (first and first.year) == told


def test_of_several_times_the_one_that_was_asked_for() -> None:
    sentence = "2021年引进项目31个，2022年引进项目52个。"
    assert scope_of(sentence) == Scope(PARK)
    assert scope_of(sentence, asked="2021年引进多少") == of((2021, 1, 1), (2021, 12, 31))
    assert scope_of(sentence, asked="2019年引进多少") == Scope(PARK)


def test_of_several_parks_the_one_that_the_sentence_names() -> None:
    both = ("云澜经开区", "云澜高新区")
    assert scope_of("进出口总额61.8亿元。", title="两区2022年经济运行情况", parks=both).parks == ()
    assert scope_of("云澜高新区进出口总额61.8亿元。", title="云澜经开区、云澜高新区2022年经济运行情况", parks=both).parks == ("云澜高新区",)


def test_a_sentence_that_names_another_park_is_of_none_for_sure() -> None:
    assert scope_of("青屏高新区的客人看了3家企业。").parks == ()


@pytest.mark.parametrize(
    ("written", "shown"), [("雲瀾經濟技術開發區", "雲瀾經濟技術開發區"), ("Yunlan High-Tech Zone", "Yunlan High-Tech Zone")]
)
def test_a_name_in_another_script_stays_as_it_is_written(written: str, shown: str) -> None:
    assert scope_of("Exports grew by 5%.", title=f"{written} 2022", parks=(written,)).parks == (shown,)
