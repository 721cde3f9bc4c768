"""Which reports there are on a park, and of which years."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.answering.reports import reports_of
from retrieval.index.engine import Headline
from retrieval.text.analyzer import Analyzer


def headline(id_: str, heading: str, published: date | None, *parks: str) -> Headline:
    return Headline(id_, heading, None, published, parks)


HEADLINES = (
    headline("year", "云澜经开区2022年经济运行情况", date(2023, 1, 18), "云澜经济技术开发区"),
    headline("plan", "云澜经开区“十四五”规划", date(2021, 3, 1), "云澜经开区"),
    headline("undated", "云澜经开区概况", None, "雲瀾經開區"),
    headline("english", "Pilot plant opens", date(2024, 5, 17), "Linyue High-Tech Zone"),
    headline("chinese", "临樾高新区中试基地", date(2024, 4, 10), "临樾高新区"),
)


@pytest.mark.parametrize(
    ("park", "ids"),
    [
        ("云澜经开区", ["year", "plan", "undated"]),
        ("云澜高新区", []),
        ("临樾高新区", ["english", "chinese"]),
        ("linyue high-tech zone", ["english", "chinese"]),
        ("临悦高新区", []),
    ],
)
def test_reports_on_a_park_whatever_form_of_its_name_they_use(park: str, ids: list[str], analyzer: Analyzer) -> None:
    assert [report.id for report in reports_of(HEADLINES, analyzer.normalize).on(park)] == ids


def test_reports_in_english_are_on_the_park_of_that_sound_where_no_other_has_it(analyzer: Analyzer) -> None:
    assert [report.id for report in reports_of(HEADLINES[3:4], analyzer.normalize).on("临樾高新区")] == ["english"]


def test_years_are_those_of_the_headline_and_of_publication(analyzer: Analyzer) -> None:
    reports = reports_of(HEADLINES[:3], analyzer.normalize).every
    assert {report.id: report.years for report in reports} == {"year": {2022, 2023}, "plan": {2021}, "undated": frozenset()}
