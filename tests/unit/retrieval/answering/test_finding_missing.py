"""Why nothing was found: with every part real but the embedding model."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.answering.answerer import Answerer
from retrieval.answering.finding_missing import MissingFinder
from retrieval.answering.missing import Missing, ToldTime
from retrieval.text.analyzer import Analyzer
from tests.park_reports import answerer_over, article, publish

TODAY = date(2026, 11, 29)
PARK = "青屏经开区"


def year(number: int) -> ToldTime:
    return ToldTime(date(number, 1, 1), date(number, 12, 31))


def report(of: int, exports: float) -> Article:
    return article(
        f"economy-{of}",
        f"全年进出口总额{exports}亿元，同比增长5.1%。",
        title=f"青屏经开区{of}年经济运行情况",
        published=date(of + 1, 1, 18),
        parks=(PARK,),
    )


REPORTS = (
    *(report(of, exports) for of, exports in ((2021, 52.3), (2022, 61.8), (2023, 58.9))),
    article(
        "canteen",
        "食堂换了新灶具，厨师来自银川，午餐供应到下午两点。",
        title="北岭高新区改造食堂",
        published=date(2022, 9, 1),
        parks=("北岭高新区",),
    ),
)

HALF = ToldTime(date(2022, 1, 1), date(2022, 6, 30))


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("missing")
    publish(folder, REPORTS, analyzer)
    return answerer_over(folder, analyzer)


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        (f"{PARK}2026年进出口总额", Missing(of=PARK, times=(year(2026),), told=(year(2021), year(2022), year(2023)))),
        (f"{PARK}去年进出口总额", Missing(of=PARK, times=(year(2025),), told=(year(2021), year(2022), year(2023)))),
        ("青屏經開區2026年進出口總額", Missing(of="青屏經開區", times=(year(2026),), told=(year(2021), year(2022), year(2023)))),
        (f"{PARK}2024年进出口总额", Missing(of=PARK, times=(year(2024),), told=(year(2021), year(2022), year(2023)), reported=(2024,))),
        ("2026年进出口总额", Missing(times=(year(2026),), told=(year(2021), year(2022), year(2023)))),
        ("北岭高新区2019年换了什么", Missing(of="北岭高新区", times=(year(2019),))),
        (f"{PARK}2026年熊猫数量", Missing(of=PARK, word="熊猫")),
        (f"{PARK}的午餐几点供应", Missing(of=PARK, word="午餐")),
        (f"{PARK}的GDP数据", Missing(of=PARK, word="GDP")),
        (f"{PARK}的全年总额由谁审计", Missing(of=PARK, word="审计")),
        ("青屏經開區的博士後有多少", Missing(of="青屏經開區", word="博士後")),
        (f"{PARK}目前有多少家规上企业", Missing(of=PARK, word="规上")),
        (f"{PARK}有没有什么情况", Missing(of=PARK)),
        ("苏州工业园区2022年进出口总额", Missing("苏州工业园区")),
        ("青岭经开区2022年进出口总额", Missing("青岭经开区", (PARK,))),
        ("熊猫有多少只", Missing()),
        ("restaurants in Yinchuan", Missing()),
        ("restaurants in Suzhou", Missing(word="Suzhou")),
        (f"{PARK}有熊猫吗？北岭高新区有大象吗？", Missing()),
        (f"{PARK}有熊猫吗？北岭经开区有大象吗？", Missing("北岭经开区", ("北岭高新区",))),
        ("？", Missing()),
    ],
)
def test_what_is_missing_and_what_there_is(answerer: Answerer, asked: str, missing: Missing) -> None:
    assert answerer.missing(answerer.read(asked, TODAY)) == missing


def test_only_an_answer_that_found_nothing_says_what_is_missing(answerer: Answerer) -> None:
    found = answerer.with_missing(answerer.ask(f"{PARK}2022年进出口总额", asked_on=TODAY))
    assert found.found
    assert found.missing == Missing()


@pytest.mark.parametrize(
    ("told", "near", "missing"),
    [
        ({year(2021), year(2023)}, set(), Missing(of=PARK, times=(year(2022),), told=(year(2021), year(2023)), reported=(2022,))),
        ({year(2021)}, {year(2023)}, Missing(of=PARK, times=(year(2022),), told=(year(2021),), reported=(2022,))),
        ({year(2021)}, {HALF}, Missing(of=PARK, times=(year(2022),), told=(year(2021),), reported=(2022,))),
        ({year(2021), HALF}, set(), Missing(of=PARK, times=(year(2022),), told=(year(2021), HALF), reported=(2022,))),
        ({year(2021)}, {year(2022)}, Missing(of=PARK, unsure=True)),
        ({year(2021), year(2022)}, set(), Missing(of=PARK, unsure=True)),
        (set(), {year(2022)}, Missing(of=PARK)),
    ],
)
def test_what_of_the_time_asked_for_is_near_is_not_said_to_be_untold(
    answerer: Answerer, told: set[ToldTime], near: set[ToldTime], missing: Missing
) -> None:
    question = answerer.read(f"{PARK}2022年进出口总额", TODAY)
    with answerer.index.open() as (_, snapshot):
        reports, known = answerer.reports.of(snapshot, answerer.analyzer.normalize), answerer.gazetteers.of(snapshot, answerer.analyzer)
        finder = MissingFinder(snapshot, reports, known, answerer.analyzer, answerer.read, lambda _: told)
        assert finder.find(question, lambda: near) == missing


def test_a_part_of_the_time_asked_for_is_offered(tmp_path: Path, analyzer: Analyzer) -> None:
    halves = article(
        "halves",
        "2023年，全区仓储收入7.1亿元。今年上半年，全区仓储收入4.2亿元。",
        title="南汀综保区仓储收入情况",
        published=date(2024, 7, 9),
        parks=("南汀综保区",),
    )
    publish(tmp_path, (halves,), analyzer)
    answerer = answerer_over(tmp_path, analyzer)
    answer = answerer.with_missing(answerer.ask("南汀综保区2024年仓储收入多少", asked_on=TODAY))
    half = ToldTime(date(2024, 1, 1), date(2024, 6, 30))
    assert answer.missing == Missing(of="南汀综保区", times=(year(2024),), told=(year(2023), half), reported=(2024,))
    assert answerer.missing(answer.question) == answer.missing
