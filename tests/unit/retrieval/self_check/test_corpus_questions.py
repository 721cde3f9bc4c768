"""Questions made from articles, with the figures that answer them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.reading import read_question
from retrieval.self_check.corpus_questions import make_questions
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article

PARK = "青屏经开区"
DAY = date(2022, 2, 18)
ANALYZER = Analyzer()


def asks_one_thing(text: str) -> bool:
    return not read_question(text, DAY, ANALYZER).parts


def asked(text: str, *, title: str | None = "年度工作会议", published: date | None = DAY, park: str | None = PARK) -> list[tuple[str, str]]:
    """Questions and figures made of one article."""
    made = make_questions([article("a", text, title=title, published=published, parks=[park] if park else [])], 10, asks_one_thing)
    return [(question.text, question.figure) for question in made]


@pytest.mark.parametrize(
    ("text", "question", "figure"),
    [
        ("会议隆重表彰了44家优秀民营企业。", "青屏经开区2022年会议隆重表彰了多少家优秀民营企业", "44家"),
        ("财政为企业技术改造拿出1300万元。", "青屏经开区2022年财政为企业技术改造拿出多少元", "1300万元"),
        ("其中，晶体工厂去库存，年产蓝宝石约3500余吨。", "青屏经开区2022年晶体工厂去库存，年产蓝宝石多少吨", "3500余吨"),
        ("截至目前，规模以上工业增加值增长14.6%。", "青屏经开区2022年规模以上工业增加值增长多少", "14.6%"),
        ("公司在青屏的新厂房已经安置了近120名工人。", "2022年公司在青屏的新厂房已经安置了多少名工人", "120名"),
    ],
)
def test_a_figure_becomes_what_is_asked_for(text: str, question: str, figure: str) -> None:
    assert asked(text) == [(question, figure)]


def test_the_year_of_the_title_goes_before_that_of_publication() -> None:
    text = "全年规模以上工业总产值完成912亿元。"
    assert asked(text, title="2021年经济运行情况") == [("青屏经开区2021年全年规模以上工业总产值完成多少元", "912亿元")]
    assert asked(text, published=None) == [("青屏经开区全年规模以上工业总产值完成多少元", "912亿元")]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("2021年，全区完成规上工业总产值912亿元。", "青屏经开区2021年全区完成规上工业总产值多少元"),
        ("去年上半年各项工作平稳。全区完成规上工业总产值912亿元。", "青屏经开区2021年上半年全区完成规上工业总产值多少元"),
        ("1—11月，全区完成规上工业总产值912亿元。", "青屏经开区2021年1—11月全区完成规上工业总产值多少元"),
    ],
)
def test_a_figure_is_asked_for_by_its_own_time(text: str, question: str) -> None:
    assert asked(text) == [(question, "912亿元")]


@pytest.mark.parametrize(
    "text",
    [
        "会议表彰了一批优秀民营企业的代表。",
        "会议一共表彰了优秀民营企业8家。",
        "这家企业在开发区内招用了120名工人。",
        "去年开发区内的工厂招用了120名工人。",
        "开发区第42家重点企业在昨天投产运行。",
        "工程从2021年12月开始建设直到完工。",
        "表彰44家企业和奖金950万元的名单。",
        "招工120名。",
        "会上“十佳企业”等表彰了44家优秀企业。",
        "青屏和北岭分别有多少家，园区企业分别为44家。",
    ],
)
def test_what_makes_no_clear_question_makes_none(text: str) -> None:
    assert asked(text) == []


def test_an_article_without_a_park_needs_a_fuller_clause() -> None:
    assert asked("会议表彰了44家优秀民营企业。", park=None) == []
    question = "2022年全市工业经济会议隆重表彰了多少家优秀民营企业"
    assert asked("全市工业经济会议隆重表彰了44家优秀民营企业。", park=None) == [(question, "44家")]


def test_every_article_is_asked_about_before_any_is_asked_about_twice() -> None:
    two = "会议隆重表彰了44家优秀民营企业。财政为企业技术改造拿出1300万元。"
    articles = [article(name, two, published=date(year, 2, 1), parks=[PARK]) for name, year in (("a", 2020), ("b", 2021), ("c", 2022))]
    made = make_questions(articles, 4, asks_one_thing)
    assert {question.article.id for question in made[:3]} == {"a", "b", "c"}
    assert len(made) == 4
    assert len(make_questions(articles, 10, asks_one_thing)) == 6
    assert make_questions(articles[::-1], 4, asks_one_thing) == made


def test_the_same_question_is_asked_once() -> None:
    text = "会议隆重表彰了44家优秀民营企业。"
    near_duplicates = [article(name, text, published=DAY, parks=[PARK]) for name in ("a", "b")]
    assert len(make_questions(near_duplicates, 10, asks_one_thing)) == 1


def test_no_articles_no_questions() -> None:
    assert make_questions([], 10, asks_one_thing) == []


PIECES = st.sampled_from(
    ["12", "3.", ",", "万", "元", "家", "%", "，", "。", "目前", "其中", "约", "园区企业", "年产量增长", " ", "“", "第", "a"]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_is_read_and_each_figure_stands_in_it(text: str) -> None:
    for question, figure in asked(text):
        assert figure in text
        assert "多少" in question
        assert figure not in question
