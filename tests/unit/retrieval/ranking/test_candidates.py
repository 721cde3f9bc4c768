"""Which passages get a closer look, over a real index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from retrieval.index.engine import Match, Snapshot
from retrieval.models.embedder import Vectors
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.ranking.candidates import CANDIDATES, DEPTH, Candidate, find_candidates
from retrieval.text.analyzer import Analyzer
from retrieval.text.context import with_context
from retrieval.text.terms import Terms
from tests.park_reports import EMBEDDER, REPORTS, article, open_snapshot

TODAY = date(2024, 6, 15)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Iterator[Snapshot]:
    snapshot = open_snapshot(tmp_path_factory.mktemp("retriever"), REPORTS, analyzer)
    yield snapshot
    snapshot.close()


def candidates(snapshot: Snapshot, analyzer: Analyzer, text: str) -> tuple[Question, list[Candidate]]:
    question = read_question(text, TODAY, analyzer)
    return question, find_candidates(snapshot, question, EMBEDDER.encode_queries([text])[0])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("蓝宝石年产多少吨", "crystal"),
        ("藍寶石年產多少噸", "crystal"),
        ("食堂午餐供应到几点", "canteen"),
        ("七路公交车改走哪条路", "bus"),
        ("青屏经开区2022年度工作会议", "meeting-2022"),
    ],
)
def test_the_passage_that_shares_most_comes_first(snapshot: Snapshot, analyzer: Analyzer, text: str, first: str) -> None:
    _, found = candidates(snapshot, analyzer, text)
    assert found[0].passage.article.id == first


def test_every_passage_comes_at_most_once_and_with_its_own_scores(snapshot: Snapshot, analyzer: Analyzer) -> None:
    question, found = candidates(snapshot, analyzer, "方晓主任在工作会议上表彰了多少家企业")
    by_words = {match.position: match.score for match in snapshot.search_lexical(Terms(question.terms.words, ()), DEPTH)}
    by_bigrams = {match.position: match.score for match in snapshot.search_lexical(Terms((), question.terms.bigrams), DEPTH)}
    expected = {snapshot.passage(row).article.id: row for row in range(len(snapshot))}
    assert sorted(one.passage.article.id for one in found) == sorted(expected)
    for one in found:
        row = expected[one.passage.article.id]
        vector = EMBEDDER.encode_passages([with_context(one.passage)])[0]
        assert one.cosine == pytest.approx(float(vector @ EMBEDDER.encode_queries([question.text])[0]), abs=1e-5)
        assert one.words == by_words.get(row, 0.0)
        assert one.bigrams == by_bigrams.get(row, 0.0)


@pytest.mark.parametrize("text", ["？", "😀🎉", "\u200b", "zzzz qqqq"])
def test_a_question_without_a_known_term_goes_by_meaning_alone(snapshot: Snapshot, analyzer: Analyzer, text: str) -> None:
    _, found = candidates(snapshot, analyzer, text)
    assert len(found) == len(snapshot)
    assert {(one.words, one.bigrams) for one in found} == {(0.0, 0.0)}
    assert [one.cosine for one in found] == sorted((one.cosine for one in found), reverse=True)


def test_of_many_passages_only_the_best_are_taken(tmp_path: Path, analyzer: Analyzer) -> None:
    streets = [article(f"street-{number:02}", f"第{number}号街区的厂房租给了织布作坊。") for number in range(70)]
    target = article("target", "霁云大桥横跨两岸，连接东西厂房。")
    snapshot = open_snapshot(tmp_path, [*streets, target], analyzer)
    _, found = candidates(snapshot, analyzer, "霁云大桥的厂房")
    assert len(found) == CANDIDATES
    assert found[0].passage.article.id == "target"
    assert len({one.passage.article.id for one in found}) == CANDIDATES
    snapshot.close()


def test_a_name_that_stands_in_one_passage_is_found_however_far_its_meaning(tmp_path: Path, analyzer: Analyzer) -> None:
    """Fifty passages are nearer in meaning, and the searches by terms have just one match, which is their best and their last."""
    near = [article(f"near-{number:02}", f"麓璟？{number}麓璟") for number in range(70)]
    named = article("named", "湖畔公园的长椅刷了漆，草坪也修剪过了，鹮鹳展厅周末开放，门票免费。")
    snapshot = open_snapshot(tmp_path, [*near, named], analyzer)
    question = read_question("鹮鹳", TODAY, analyzer)
    found = find_candidates(snapshot, question, EMBEDDER.encode_passages(["麓璟？7麓璟"])[0])
    assert "named" in [one.passage.article.id for one in found]
    snapshot.close()


class FactsOfRow(NamedTuple):
    """The facts of a passage that is its position."""

    passage: int


class ToldMatches:
    """A snapshot whose three searches answer as told; a passage's cosine is 0.9 less a tenth of its position, and it is its position."""

    def __init__(self, dense: list[int], words: list[Match], bigrams: list[Match]) -> None:
        self._dense, self._words, self._bigrams = dense, words, bigrams

    def search_dense(self, vector: Vectors, k: int) -> list[Match]:
        return [Match(position, score) for position, score in zip(self._dense, self.cosines(vector, self._dense), strict=True)]

    def search_lexical(self, terms: Terms, k: int) -> list[Match]:
        return self._words if terms.words else self._bigrams

    def cosines(self, vector: Vectors, positions: list[int]) -> list[float]:
        return [0.9 - position / 10 for position in positions]

    def facts(self, positions: list[int]) -> list[FactsOfRow]:
        return [FactsOfRow(position) for position in positions]


def fused(analyzer: Analyzer, snapshot: ToldMatches) -> list[tuple[object, float, float]]:
    question = read_question("园区企业", TODAY, analyzer)
    found = find_candidates(snapshot, question, EMBEDDER.encode_queries([question.text])[0])  # type: ignore[arg-type]
    return [(one.passage, one.words, one.bigrams) for one in found]


def test_the_three_searches_count_alike(analyzer: Analyzer) -> None:
    """Rows 0 to 3 are worth 1, 2/3, 1/3, 0 by meaning, 1/4, 0, 0, 1 by words, and 0, 1/3, 1, 2/3 by bigrams."""
    snapshot = ToldMatches([0, 1, 3], [Match(3, 8.0), Match(0, 2.0)], [Match(2, 6.0), Match(3, 4.0), Match(1, 2.0)])
    assert fused(analyzer, snapshot) == [(3, 8.0, 4.0), (2, 0.0, 6.0), (0, 2.0, 0.0), (1, 0.0, 2.0)]


def test_equal_candidates_stay_in_order_of_position(analyzer: Analyzer) -> None:
    snapshot = ToldMatches([], [Match(3, 1.0), Match(1, 1.0)], [Match(2, 1.0), Match(0, 1.0)])
    assert [position for position, _, _ in fused(analyzer, snapshot)] == [0, 1, 2, 3]


def test_nothing_found_by_any_search(analyzer: Analyzer) -> None:
    assert fused(analyzer, ToldMatches([], [], [])) == []


def test_beyond_its_depth_a_search_may_have_had_more_to_say(analyzer: Analyzer) -> None:
    """A full list of matches was cut off: what is not in it scores like its last rather than nothing."""
    words = [Match(row, 60.0 - row) for row in range(1, DEPTH + 1)]
    assert (0, 60.0 - DEPTH, 3.0) in fused(analyzer, ToldMatches([0], words, [Match(0, 3.0), Match(1, 2.0)]))
