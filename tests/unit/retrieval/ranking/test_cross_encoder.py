"""Order, budget and scale of the second look, with scores and a clock that the tests set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from corpus.language.span import Span
from retrieval.ranking.confidence import LEAD, confidence_signals
from retrieval.ranking.cross_encoder import BATCH, DEPTH, CrossEncoderReranker, blend
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import answerer_over, article

TODAY = date(2024, 6, 15)


class FakeCrossEncoder:
    """Scores a text by the length of the longest run of the question's end that it holds, and takes `seconds` for each batch."""

    def __init__(self, *seconds: float) -> None:
        self._seconds = list(seconds)
        self.now = 100.0
        self.asked: list[tuple[str, int]] = []

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        self.now += self._seconds.pop(0) if self._seconds else 0.0
        self.asked.append((question, len(texts)))
        return np.array([max(n for n in range(len(question) + 1) if question[len(question) - n :] in text) for text in texts], np.float32)

    def clock(self) -> float:
        return self.now


def ranking(*texts: str, best: float = 10.0) -> list[Ranked]:
    """Ranked passages, one an article, a point apart."""
    return [
        Ranked(evidence_of(Passage(article(f"a{row}", text), 0, len(text)), Span(0, len(text)), {"words": 0.5}), best - row)
        for row, text in enumerate(texts)
    ]


def names(ranked: Sequence[Ranked]) -> list[str]:
    return [candidate.evidence.passage.article.id for candidate in ranked]


def scores(ranked: Sequence[Ranked]) -> list[float]:
    return [round(candidate.score, 6) for candidate in ranked]


def reranked(question: str, *texts: str) -> list[str]:
    fake = FakeCrossEncoder()
    [found] = CrossEncoderReranker(fake.score, budget=1.0, clock=fake.clock).rerank([question], [ranking(*texts)])
    assert {asked for asked, _ in fake.asked} == {question}
    return names(found)


def test_what_it_prefers_moves_up() -> None:
    assert reranked("招聘多少人", "天气晴", "招聘多少人", "天气阴") == ["a1", "a0", "a2"]


def test_the_ranking_keeps_its_say() -> None:
    assert reranked("招聘多少人", "天气晴", "天气阴", "招聘多少人") == ["a0", "a2", "a1"]


