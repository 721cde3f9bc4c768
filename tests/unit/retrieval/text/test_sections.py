"""What the heading of a section tells of the time of what stands below."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.text.periods import periods
from retrieval.text.sections import NOTHING_TOLD, section_at, sections
from tests.park_reports import article

FEBRUARY = date(2025, 2, 10)
YEARS = {year: (date(year, 1, 1), date(year, 12, 31)) for year in (2024, 2025)}
REPORT = """一、2024年工作回顾
（一）产业发展
产值98亿元。
二、2025年工作打算
（一）产业发展
产值110亿元；税收9亿元。
新增企业12家，去年新增9家。
（二）招商引资
1. 签约40个。
三、存在的问题
亩均税收18万元。"""


def told(text: str, published: date | None = FEBRUARY) -> dict[str, list[tuple[int, bool]]]:
    """By sentence, the years that its figures are of, and whether they are planned."""
    report = article("report", text, title="青屏经开区工作报告", published=published)
    return {text[slice(*span)]: [(period.first.year, period.planned) for period in own] for span, own in periods(report)}


def test_what_stands_below_is_of_the_year_of_its_heading_and_planned_where_that_has_just_begun() -> None:
    found = told(REPORT)
    assert found["产值98亿元。"] == [(2024, False)]
    assert found["产值110亿元；税收9亿元。"] == [(2025, True)]
    assert found["签约40个。"] == [(2025, True)]
    assert found["新增企业12家，去年新增9家。"] == [(2025, True), (2024, False)]


def test_a_heading_of_its_rank_ends_a_section_and_one_below_it_does_not() -> None:
    found = sections(REPORT, FEBRUARY)
    assert [section_at(REPORT.index(line), found).days for line in ("产值98", "产值110", "亩均")] == [YEARS[2024], YEARS[2025], None]
    assert section_at(REPORT.index("产值110"), found).planned
    assert not section_at(REPORT.index("产值98"), found).planned


@pytest.mark.parametrize(
    "text",
    [
        "一、产业发展\n产值98亿元。\n二、招商引资\n签约9个。",
        "2024年产值98亿元。\n一、签约9个。",
        "一、2024年全区产值98亿元，增长7%。\n签约9个。",
        "一、2023年和2024年情况\n签约9个。",
    ],
)
def test_headings_that_tell_no_one_time_and_sentences_make_no_section(text: str) -> None:
    assert section_at(len(text) - 1, sections(text, FEBRUARY)) == NOTHING_TOLD


def test_a_year_that_is_over_is_no_plan_whatever_its_heading_says() -> None:
    assert told("一、2024年目标任务完成情况\n产值98亿元。")["产值98亿元。"] == [(2024, False)]


def test_where_nobody_knows_the_day_only_words_tell_a_plan() -> None:
    assert told("一、2025年主要目标\n产值98亿元。", None)["产值98亿元。"] == [(2025, True)]
    assert told("一、2025年情况\n产值98亿元。", None)["产值98亿元。"] == [(2025, False)]
