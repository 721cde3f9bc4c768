from __future__ import annotations

from collections import defaultdict
from itertools import islice

from retrieval.training.invented import pairs
from retrieval.training.pairs import Pair

PAIRS = list(islice(pairs(3), 3000))


def by_page() -> dict[str, list[Pair]]:
    pages: dict[str, list[Pair]] = defaultdict(list)
    for pair in PAIRS:
        pages[f"{pair.context}\n{pair.passage}"].append(pair)
    return pages


def test_the_same_seed_makes_the_same_pages() -> None:
    assert list(islice(pairs(3), 50)) == PAIRS[:50]
    assert list(islice(pairs(4), 50)) != PAIRS[:50]


def test_an_answer_is_a_figure_a_date_or_a_name_without_what_stands_around_it() -> None:
    answers = [pair.passage[slice(*pair.answer)] for pair in PAIRS if pair.answer]
    assert len(answers) > 1000
    assert [answer for answer in answers if not answer or answer.strip("，。；、（）“”") != answer] == []


def test_no_question_is_both_answered_and_unanswered_on_a_page() -> None:
    for asked in by_page().values():
        assert len({pair.question for pair in asked}) == len(asked)


def test_every_page_answers_something_and_leaves_something_unanswered() -> None:
    for asked in list(by_page().values())[:-1]:
        assert {pair.answer is None for pair in asked} == {True, False}
