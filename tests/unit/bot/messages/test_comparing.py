"""Comparisons and series as messages: one line for each side, its quote and its source below."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.rendering import MAX_TEXT, render_answer
from bot.messages.utf16 import index_of, utf16_length
from bot.texts import TEXTS
from corpus.article import Article
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.answering.side import Side
from retrieval.question.question import Question
from retrieval.question.understanding import NamedTime
from retrieval.ranking.quote import Quote
from retrieval.ranking.scope import Scope


def quote(text: str, title: str, *, planned: bool = False) -> Quote:
    article = Article(title, title, text, "沐江日报", date(2024, 1, 20), None, ("沐江经开区",), "a.txt")
    scope = Scope(("沐江经开区",), date(2023, 1, 1), date(2023, 12, 31), planned)
    return Quote(article, 0, len(text), (Span(0, len(text)),), 1.0, scope=scope)


def year(number: int) -> NamedTime:
    return NamedTime(f"{number}年", date(number, 1, 1), date(number, 12, 31))


TOLD = quote("全年地区生产总值447亿元。", "年报")
SERIES = (
    Side(None, year(2022)),
    Side(None, year(2023), (TOLD,), 0.9),
    Side(None, year(2024), (quote("2024年地区生产总值目标增长8%。", "会议", planned=True),), 0.9),
)


def answer(*sides: Side, found: bool = True) -> Answer:
    quotes = tuple(quote for side in sides for quote in side.quotes)
    return Answer(Question("问", date(2024, 6, 1)), quotes, 0.9, found, "000001", 5.0, sides=sides)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["2022年：没有找到", "2023年：", "2024年目标："]),
        ("zh-hant", ["2022年：沒有找到", "2023年：", "2024年目標："]),
        ("en", ["2022: nothing found", "2023:", "2024, target:"]),
    ],
)
def test_a_series_has_a_line_for_each_year_in_order(language: str, lines: list[str]) -> None:
    missing, told, target = lines
    assert render_answer(answer(*SERIES), TEXTS[language]).text == (
        f"{missing}\n\n{told}\n全年地区生产总值447亿元。\n— 年报 · 沐江日报 · 2024-01-20\n\n"
        f"{target}\n2024年地区生产总值目标增长8%。\n— 会议 · 沐江日报 · 2024-01-20"
    )


def test_quotes_of_a_series_are_quotes() -> None:
    message = render_answer(answer(*SERIES), TEXTS["zh"])
    quoted = [entity for entity in message.entities if entity.kind == "blockquote"]
    texts = [message.text[index_of(message.text, each.offset) : index_of(message.text, each.offset + each.length)] for each in quoted]
    assert texts == ["全年地区生产总值447亿元。", "2024年地区生产总值目标增长8%。"]


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("zh", "没有找到全部，无法对比。已有的报道：", "荻洲经开区：没有找到"),
        ("zh-hant", "沒有找到全部，無法對比。已有的報導：", "荻洲经开区：沒有找到"),
        ("en", "Not all of it was found, so it cannot be compared. What is reported:", "荻洲经开区: nothing found"),
    ],
)
def test_a_comparison_with_a_side_missing_says_so_and_shows_the_other(language: str, first: str, last: str) -> None:
    sides = (Side("沐江经开区", None, (TOLD,), 0.9), Side("荻洲经开区", None))
    lines = render_answer(answer(*sides, found=False), TEXTS[language]).text.split("\n\n")
    assert (lines[0], lines[-1]) == (first, last)
    assert "全年地区生产总值447亿元。" in lines[1]


def test_two_parks_in_two_years_are_named_by_both() -> None:
    sides = (Side("沐江经开区", year(2023), (TOLD,), 0.9), Side("荻洲经开区", year(2023)))
    assert render_answer(answer(*sides, found=False), TEXTS["zh"]).text.endswith("荻洲经开区 · 2023年：没有找到")


def test_reports_that_differ_are_both_shown() -> None:
    other = quote("全年地区生产总值451亿元。", "快报")
    message = render_answer(answer(Side(None, year(2023), (TOLD, other), 0.9), Side(None, year(2022))), TEXTS["zh"])
    assert message.text.startswith(
        "2023年（几篇报道的数字不同）：\n全年地区生产总值447亿元。\n— 年报 · 沐江日报 · 2024-01-20\n\n全年地区生产总值451亿元。"
    )


def test_where_no_side_is_told_nothing_was_found() -> None:
    nothing = answer(Side(None, year(2022)), Side(None, year(2023)), found=False)
    assert render_answer(replace(nothing, quotes=(TOLD,)), TEXTS["zh"]).text.startswith(TEXTS["zh"].not_found)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "只列出了 2023 年以来的。更早的请写明年份再问。"),
        ("zh-hant", "只列出了 2023 年以來的。更早的請寫明年份再問。"),
        ("en", "Only the years since 2023 are listed. For earlier ones, name the year."),
    ],
)
def test_a_series_that_leaves_earlier_years_out_says_so(language: str, line: str) -> None:
    series = answer(Side(None, year(2023), (TOLD,), 0.9))
    assert render_answer(replace(series, leaves_out=True), TEXTS[language]).text.split("\n\n")[-1] == line
    assert line not in render_answer(series, TEXTS[language]).text


def test_the_first_to_be_shown_are_those_of_the_sides() -> None:
    assert answer(*SERIES).visible(1) == tuple(quote for side in SERIES for quote in side.quotes)
    same = answer(Side("甲园区", None, (TOLD,), 0.9), Side("乙园区", None, (TOLD,), 0.9))
    assert same.visible(1) == (TOLD,)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "说到的报道共 7 篇，最新的在前："),
        ("zh-hant", "說到的報導共 7 篇，最新的在前："),
        ("en", "Reports that tell of it: 7, the newest first."),
    ],
)
def test_a_list_says_how_many_reports_there_are(language: str, line: str) -> None:
    listed = Answer(Question("列出所有报道", date(2024, 6, 1)), (TOLD,), 0.9, True, "000001", 5.0, listed=7)
    assert render_answer(listed, TEXTS[language]).text.startswith(f"{line}\n\n")


def test_two_reports_that_differ_are_followed_by_a_line(language: str = "zh") -> None:
    both = Answer(
        Question("问", date(2024, 6, 1)), (TOLD, quote("全年地区生产总值451亿元。", "快报")), 0.9, True, "000001", 5.0, differ=True
    )
    assert render_answer(both, TEXTS[language]).text.endswith("\n\n提醒：前两篇报道对同一件事给出的数字不同，请分别核对出处。")


def test_what_is_aimed_at_before_the_year_is_over_is_a_target() -> None:
    aim = quote("2024年地区生产总值增长8%以上。", "会议")
    told = [side.planned for side in (Side(None, year(2024), (aim,)), Side(None, year(2023), (aim,)), Side(None, year(2024), (TOLD,)))]
    assert told == [True, False, False]


@pytest.mark.parametrize("sides", [2, 3, 6])
def test_a_message_holds_every_side_however_long_its_quotes_are(sides: int) -> None:
    long = quote("全年地区生产总值447亿元，比上年增长7.3%。" * 200, "年报" * 40)
    long = replace(long, emphasis=(Span(0, 24),))
    many = answer(*(Side(f"{'沐江' * 18}{number}园区", year(2023), (long, long), 0.9) for number in range(sides)), found=False)
    message = render_answer(many, TEXTS["en"], heading="问" * 200)
    assert message.text.count("园区 · 2023 (reports give different figures):\n") == sides
    assert message.text.count("447亿元") >= sides
    assert utf16_length(message.text) <= MAX_TEXT


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ("没有找到全部。已有的报道：", "沐江经开区税收是多少：", "缆车游客是多少：没有找到")),
        ("en", ("Not all of it was found. What is reported:", "沐江经开区税收是多少:", "缆车游客是多少: nothing found")),
    ],
)
def test_parts_that_neither_park_nor_time_sets_apart_go_by_what_they_ask(language: str, lines: tuple[str, ...]) -> None:
    sides = (Side(None, None, (TOLD,), 0.9, "沐江经开区税收是多少？"), Side(None, None, thing="缆车游客是多少？"))
    message = render_answer(answer(*sides, found=False), TEXTS[language]).text
    assert tuple(block.split("\n")[0] for block in message.split("\n\n")) == lines


def test_parks_that_are_told_of_different_times_say_so_in_their_lines() -> None:
    half = replace(quote("上半年税收31亿元。", "半年报"), scope=Scope((), date(2023, 1, 1), date(2023, 6, 30)))
    plan = quote("2023年税收力争70亿元。", "会议", planned=True)
    lines = {
        name: [block.split("\n")[0] for block in render_answer(answer(*sides), TEXTS["zh"]).text.split("\n\n")]
        for name, sides in (
            ("alike", (Side("甲园区", None, (TOLD,)), Side("乙园区", None, (TOLD,)))),
            ("half", (Side("甲园区", None, (TOLD,)), Side("乙园区", None, (half,)))),
            ("plan", (Side("甲园区", None, (TOLD,)), Side("乙园区", None, (plan,)))),
        )
    }
    assert lines == {
        "alike": ["甲园区：", "乙园区："],
        "half": ["甲园区 · 2023年：", "乙园区 · 2023年上半年："],
        "plan": ["甲园区 · 2023年：", "乙园区 · 2023年目标："],
    }


@pytest.mark.parametrize(
    ("other", "differ"), [("实际利用外资1.9亿美元。", True), ("实际利用外资8000万元。", False), ("外资项目有9家。", False)]
)
def test_figures_in_different_units_are_not_left_to_be_compared(other: str, differ: bool) -> None:
    sides = tuple(
        Side(name, None, (replace(quote(text, "年报"), answer=Span(text.index(figure), len(text) - 1)),), 0.9)
        for name, text, figure in (("甲园区", "实际利用外资7.2亿元。", "7"), ("乙园区", other, next(filter(str.isdigit, other))))
    )
    hint = "提醒：这些数字的单位不同，请换算后再比较。"
    assert render_answer(answer(*sides), TEXTS["zh"]).text.endswith(hint) is differ
