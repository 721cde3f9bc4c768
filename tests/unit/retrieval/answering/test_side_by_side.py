"""Comparisons and series, with every part real but the embedding model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retrieval.answering.answer import Answer
from retrieval.answering.answer_json import answer_as_dict
from retrieval.answering.answerer import Answerer
from retrieval.text.analyzer import Analyzer
from tests.park_reports import answerer_over, article, publish

TODAY = date(2024, 6, 15)
REPORTS = [
    *(
        article(
            f"economy-{year}",
            f"全年完成税收{tax}亿元，同比增长{rate}%。园区绿化良好。",
            title=f"青屏经开区{year}年经济运行情况",
            published=date(year + 1, 1, 20),
            parks=("青屏经开区",),
        )
        for year, tax, rate in ((2020, 11.2, 3), (2021, 12.5, 4), (2023, 15.1, 6))
    ),
    article(
        "north-2021",
        "全年完成税收9.8亿元，同比增长7%。",
        title="北岭高新区2021年经济运行情况",
        published=date(2022, 1, 21),
        parks=("北岭高新区",),
    ),
    article(
        "meeting-2024",
        "会议提出，2024年税收预期目标为16亿元。",
        title="青屏经开区召开2024年工作会议",
        published=date(2024, 2, 1),
        parks=("青屏经开区",),
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("sides")
    publish(folder, REPORTS, analyzer)
    return answerer_over(folder, analyzer)


def told(answer: Answer) -> list[tuple[str, str | None]]:
    """Each side by park and year, with the article that tells of it."""
    return [
        (f"{side.park or ''}{side.time.first.year if side.time else ''}", side.quotes[0].article.id if side.quotes else None)
        for side in answer.sides
    ]


def test_each_park_has_its_own_quote(answerer: Answerer) -> None:
    answer = answerer.ask("青屏经开区和北岭高新区2021年税收谁高", asked_on=TODAY)
    assert told(answer) == [("青屏经开区", "economy-2021"), ("北岭高新区", "north-2021")]
    assert answer.found
    assert [quote.article.id for quote in answer.quotes[:2]] == ["economy-2021", "north-2021"]
    assert answer.confidence == min(side.confidence for side in answer.sides)


def test_a_side_that_nothing_tells_is_missing_and_the_comparison_not_found(answerer: Answerer) -> None:
    answer = answerer.ask("青屏经开区和北岭高新区2023年税收谁高", asked_on=TODAY)
    assert told(answer) == [("青屏经开区", "economy-2023"), ("北岭高新区", None)]
    assert not answer.found
    assert [side.park for side in answer.compared] == ["青屏经开区", "北岭高新区"]


def test_years_are_compared_in_the_order_named(answerer: Answerer) -> None:
    answer = answerer.ask("青屏经开区2021年税收比2020年多多少", asked_on=TODAY)
    assert told(answer) == [("2021", "economy-2021"), ("2020", "economy-2020")]
    assert answer.found


def test_growth_to_the_year_before_is_told_by_the_report_of_the_later_year(answerer: Answerer) -> None:
    answer = answerer.ask("青屏经开区2021年比2020年税收增长多少", asked_on=TODAY)
    assert (answer.sides, answer.found, answer.quotes[0].article.id) == ((), True, "economy-2021")
    assert "同比增长4%" in answer.quotes[0].text


def test_a_series_goes_through_the_years_with_its_gaps_and_marks_what_is_planned(answerer: Answerer) -> None:
    answer = answerer.ask("青屏经开区历年税收", asked_on=TODAY)
    assert told(answer) == [
        ("2020", "economy-2020"),
        ("2021", "economy-2021"),
        ("2022", None),
        ("2023", "economy-2023"),
        ("2024", "meeting-2024"),
    ]
    assert [side.planned for side in answer.sides] == [False, False, False, False, True]
    assert answer.found


@pytest.mark.parametrize(
    ("question", "years"),
    [
        (
            "青屏经开区历年税收有什么变化（2020、2021、2023年）？",
            [("2020", "economy-2020"), ("2021", "economy-2021"), ("2023", "economy-2023")],
        ),
        ("青屏经开区近三年（2021、2022年）的税收各是多少", [("2021", "economy-2021"), ("2022", None)]),
        ("青屏经开区历年税收多少亿元？请列出2019、2021年。", [("2019", None), ("2021", "economy-2021")]),
    ],
)
def test_of_years_that_are_listed_each_is_told_or_missing_and_no_other(
    answerer: Answerer, question: str, years: list[tuple[str, str | None]]
) -> None:
    assert told(answerer.ask(question, asked_on=TODAY)) == years


def test_a_year_that_is_not_over_is_no_gap(answerer: Answerer) -> None:
    past = answerer.ask("青屏经开区近三年税收", asked_on=date(2025, 6, 1))
    assert [name for name, _ in told(past)] == ["2022", "2023", "2024"]


@pytest.mark.parametrize(
    ("question", "asked_on", "years"),
    [
        ("北岭高新区近三年税收", date(2023, 6, 1), ["2020 untold", "2021", "2022 untold"]),
        ("青屏经开区2021到2022年税收走势", TODAY, ["2021", "2022 untold"]),
        ("青屏经开区2018到2020年税收走势", TODAY, ["2018 untold", "2019 untold", "2020"]),
        ("青屏经开区2020到2021年税收走势", TODAY, ["2020", "2021"]),
        ("北岭高新区历年税收", TODAY, ["2021", "2022 untold"]),
    ],
)
def test_years_at_the_ends_that_nothing_tells_are_said(answerer: Answerer, question: str, asked_on: date, years: list[str]) -> None:
    answer = answerer.ask(question, asked_on=asked_on)
    assert [f"{year}{'' if by else ' untold'}" for year, by in told(answer)] == years
    assert not answer.leaves_out


def test_a_series_says_that_it_leaves_earlier_years_out(tmp_path: Path, analyzer: Analyzer) -> None:
    years = [
        article(
            f"output-{year}",
            f"全年完成工业产值{year - 1980}亿元。",
            title=f"青屏经开区{year}年",
            published=date(year, 12, 30),
            parks=("青屏经开区",),
        )
        for year in range(2015, 2024)
    ]
    publish(tmp_path, years, analyzer)
    answerer = answerer_over(tmp_path, analyzer)
    every, some = (answerer.ask(f"青屏经开区{which}工业产值", asked_on=TODAY) for which in ("历年", "2021到2023年"))
    assert ([year for year, _ in told(every)], every.leaves_out) == (["2019", "2020", "2021", "2022", "2023"], True)
    assert ([year for year, _ in told(some)], some.leaves_out) == (["2021", "2022", "2023"], False)


def test_a_series_of_nothing_is_not_found(answerer: Answerer) -> None:
    answer = replace(answerer, threshold=0.99).ask("青屏经开区历年缆车游客", asked_on=TODAY)
    assert not answer.found
    assert answer.compared == ()


def test_the_sides_as_json(answerer: Answerer) -> None:
    answer = answerer.ask("青屏经开区和北岭高新区2023年税收谁高", asked_on=TODAY)
    first, missing = answer_as_dict(answer)["sides"]
    assert (first["park"], first["from"], first["found"], first["quotes"][0]["article"]["id"]) == ("青屏经开区", None, True, "economy-2023")
    assert (missing["park"], missing["found"], missing["quotes"]) == ("北岭高新区", False, [])
    assert "sides" not in answer_as_dict(answerer.ask("青屏经开区2023年税收多少", asked_on=TODAY))


def test_why_each_side_has_its_quote(answerer: Answerer) -> None:
    answer = answerer.ask("青屏经开区和北岭高新区2021年税收谁高", asked_on=TODAY, explain=True)
    explanation = answer.explanation
    assert explanation is not None
    assert [quote.part for quote in explanation.quotes[:2]] == ["青屏经开区2021年税收", "北岭高新区2021年税收"]
    assert "other side" in {dropped.reason.value for dropped in explanation.dropped}


def test_a_higher_threshold_leaves_every_side_out(answerer: Answerer) -> None:
    strict = replace(answerer, threshold=1.0).ask("青屏经开区和北岭高新区2021年税收谁高", asked_on=TODAY)
    assert told(strict) == [("青屏经开区", None), ("北岭高新区", None)]
    assert not strict.found
    assert strict.quotes


def test_what_is_told_of_several_years_together_is_no_series(tmp_path: Path, analyzer: Analyzer) -> None:
    together = article(
        "five-years",
        "2020—2023年，青屏经开区累计完成税收52亿元。",
        title="青屏经开区2024年工作会议",
        published=date(2024, 2, 1),
        parks=("青屏经开区",),
    )
    publish(tmp_path, [*REPORTS, together], analyzer)
    answer = answerer_over(tmp_path, analyzer).ask("2020-2023年青屏经开区完成税收多少", asked_on=TODAY)
    assert (answer.sides, answer.quotes[0].article.id) == ((), "five-years")


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ("2021年，青屏经开区全年完成税收13.4亿元。", True),
        ("2021年，青屏经开区全年完成税收12.51亿元。", False),
        ("2021年，青屏经开区全年完成税收超12亿元。", False),
        ("2021年，青屏经开区全年完成投资13.4亿元。", False),
        ("2021年上半年，青屏经开区完成税收6.4亿元。", False),
    ],
)
def test_reports_that_give_different_figures_are_both_shown(tmp_path: Path, analyzer: Analyzer, told: str, differs: bool) -> None:
    other = article("other", told, title="青屏经开区2021年发展回顾", published=date(2022, 3, 1), parks=("青屏经开区",))
    publish(tmp_path, [*REPORTS, other], analyzer)
    answerer = answerer_over(tmp_path, analyzer)
    answer = answerer.ask("青屏经开区2021年税收是多少", asked_on=TODAY)
    assert answer.differ is differs
    if differs:
        assert {quote.article.id for quote in answer.likely[:2]} == {"economy-2021", "other"}
        assert answer_as_dict(answer)["figures_differ"]
    beside = answerer.ask("青屏经开区和北岭高新区2021年税收谁高", asked_on=TODAY)
    assert [len(side.quotes) for side in beside.sides] == [2 if differs else 1, 1]


def test_of_other_things_too_the_one_that_is_told_has_its_line_and_all_of_it_is_not_found(answerer: Answerer) -> None:
    answer = answerer.ask("完成税收和缆车游客分别是多少", asked_on=TODAY)
    assert [(side.thing, bool(side.quotes)) for side in answer.sides] == [("完成税收是多少", True), ("缆车游客是多少", False)]
    assert (answer.found, answer.tells) == (False, True)
    assert answer.confidence == min(side.confidence for side in answer.sides)
    assert answer.quotes[0] == answer.sides[0].quotes[0]
    assert answerer.with_missing(answer) is answer
    assert [side["thing"] for side in answer_as_dict(answer)["sides"]] == ["完成税收是多少", "缆车游客是多少"]


def test_what_is_told_of_another_thing_does_not_stand_beside_the_other_side(tmp_path: Path, analyzer: Analyzer) -> None:
    trade = [
        article(f"trade-{park}", f"2021年，{park}{told}。", title=f"{park}2021年外贸", published=date(2022, 2, 1), parks=(park,))
        for park, told in (("青屏经开区", "出口额达31亿元"), ("北岭高新区", "进出口总额达88亿元"))
    ]
    publish(tmp_path, trade, analyzer)
    answer = answerer_over(tmp_path, analyzer).ask("2021年青屏经开区和北岭高新区的出口额谁高", asked_on=TODAY)
    assert told(answer) == [("青屏经开区", "trade-青屏经开区"), ("北岭高新区", None)]
    assert not answer.found