def test_passages_are_read_with_the_title_of_their_article() -> None:
    passage = replace(ranking("表彰了三家企业。")[0].evidence.passage, article=article("a", "表彰了三家企业。", title="青屏经开区"))
    seen: list[str] = []

    def note(question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        seen.extend(texts)
        return np.zeros(len(texts), np.float32)

    CrossEncoderReranker(note, budget=1.0).rerank(["问"], [[Ranked(evidence_of(passage, Span(0, 8), {}), 1.0)]])
    assert seen == ["青屏经开区\n表彰了三家企业。"]


def test_agreement_leaves_the_scores_as_they_are() -> None:
    ranked = ranking("一", "二", "三")
    assert scores(blend(ranked, [0.9, 0.6, 0.3])) == scores(ranked)


def test_disagreement_brings_the_scores_together_and_shrinks_the_lead() -> None:
    ranked = ranking("一", "二", "三")
    torn = blend(ranked, [-4.0, 0.0, 4.0])
    assert names(torn) == ["a0", "a1", "a2"]
    assert scores(torn) == [9.0, 9.0, 9.0]
    assert confidence_signals(torn)[LEAD] < confidence_signals(ranked)[LEAD]


def test_a_cross_encoder_without_an_opinion_keeps_the_order() -> None:
    assert names(blend(ranking("一", "二", "三"), [0.7, 0.7, 0.7])) == ["a0", "a1", "a2"]
    assert scores(blend(ranking("一"), [3.0])) == [10.0]


def test_what_was_not_read_stays_below_in_its_order() -> None:
    ranked = [replace(candidate, score=5.0 - row / 100) for row, candidate in enumerate(ranking(*"一二三四五六"))]
    reranked = blend(ranked, [0.0, 8.0, 0.0])
    assert names(reranked) == ["a1", "a0", "a2", "a3", "a4", "a5"]
    assert scores(reranked) == sorted(scores(reranked), reverse=True)
    assert all(candidate.evidence is ranked[row].evidence for row, candidate in enumerate(reranked) if row > 2)


@pytest.mark.parametrize(
    ("seconds", "batches"),
    [
        ((0.1, 0.1, 0.1, 0.1, 0.1), 3),  # the fourth would begin when the budget is spent
        ((0.1, 0.18, 0.0), 2),  # a third is likely to take as long as the slowest so far
        ((0.3,), 1),
        ((2.0,), 1),  # slower than the budget: nobody could know before the first batch
        ((), 10),  # no more than the depth
    ],
)
def test_batches_are_read_while_the_budget_lasts(seconds: tuple[float, ...], batches: int) -> None:
    fake = FakeCrossEncoder(*seconds)
    ranked = ranking(*(f"园区{row}" for row in range(DEPTH + 3)))
    [reranked] = CrossEncoderReranker(fake.score, budget=0.31, clock=fake.clock).rerank(["问"], [ranked])
    assert fake.asked == [("问", BATCH)] * batches
    assert names(reranked) == names(ranked)


def test_the_parts_of_a_question_share_the_budget_in_turn() -> None:
    fake = FakeCrossEncoder(*[0.1] * 10)
    rankings = [ranking(*("甲" * 6)), ranking("乙"), []]
    reranked = CrossEncoderReranker(fake.score, budget=0.5, clock=fake.clock).rerank(["甲", "乙", "丙"], rankings)
    assert fake.asked == [("甲", 2), ("乙", 1), ("甲", 2), ("甲", 2)]
    assert [names(part) for part in reranked] == [names(part) for part in rankings]


def test_nothing_to_read() -> None:
    fake = FakeCrossEncoder()
    reranker = CrossEncoderReranker(fake.score, budget=0.5, clock=fake.clock)
    assert reranker.rerank([], []) == []
    assert reranker.rerank(["问"], [[]]) == [[]]
    assert fake.asked == []


@given(st.lists(st.floats(-50, 50), max_size=12), st.lists(st.floats(-50, 50, width=32), max_size=12))
def test_the_same_passages_come_back_with_falling_scores_and_the_unread_last(linear: list[float], cross: list[float]) -> None:
    ranked = [replace(candidate, score=score) for candidate, score in zip(ranking(*"园" * len(linear)), sorted(linear)[::-1], strict=True)]
    reranked = blend(ranked, cross[: len(ranked)])
    assert sorted(names(reranked)) == sorted(names(ranked))
    assert [candidate.score for candidate in reranked] == sorted((candidate.score for candidate in reranked), reverse=True)
    assert names(reranked)[len(cross) :] == names(ranked)[len(cross) :]


def test_an_answer_takes_the_new_order_and_stays_a_quote(reports_index: Path, analyzer: Analyzer) -> None:
    plain = answerer_over(reports_index, analyzer)

    def prefer_buses(question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([10.0 if "公交车" in text else 0.0 for text in texts], np.float32)

    reranking = replace(plain, search=replace(plain.search, reranker=CrossEncoderReranker(prefer_buses, budget=60.0)))
    question = "园区企业产品"
    before, after = (each.ask(question, asked_on=TODAY, top=6) for each in (plain, reranking))
    assert before.ranking.index("bus") > after.ranking.index("bus")
    assert set(before.ranking) == set(after.ranking)
    assert [quote.score for quote in after.quotes] == sorted((quote.score for quote in after.quotes), reverse=True)
    assert 0 <= after.confidence <= 1
    assert reranking.ask(" ", asked_on=TODAY).quotes == ()
