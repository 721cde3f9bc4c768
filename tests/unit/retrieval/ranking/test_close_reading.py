"""What is read, in which order and for how long, and how it counts, with a reader and a clock that the tests set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

from corpus.language.span import Span
from retrieval.models.reader.reading import Reading
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.ranking.close_reading import CloseReading
from retrieval.ranking.features import READER_ANSWERS, READER_SPAN, UNREAD
from retrieval.ranking.quoting import cut_quotes
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import PLAIN_WEIGHTS, answerer_over, article

TODAY = date(2024, 6, 15)
WEIGHTS = {READER_ANSWERS: 4.0, READER_SPAN: 2.0}
NO = Reading(-5.0, Span(0, 1), -9.0)
MAYBE = Reading(1.0, Span(0, 2), 1.0)


class FakeReader:
    """Says of each passage what the test sets, NO of others, and takes `seconds` for each."""

    def __init__(self, says: Mapping[str, Reading], seconds: float = 0.0) -> None:
        self._says, self._seconds = says, seconds
        self.now = 100.0
        self.read_so_far: list[tuple[str, str, str]] = []

    def load(self) -> None:
        self.now += 50.0

    def read(self, question: str, context: str, passage: str) -> Reading:
        self.now += self._seconds
        self.read_so_far.append((question, context, passage))
        return self._says.get(passage, NO)

    def clock(self) -> float:
        return self.now


def asking(text: str) -> Question:
    return Question(text, TODAY)


def ranking(*texts: str) -> list[Ranked]:
    """Ranked passages, one an article, a point apart; the first sentence of each is the best one."""
    features = {READER_ANSWERS: UNREAD, READER_SPAN: UNREAD}
    passages = [Passage(article(f"a{row}", text), 0, len(text)) for row, text in enumerate(texts)]
    return [
        Ranked(evidence_of(passage, Span(0, passage.text.index("。") + 1), features), 10.0 - row) for row, passage in enumerate(passages)
    ]


def names(ranked: list[Ranked]) -> list[str]:
    return [candidate.evidence.passage.article.id for candidate in ranked]


def close(reader: FakeReader, budget: float = 1.0) -> CloseReading:
    return CloseReading(reader, budget, clock=reader.clock)


def test_a_passage_that_answers_for_sure_ends_the_reading() -> None:
    reader = FakeReader({"甲。": Reading(3.0, Span(0, 1), 5.0)})
    [found] = close(reader).read([asking("谁")], [ranking("甲。", "乙。")])
    assert [passage for _, _, passage in reader.read_so_far] == ["甲。"]
    assert found.in_time


def test_at_most_three_are_read_and_the_best_comes_first() -> None:
    reader = FakeReader({"丙。": Reading(3.0, Span(0, 1), 5.0)})
    found = ranking("甲。", "乙。", "丙。", "丁。")
    [read] = close(reader).read([asking("谁")], [found])
    assert [passage for _, _, passage in reader.read_so_far] == ["甲。", "乙。", "丙。"]
    [weighed] = read.weigh_in(WEIGHTS, found)
    assert names(weighed) == ["a2", "a0", "a1", "a3"]
    assert [candidate.score for candidate in weighed] == sorted((candidate.score for candidate in weighed), reverse=True)


def test_what_is_unread_counts_like_the_worst_that_was_read() -> None:
    found = ranking("甲。", "乙。", "丙。", "丁。")
    [read] = close(FakeReader({"甲。": MAYBE})).read([asking("谁")], [found])
    [weighed] = read.weigh_in(WEIGHTS, found)
    features = {candidate.evidence.passage.article.id: candidate.evidence.features for candidate in weighed}
    assert features["a0"] == {READER_ANSWERS: 0.625, READER_SPAN: 0.5625}
    assert features["a1"] == features["a3"] == {READER_ANSWERS: 0.0, READER_SPAN: 0.0}


def test_a_sure_first_passage_leaves_the_others_undecided() -> None:
    found = ranking("甲。", "乙。")
    [read] = close(FakeReader({"甲。": Reading(9.0, Span(0, 1), 99.0)})).read([asking("谁")], [found])
    [[first, second]] = read.weigh_in(WEIGHTS, found)
    assert first.evidence.features == {READER_ANSWERS: 1.0, READER_SPAN: 1.0}
    assert second.evidence.features == {READER_ANSWERS: UNREAD, READER_SPAN: UNREAD}
    assert (first.score, second.score) == (10.0 + 3.0, 9.0)


@pytest.mark.parametrize(("budget", "read"), [(0.1, 1), (0.25, 2), (0.3, 3), (9.0, 3)])
def test_the_first_is_always_read_and_others_while_time_is_left(budget: float, read: int) -> None:
    reader = FakeReader({}, seconds=0.1)
    [found] = close(reader, budget).read([asking("谁")], [ranking("甲。", "乙。", "丙。")])
    assert len(found.read) == read
    assert found.in_time == (read == 3)


def test_parts_take_turns() -> None:
    reader = FakeReader({}, seconds=0.1)
    found = close(reader, budget=0.3).read([asking("谁"), asking("几")], [ranking("甲。", "乙。"), ranking("丙。")])
    assert [(question, passage) for question, _, passage in reader.read_so_far] == [("谁", "甲。"), ("几", "丙。"), ("谁", "乙。")]
    assert [part.in_time for part in found] == [True, True]


def test_the_first_of_each_part_is_read_however_long_it_takes() -> None:
    reader = FakeReader({}, seconds=9.0)
    found = close(reader).read([asking("谁"), asking("几"), asking("哪")], [ranking("甲。", "乙。"), ranking("丙。"), ranking("丁。")])
    assert [passage for _, _, passage in reader.read_so_far] == ["甲。", "丙。", "丁。"]
    assert [part.in_time for part in found] == [False, True, True]


@pytest.mark.parametrize(("budget", "read"), [(0.2, 4), (0.3, 6), (9.0, 6)])
def test_each_part_has_its_budget(budget: float, read: int) -> None:
    reader = FakeReader({}, seconds=0.1)
    close(reader, budget).read([asking("谁"), asking("几")], [ranking("甲。", "乙。", "丙。"), ranking("丁。", "戊。", "己。")])
    assert len(reader.read_so_far) == read


class PairsOnly(FakeReader):
    """Of the passages that are not a first one, reads one only while it reads another."""

    def __init__(self, says: Mapping[str, Reading], alone: str) -> None:
        super().__init__(says)
        self._alone, self._both = alone, Barrier(2, timeout=5)

    def read(self, question: str, context: str, passage: str) -> Reading:
        if passage != self._alone:
            self._both.wait()
        return super().read(question, context, passage)


def test_the_second_and_the_third_are_read_at_once_and_none_beside_the_first() -> None:
    reader = PairsOnly({"丙。": MAYBE}, alone="甲。")
    [found] = replace(close(reader), at_once=2).read([asking("谁")], [ranking("甲。", "乙。", "丙。", "丁。")])
    assert [(candidate.evidence.passage.text, reading.answers) for candidate, reading in found.read] == [
        ("甲。", -5.0),
        ("乙。", -5.0),
        ("丙。", 1.0),
    ]
    assert found.in_time


def test_what_was_read_beside_one_that_answers_for_sure_counts_no_more_than_if_it_had_not_been_read() -> None:
    reader = PairsOnly({"乙。": Reading(3.0, Span(0, 1), 5.0), "丙。": MAYBE}, alone="甲。")
    [found] = replace(close(reader), at_once=2).read([asking("谁")], [ranking("甲。", "乙。", "丙。")])
    assert [candidate.evidence.passage.text for candidate, _ in found.read] == ["甲。", "乙。"]


def test_nothing_found_is_nothing_read() -> None:
    reader = FakeReader({})
    [found] = close(reader).read([asking("谁")], [[]])
    assert found.weigh_in(WEIGHTS, []) == [[]]
    assert reader.read_so_far == []


def test_evidence_that_rankings_share_stays_shared() -> None:
    found = ranking("甲。", "乙。")
    [read] = close(FakeReader({"乙。": MAYBE})).read([asking("谁")], [found])
    whole, folded = read.weigh_in(WEIGHTS, found, found[1:])
    assert whole[0].evidence is folded[0].evidence


def test_a_near_duplicate_that_gave_its_place_counts_like_the_one_that_has_it() -> None:
    higher, shown = ranking("甲说。", "甲又说。")
    folded = Ranked(shown.evidence, higher.score)
    [read] = close(FakeReader({"甲又说。": MAYBE})).read([asking("谁")], [[folded]])
    whole, [kept] = read.weigh_in(WEIGHTS, [higher, shown], [folded])
    assert kept.score == whole[0].score
    assert kept.evidence is whole[1].evidence


def test_the_words_that_answer_are_marked_and_their_sentence_shown_where_the_reader_is_sure() -> None:
    text = "园区去年增长。招商局局长是王明远。"
    words = Span(text.index("王"), text.index("王") + 3)
    for answers, lead, sentence in ((2.0, 1.0, "招商局局长是王明远。"), (0.5, 1.0, "园区去年增长。"), (2.0, -1.0, "园区去年增长。")):
        found = ranking(text)
        [read] = close(FakeReader({text: Reading(answers, words, lead)})).read([asking("谁")], [found])
        [weighed] = read.weigh_in(WEIGHTS, found)
        [quote] = cut_quotes(weighed, 1, 200)
        assert text[slice(*quote.emphasis[0])] == sentence
        assert quote.answer == weighed[0].evidence.answer == (words if lead > 0 else None)


@pytest.mark.parametrize(("asked", "marked"), [("青屏惠企九条有哪些", None), ("青屏印发了什么", Span(2, 6))])
def test_what_repeats_the_question_is_not_marked_where_it_asks_which_there_are(analyzer: Analyzer, asked: str, marked: Span | None) -> None:
    text = "印发惠企九条。"
    found = ranking(text)
    [read] = close(FakeReader({text: Reading(3.0, Span(2, 6), 5.0)})).read([read_question(asked, TODAY, analyzer)], [found])
    [[known]] = read.weigh_in(WEIGHTS, found)
    assert known.evidence.answer == marked


@pytest.mark.parametrize("subject", [0.0, 0.7])
def test_what_the_sentence_contradicts_that_the_reader_takes_counts_and_no_more_what_the_other_did(subject: float) -> None:
    text = "园区去年增长。招商局局长是王明远。"
    words = Span(text.index("王"), text.index("王") + 3)
    [plain] = ranking(text)
    features = {**plain.evidence.features, "other subject": 0.2, "time contradicted": 0.0}
    told = {"other subject": subject, "time contradicted": 1.0}
    found = replace(plain, evidence=replace(plain.evidence, features=features, contradicted_by=lambda _: told))
    [read] = close(FakeReader({text: Reading(2.0, words, 1.0)})).read([asking("谁")], [[found]])
    [[weighed]] = read.weigh_in({**WEIGHTS, "other subject": -10.0}, [found])
    assert text[slice(*weighed.evidence.sentence)] == "招商局局长是王明远。"
    assert (weighed.evidence.features["other subject"], weighed.evidence.features["time contradicted"]) == (subject, 0.0)
    assert weighed.score == pytest.approx(10.0 + 4.0 * 0.25 + 2.0 * 0.0625 + 10.0 * (0.2 - subject))


@pytest.mark.parametrize(("answers", "english", "lacking"), [(0.5, 0.0, 1.0), (-3.0, 0.0, 1.0), (2.0, 0.0, 1.0), (0.5, 1.0, 1.0)])
def test_a_passage_lacks_the_answer_where_the_sentence_that_the_reader_takes_does(answers: float, english: float, lacking: float) -> None:
    text = "园区去年增长。招商局局长另行公布。"
    words = Span(text.index("另"), text.index("另") + 2)
    [plain] = ranking(text)
    features = {**plain.evidence.features, "answer lacking": 0.0, "english": english}
    found = replace(plain, evidence=replace(plain.evidence, features=features, contradicted_by=lambda _: {"answer lacking": 1.0}))
    [read] = close(FakeReader({text: Reading(answers, words, 1.0)})).read([asking("谁")], [[found]])
    [[weighed]] = read.weigh_in(WEIGHTS, [found])
    assert weighed.evidence.features["answer lacking"] == lacking


def test_the_reader_is_asked_in_simplified_characters_with_the_context_of_the_passage() -> None:
    reader = FakeReader({})
    close(reader).read([asking("園區新聞")], [ranking("園區開工。")])
    [(question, context, passage)] = reader.read_so_far
    assert (question, passage) == ("园区新闻", "园区开工。")
    assert context.startswith("a0") or context == ""


def test_an_answer_says_what_was_read(reports_index: Path, analyzer: Analyzer) -> None:
    reader = FakeReader({})
    weights = replace(PLAIN_WEIGHTS, confidence={**PLAIN_WEIGHTS.confidence, **WEIGHTS})
    plain = answerer_over(reports_index, analyzer, weights)
    answer = replace(plain, search=replace(plain.search, close_reading=close(reader))).ask(
        "青屏经开区2022年表彰了多少家企业", asked_on=TODAY, explain=True
    )
    assert answer.explanation is not None
    assert [(part.count, part.in_time) for part in answer.explanation.read] == [(3, True)]
    assert answer.confidence < plain.ask("青屏经开区2022年表彰了多少家企业", asked_on=TODAY).confidence


def test_of_the_rows_of_a_table_the_one_that_fits_is_shown_whatever_the_reader_sees_in_another() -> None:
    rows = ["项目：改造小区 · 责任单位：住建局", "项目：新增托位 · 责任单位：卫健局"]
    passage = Passage(article("a", "\n".join(rows)), 0, len("\n".join(rows)))
    best = Span(len(rows[0]) + 1, passage.end)
    candidate = Ranked(evidence_of(passage, best, {READER_ANSWERS: UNREAD, READER_SPAN: UNREAD}), 1.0)
    place = passage.text.index("住建局")
    reader = FakeReader({passage.text: Reading(3.0, Span(place, place + 3), 2.0)})
    [part] = close(reader).read([asking("新增托位由谁负责")], [[candidate]])
    [[read]] = part.weigh_in(WEIGHTS, [candidate])
    assert (read.evidence.sentence, read.evidence.answer) == (best, None)
    assert read.score > candidate.score
