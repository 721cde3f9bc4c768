from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.language.span import Span
from retrieval.answering.answerer import Answerer
from retrieval.index.engine import Snapshot
from retrieval.index.in_process import InProcessEngine
from retrieval.index.manifest import Fingerprints
from retrieval.ranking.folding import fold_near_duplicates, name_near_duplicates
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.splitter import sentences, split
from tests.evidence import evidence_of
from tests.park_reports import EMBEDDER, REPORTS, answerer_over, article, publish

FIRST = article("first", "大会签约货运项目34个。冷链项目占12个。停车场三天进出车辆4.1万辆次。", published=date(2023, 6, 20))
COPY = article("copy", "据悉，大会签约货运项目34个。冷链项目占12个。北馆明年三月开工。", published=date(2023, 6, 21))
OTHER = article("other", "食堂换了新灶具。")
GROUP = ("first", "copy")


@pytest.fixture(scope="module")
def plain() -> Analyzer:
    return Analyzer()


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    engine = InProcessEngine(tmp_path)
    passages = [passage for each in (FIRST, COPY, OTHER) for passage in split(each)]
    vectors = EMBEDDER.encode_passages([passage.text for passage in passages])
    engine.write("1", passages, vectors, [Analyzer().terms("") for _ in passages], Fingerprints("", "", ""), near_duplicates=[GROUP])
    return engine.open("1")


def candidate(source: Article, sentence: int, score: float) -> Ranked:
    """A passage, the whole of its article, with one of its sentences as the answering one."""
    return Ranked(evidence_of(split(source)[0], sentences(source.text)[sentence], {}), score)


def shown(ranked: list[Ranked]) -> list[tuple[str, str, float]]:
    return [
        (each.evidence.passage.article.id, each.evidence.passage.article.text[slice(*each.evidence.sentence)], each.score)
        for each in ranked
    ]


def test_the_preferred_article_takes_the_place_of_its_near_duplicate(snapshot: Snapshot, plain: Analyzer) -> None:
    ranked = [candidate(COPY, 0, 3.0), candidate(OTHER, 0, 2.0), candidate(FIRST, 0, 1.0)]
    assert shown(fold_near_duplicates(ranked, snapshot, plain.normalize)) == [
        ("first", "大会签约货运项目34个。", 3.0),
        ("other", "食堂换了新灶具。", 2.0),
    ]


def test_what_the_preferred_article_does_not_say_is_quoted_from_the_near_duplicate(snapshot: Snapshot, plain: Analyzer) -> None:
    ranked = [candidate(COPY, 2, 3.0), candidate(FIRST, 1, 2.0), candidate(COPY, 1, 1.0)]
    assert shown(fold_near_duplicates(ranked, snapshot, plain.normalize)) == [
        ("copy", "北馆明年三月开工。", 3.0),
        ("copy", "冷链项目占12个。", 1.0),
    ]
    ranked = [candidate(FIRST, 2, 3.0), candidate(COPY, 1, 2.0), candidate(COPY, 2, 1.0)]
    assert shown(fold_near_duplicates(ranked, snapshot, plain.normalize)) == [
        ("first", "停车场三天进出车辆4.1万辆次。", 3.0),
        ("copy", "北馆明年三月开工。", 1.0),
    ]


def test_other_passages_of_the_shown_article_stay(snapshot: Snapshot, plain: Analyzer) -> None:
    ranked = [candidate(FIRST, 0, 3.0), candidate(FIRST, 2, 2.0)]
    assert fold_near_duplicates(ranked, snapshot, plain.normalize) == ranked


def test_without_near_duplicates_nothing_changes(snapshot: Snapshot, plain: Analyzer) -> None:
    ranked = [candidate(OTHER, 0, 2.0)]
    assert fold_near_duplicates(ranked, snapshot, plain.normalize) == ranked
    assert fold_near_duplicates([], snapshot, plain.normalize) == []


def test_a_quote_names_the_other_articles_of_its_group(snapshot: Snapshot) -> None:
    quotes = [Quote(source, 0, 5, (Span(0, 5),), 1.0) for source in (FIRST, COPY, OTHER)]
    assert [quote.also_in for quote in name_near_duplicates(quotes, snapshot)] == [("copy",), ("first",), ()]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Answerer:
    crystal = next(each for each in REPORTS if each.id == "crystal")
    reprint = article("reprint", f"{crystal.text}\n编辑：小麦", title="晶体照亮世界", published=date(2023, 5, 8), parks=crystal.parks)
    folder = tmp_path_factory.mktemp("near-duplicates")
    publish(folder, [*REPORTS, reprint], analyzer)
    return answerer_over(folder, analyzer)


@pytest.mark.parametrize("question", ["蓝宝石年产多少吨", "北岭高新区晶体厂的厂长是谁", "晶体照亮世界"])
def test_an_answer_quotes_near_duplicates_once(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question, asked_on=date(2024, 6, 15))
    assert (answer.quotes[0].article.id, answer.quotes[0].also_in) == ("crystal", ("reprint",))
    assert "reprint" not in [quote.article.id for quote in answer.quotes]
    assert {"crystal", "reprint"} <= set(answer.ranking)


def test_a_near_duplicate_does_not_make_an_answer_less_certain(answerer: Answerer, reports_index: Path, analyzer: Analyzer) -> None:
    alone = answerer_over(reports_index, analyzer).ask("蓝宝石年产多少吨", asked_on=date(2024, 6, 15))
    assert answerer.ask("蓝宝石年产多少吨", asked_on=date(2024, 6, 15)).confidence == pytest.approx(alone.confidence, abs=0.05)
