from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.store import answers
from bot.store.answers import KeptQuote, kept_from_json
from bot.store.store import open_store
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.answering.side import Side
from retrieval.question.question import Question
from retrieval.ranking.quote import Quote
from tests.park_reports import article
from tests.shown_answers import SHOWN


def test_quotes_that_were_set_aside_are_kept_behind_the_others() -> None:
    near, far = (Quote(article(id_, "园区新增企业。"), 0, 7, (Span(0, 7),), 1.0) for id_ in "ab")
    answer = Answer(Question("新增几家", date(2024, 3, 1)), (near,), 0.9, True, "000003", 1.0, aside=(far,))
    shown = answers.new_answer(answer, visible=1, chat=5, asker=6, question_message=7, typed="新增几家")
    assert [quote.article for quote in shown.quotes or ()] == ["a", "b"]


@pytest.mark.parametrize("told", [True, False])
def test_an_answer_that_tells_a_part_can_be_gone_on_from_as_one_that_tells_all(told: bool) -> None:
    quote = Quote(article("a", "园区新增企业。"), 0, 7, (Span(0, 7),), 1.0)
    sides = (Side("甲园区", None, (quote,) if told else ()), Side("乙园区", None))
    answer = Answer(Question("谁新增多", date(2024, 3, 1)), (quote,), 0.1, False, "000003", 1.0, sides=sides)
    assert answers.new_answer(answer, visible=1, chat=5, asker=6, question_message=7, typed="谁新增多").found is told


def test_a_quote_that_an_earlier_version_kept_has_no_words_that_answer() -> None:
    plain: list[object] = ["a", 3, "引文𠮷", [[3, 5]], ["b"]]
    assert kept_from_json(plain) == KeptQuote("a", 3, "引文𠮷", (Span(3, 5),), ("b",))


def test_an_answer_is_there_after_a_restart(tmp_path: Path) -> None:
    store = open_store(tmp_path / "new" / "bot.sqlite")
    store.answers.keep(SHOWN)
    store.answers.sent(SHOWN.token, 8)
    store.database.close()
    reopened = open_store(tmp_path / "new" / "bot.sqlite").answers
    expected = replace(SHOWN, message=8)
    assert reopened.get(SHOWN.token) == expected
    assert reopened.to_question(SHOWN.chat, 7) == expected
    assert reopened.in_message(SHOWN.chat, 8) == expected
    assert reopened.get("unknown") is None


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    path.write_text("not a database, but long enough to be looked at as one" * 30)
    with pytest.raises(StoreUnavailable, match=r"bot\.sqlite cannot be opened"):
        open_store(path)
