"""Whether reports tell a word: with every part real but the embedding model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from retrieval.answering import told_words
from retrieval.answering.reports import Report, reports_of
from retrieval.answering.told_words import ToldWords
from retrieval.index.engine import Snapshot
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article, open_snapshot

PARK = "青屏经开区"
REPORTS = (
    article(
        "firms",
        "澄衡半導體在園區設廠，總經理柏松齡到場。管委會為企業辦好十二件實事。",
        title="澄衡半導體落戶青屏經開區",
        published=date(2022, 3, 1),
        parks=(PARK,),
    ),
    article("storage", "星野储能的电池项目动工，算力调度中心封顶。", published=date(2023, 3, 1), parks=(PARK,)),
    article("canteen", "食堂换了新灶具。他去办了卡，说这是现实，事情不多。", published=date(2022, 9, 1), parks=("北岭高新区",)),
)
OTHERS = tuple(article(f"other-{number}", f"第{number}座桥通车。", published=date(2021, 1, 2)) for number in range(5))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Iterator[Snapshot]:
    opened = open_snapshot(tmp_path_factory.mktemp("told"), (*REPORTS, *OTHERS), analyzer)
    yield opened
    opened.close()


@pytest.fixture(params=[200, 2], ids=["read", "searched"])
def every(request: pytest.FixtureRequest, snapshot: Snapshot, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch) -> ToldWords:
    monkeypatch.setattr(told_words, "MOST_READ", request.param)
    return ToldWords(snapshot, analyzer, reports_of(snapshot, analyzer.normalize).every)


@pytest.mark.parametrize(
    "word",
    ["澄衡半导体", "澄衡半導體", "澄衡半导体有限公司", "柏松龄", "办实事", "星野储能电池项目", "算力中心", "灶具", "总经理"],
)
def test_what_stands_in_a_text_is_told(every: ToldWords, word: str) -> None:
    assert every.have(word)


@pytest.mark.parametrize("word", ["澄衡光学", "柏松年", "餐厅", "实事求是", "电池工厂", "Suzhou", "GDP"])
def test_what_stands_in_none_is_not(every: ToldWords, word: str) -> None:
    assert not every.have(word)


def test_it_is_looked_for_in_the_reports_on_the_park_alone(snapshot: Snapshot, analyzer: Analyzer) -> None:
    of_other = ToldWords(snapshot, analyzer, [Report(headline) for headline in snapshot.headlines() if headline.id == "canteen"])
    assert of_other.have("食堂")
    assert not of_other.have("澄衡半导体")
    assert not of_other.have("办实事")


def test_of_no_report_nothing_is_told(snapshot: Snapshot, analyzer: Analyzer) -> None:
    assert not ToldWords(snapshot, analyzer, []).have("食堂")


def test_no_text_is_read_for_a_word_of_very_many_reports_but_those_that_come_near(
    snapshot: Snapshot, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told_words, "MOST_READ", 2)
    read: list[str] = []
    normalize = analyzer.normalize
    monkeypatch.setattr(type(analyzer), "normalize", lambda _, text: read.append(text) or normalize(text))  # type: ignore[func-returns-value]
    every = ToldWords(snapshot, analyzer, reports_of(snapshot, lambda text: text).every)
    assert every.have("澄衡半导体")
    assert not any("座桥" in text for text in read)
