"""Which reports there are on a park, and of which years."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from retrieval.answering.reports import Reports, reports_of
from retrieval.text.analyzer import Analyzer
from tests.fake_answerers import FakeSnapshot


def told(id_: str, title: str, published: date | None, *parks: str) -> Article:
    return Article(id_, title, "正文。", None, published, None, parks, f"{id_}.txt")


ARTICLES = (
    told("year", "云澜经开区2022年经济运行情况", date(2023, 1, 18), "云澜经济技术开发区"),
    told("plan", "云澜经开区“十四五”规划", date(2021, 3, 1), "云澜经开区"),
    told("undated", "云澜经开区概况", None, "雲瀾經開區"),
    told("english", "Pilot plant opens", date(2024, 5, 17), "Linyue High-Tech Zone"),
    told("chinese", "临樾高新区中试基地", date(2024, 4, 10), "临樾高新区"),
)


@pytest.fixture(scope="module")
def reports(analyzer: Analyzer) -> Reports:
    return reports_of(FakeSnapshot(ARTICLES), analyzer.normalize)  # type: ignore[arg-type]


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
def test_reports_on_a_park_whatever_form_of_its_name_they_use(park: str, ids: list[str], reports: Reports) -> None:
    assert {report.id for report in reports.on(park)} == set(ids)


def test_reports_in_english_are_on_the_park_of_that_sound_where_no_other_has_it(analyzer: Analyzer) -> None:
    english = reports_of(FakeSnapshot(ARTICLES[3:4]), analyzer.normalize)  # type: ignore[arg-type]
    assert [report.id for report in english.on("临樾高新区")] == ["english"]


def test_no_headline_is_read_for_a_park_that_none_is_on(analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = FakeSnapshot(ARTICLES)
    monkeypatch.setattr(snapshot, "headlines", lambda: pytest.fail("read"))
    assert reports_of(snapshot, analyzer.normalize).on("云澜高新区") == []  # type: ignore[arg-type]


def test_years_are_those_of_the_headline_and_of_publication(reports: Reports) -> None:
    assert {report.id: report.years for report in reports.on("云澜经开区")} == {
        "year": {2022, 2023},
        "plan": {2021},
        "undated": frozenset(),
    }
