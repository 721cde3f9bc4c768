"""The table of measures: whoever reads or asks for a figure knows the same words."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.table import header_rows
from corpus.language.asking_words import without_asking_words
from corpus.language.folding import fold
from corpus.language.measure_words import THOUSAND, UNITS, Measure, any_measure, any_true_measure, english_measures, measure_words
from corpus.language.times import find_times
from retrieval.question.asked import unit_asked
from retrieval.ranking.asked_for import counted_thing

TODAY = date(2024, 3, 1)
EVERY = measure_words(*Measure)
FOLDED = [word for word in measure_words(Measure.COUNTER, Measure.PEOPLE, *UNITS, Measure.TIME) if word != "千米"]


def test_no_word_stands_twice() -> None:
    assert len(EVERY) == len(set(EVERY))


def test_english_asks_for_words_of_the_table() -> None:
    assert set(english_measures()) <= set(EVERY)


@given(st.sampled_from(EVERY))
def test_the_longest_word_counts(word: str) -> None:
    assert re.fullmatch(any_measure(*Measure), word)
    found = re.match(any_true_measure(*Measure), word)
    assert found is not None
    assert found[0] == word


@pytest.mark.parametrize(("text", "multiplies"), [("千元", True), ("千家", True), ("千瓦时", False), ("千米", False), ("千克", False)])
def test_a_thousand_or_part_of_a_unit(text: str, multiplies: bool) -> None:
    assert bool(re.match(THOUSAND, text)) is multiplies


@given(st.sampled_from(EVERY))
def test_whatever_counts_can_be_asked_for(word: str) -> None:
    assert unit_asked(f"一共多少{word}") == word


@given(st.sampled_from(FOLDED))
def test_a_lone_numeral_before_a_measure_is_a_figure(word: str) -> None:
    assert fold(f"三{word}") == f"3{word}"


@pytest.mark.parametrize("text", ["一起参加", "一度停产", "三门峡", "一部分"])
def test_a_loose_measure_makes_no_figure(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("管网长多少千米", "千米"),
        ("投资多少千万元", "元"),
        ("日处理多少立方", "立方"),
        ("一平米多少块钱", "块钱"),
        ("接待多少人次", "人次"),
        ("新增多少项目", "项"),
        ("推出几款产品", "款"),
        ("联合多少部门", None),
        ("属于多少单位", None),
        ("how many square kilometres does it cover", "平方公里"),
        ("how many kilometres of road", "公里"),
    ],
)
def test_which_unit_is_asked_for(question: str, unit: str | None) -> None:
    assert unit_asked(question) == unit


@pytest.mark.parametrize("text", ["2022座基站", "2022辆汽车", "2022平方公里", "2022千瓦", "2022份材料"])
def test_a_count_is_no_year(text: str) -> None:
    assert find_times(f"建成{text}", TODAY) == []


@pytest.mark.parametrize("text", ["2022届毕业生", "2022位列第一", "2022亩均税收", "2022元旦", "2022张家港"])
def test_a_word_that_only_begins_like_a_measure_leaves_the_year(text: str) -> None:
    assert [(time.first.year, time.last.year) for time in find_times(text, TODAY)] == [(2022, 2022)]


@pytest.mark.parametrize(
    ("question", "thing"),
    [("多少家企业", "企业"), ("多少款产品", "产品"), ("多少项目", "项目"), ("多少个人才公寓", "人才"), ("多少部门", "部门")],
)
def test_what_is_counted_follows_its_counter(question: str, thing: str) -> None:
    counted = counted_thing(question)
    assert counted is not None
    assert counted.is_counted_in(f"12{thing}")


def test_a_few_of_anything_is_asked() -> None:
    assert without_asking_words("全长几公里") == "全长 公里"


@pytest.mark.parametrize(
    ("below", "headers"),
    [
        (("", "亿元", "万平方公里"), 2),
        (("", "元/平方米", "个百分点"), 2),
        (("", "万吨标准煤", "台套"), 2),
        (("", "项目", "名称"), 1),
        (("", "年份", "月度"), 1),
    ],
)
def test_a_row_of_units_belongs_to_the_header(below: tuple[str, ...], headers: int) -> None:
    assert header_rows([("指标", "总量", "增量"), below, ("财政收入", "28.3", "7.1"), ("税收", "12.5", "3.2")]) == headers
