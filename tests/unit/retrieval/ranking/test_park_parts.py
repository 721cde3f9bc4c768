"""Reports on several parks, one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.question.gazetteer import grown_from
from retrieval.question.reading import read_question
from retrieval.ranking.asked_part import asked_part_first
from retrieval.ranking.contradictions import OTHER_PARK
from retrieval.ranking.other_park import asked_parks, told_of
from retrieval.ranking.park_parts import part_is_of_another
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import facts_of
from tests.evidence import evidence_of
from tests.park_reports import article

PARKS = ("松陵产业园", "暄湾高新区", "朔屏经开区")
BELOW_HEADINGS = """枫桐市园区运行月报。
一、松陵产业园
园区新开工项目14个。
二、暄湾高新区
全区新开工项目22个。
三、朔屏经开区：
全区新开工项目9个。
四、下一步打算
全年力争新开工项目90个。"""
NEWSPAPER = """泊林人手不缺。
暄湾高新区：标准厂房“拎包入住”
新开工项目22个。"""
IN_ROWS = """全市开发区主要指标。
开发区：松陵产业园 · 新开工项目：14个
开发区：暄湾高新区 · 新开工项目：22个 · 迁自：朔屏经开区"""


def is_of_another(analyzer: Analyzer, text: str, line: str, asked: str, title: str = "运行月报") -> bool | None:
    known = grown_from(PARKS * 2, analyzer.normalize, analyzer.dictionary_words)
    parks = asked_parks(read_question(f"{asked}新开工项目多少个", date(2024, 6, 15), analyzer, known), lambda name: True)
    report = article("report", text, title=title, parks=PARKS)
    [facts] = facts_of([Passage(report, 0, len(text))], analyzer)
    sentence = next(each for each in facts.sentences if each.span.start <= text.index(line) < each.span.end)
    told = told_of(facts, sentence, analyzer.normalize)
    return part_is_of_another(parks, told, sentence.span.start, text[slice(*sentence.span)], analyzer.normalize)


@pytest.mark.parametrize(
    ("text", "told", "of"),
    [
        (BELOW_HEADINGS, "园区新开工项目14个", "松陵产业园"),
        (BELOW_HEADINGS, "全区新开工项目22个", "暄湾高新区"),
        (BELOW_HEADINGS, "全区新开工项目9个", "朔屏经开区"),
        (NEWSPAPER, "新开工项目22个", "暄湾高新区"),
        (IN_ROWS, "开发区：松陵产业园", "松陵产业园"),
        (IN_ROWS, "开发区：暄湾高新区", "暄湾高新区"),
    ],
)
def test_what_stands_below_a_park_s_heading_or_in_its_row_is_of_that_park(analyzer: Analyzer, text: str, told: str, of: str) -> None:
    assert {asked: is_of_another(analyzer, text, told, asked) for asked in PARKS} == {asked: asked != of for asked in PARKS}


@pytest.mark.parametrize(("text", "told"), [(BELOW_HEADINGS, "全年力争"), (BELOW_HEADINGS, "枫桐市园区"), (IN_ROWS, "全市开发区")])
def test_what_stands_below_no_park_is_of_none(analyzer: Analyzer, text: str, told: str) -> None:
    assert is_of_another(analyzer, text, told, "暄湾高新区") is None


def test_a_part_without_an_official_kind_may_be_a_part_of_the_park_that_the_title_names(analyzer: Analyzer) -> None:
    title = "朔屏经开区三个产业园运行月报"
    assert is_of_another(analyzer, BELOW_HEADINGS, "园区新开工项目14个", "朔屏经开区", title) is None
    assert is_of_another(analyzer, BELOW_HEADINGS, "全区新开工项目22个", "朔屏经开区", title) is True


def test_the_part_on_the_park_asked_for_comes_before_another_part_of_its_report() -> None:
    report = article("report", "全区新开工项目22个。全区新开工项目9个。", parks=PARKS)
    alone = article("alone", "全区新开工项目9个。", parks=PARKS[:1])
    other, right, elsewhere = (
        Ranked(evidence_of(Passage(of, 0, 10), Span(0, 10), {OTHER_PARK: value}), score)
        for of, value, score in ((report, 1.0, 3.0), (report, 0.0, 2.0), (alone, 0.0, 2.5))
    )
    assert asked_part_first([other, elsewhere, right]) == [right, other, elsewhere]
    assert asked_part_first([other, elsewhere]) == [other, elsewhere]
    assert asked_part_first([right, other]) == [right, other]
    assert asked_part_first([]) == []
