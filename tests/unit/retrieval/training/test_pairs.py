from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.language.span import Span
from retrieval.evaluation.question_set import LabelledQuestion, QuestionSet
from retrieval.text.analyzer import Analyzer
from retrieval.training import from_questions, from_squad
from retrieval.training.pairs import Pair, find_answer, shortened, without_answer
from tests.park_reports import answerer_over

TEXT = "园区去年新签约项目三十六个，总投资一百二十亿元，比前年多。招商局局长是王明远，他说今年会更多。企业都很满意，说服务比从前好得多。"


@pytest.mark.parametrize(("answer", "found"), [("1,234家", "1,234家"), ("1234家", "1,234家"), ("没有", None), ("", None)])
def test_an_answer_is_found_whatever_its_commas(answer: str, found: str | None) -> None:
    text = "新增企业 1,234家，同比增长"
    span = find_answer(text, [answer])
    assert (text[slice(*span)] if span else None) == found


def test_without_its_answering_sentence_a_passage_answers_nothing() -> None:
    answer = Span(TEXT.index("王"), TEXT.index("王") + 3)
    cut = without_answer(Pair("谁", "", TEXT, answer))
    assert cut == Pair("谁", "", TEXT.replace("招商局局长是王明远，他说今年会更多。", ""), None)
    assert without_answer(Pair("谁", "", "局长是王明远。", Span(3, 6))) is None
    assert without_answer(Pair("谁", "", TEXT + "王明远笑了。", answer)) is None


def test_cut_short_a_passage_keeps_the_sentence_that_answers() -> None:
    answer = Span(TEXT.index("王"), TEXT.index("王") + 3)
    alone = shortened(Pair("谁是局长", "", TEXT, answer), 0, 0)
    assert alone.passage == "招商局局长是王明远，他说今年会更多。"
    assert alone.answer == Span(6, 9)
    with_neighbours = shortened(Pair("谁是局长", "", TEXT, answer), 1, 1)
    assert with_neighbours.answer == answer
    assert with_neighbours.passage == TEXT


def test_cut_short_a_passage_without_an_answer_keeps_what_comes_closest() -> None:
    assert shortened(Pair("企业满意什么", "", TEXT, None), 0, 0).passage == "企业都很满意，说服务比从前好得多。"
    assert shortened(Pair("企业满意什么", "", TEXT, None), 1, 1).passage == TEXT[TEXT.index("招商") :]
    assert shortened(Pair("谁", "", "", None), 1, 1).passage == ""


def test_squad_has_questions_with_and_without_an_answer(tmp_path: Path) -> None:
    asked = [
        {"question": "誰是局長", "answers": [{"text": "王明远", "answer_start": TEXT.index("王")}]},
        {"question": "电话", "is_impossible": True, "answers": []},
    ]
    file = tmp_path / "squad.json"
    file.write_text(json.dumps({"data": [{"title": "园区", "paragraphs": [{"context": TEXT, "qas": asked}]}]}), "utf-8")
    first, second = from_squad.pairs_of(file)
    assert first.answer is not None
    assert (first.question, first.passage[slice(*first.answer)]) == ("谁是局长", "王明远")
    assert second == Pair("电话", "园区", TEXT, None, nowhere=True)


def test_another_file_is_none_of_squad(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("[]", "utf-8")
    with pytest.raises(CorpusError, match=r"other\.json"):
        list(from_squad.pairs_of(tmp_path / "other.json"))


def test_a_question_set_gives_right_passages_wrong_ones_and_altered_questions(reports_index: Path, analyzer: Analyzer) -> None:
    answerer = answerer_over(reports_index, analyzer)
    with answerer.index.open() as (_, snapshot):
        article = next(article for article in snapshot.articles() if article.id == "meeting-2022")
    answer = next(word for word in ("家", "元") if word in article.text)
    asked = LabelledQuestion("q", "沐江经开区2022年新增企业多少家", frozenset({article.id}), (answer,), "", date(2024, 6, 15))
    pairs = list(
        from_questions.pairs_of(QuestionSet("set", Path(), (asked, replace(asked, relevant=frozenset()))), answerer, lambda *_: None)
    )
    right = [pair for pair in pairs if pair.answer]
    assert right
    assert all(pair.passage[slice(*pair.answer)] == answer for pair in right if pair.answer)
    assert any(pair.question == right[0].question and pair.answer is None for pair in pairs)
