"""Shares of what a question asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking.term_weights import TermWeights, weigh

TERMS = TermWeights(("园区", "企业", "表彰"), (1.0, 2.0, 5.0))


def test_a_share_is_of_the_weight_and_not_of_the_number() -> None:
    assert TERMS.share(TERMS.held_by("园区的企业")) == pytest.approx(3 / 8)


def test_the_rarest_that_is_missing() -> None:
    assert TERMS.rarest_missing(TERMS.held_by("表彰")) == pytest.approx(2 / 8)
    assert TERMS.rarest_missing(TERMS.held_by("园区表彰企业")) == 0


def test_either_text_may_hold_a_term() -> None:
    assert TERMS.held_by("园区") | TERMS.held_by("表彰") == TERMS.held_by("园区表彰") == 0b101


def test_some_of_the_terms_keep_their_weights() -> None:
    assert TERMS.only(("表彰", "园区", "没有")) == TermWeights(("园区", "表彰"), (1.0, 5.0))


def test_where_a_term_stands() -> None:
    in_both, in_context, nowhere = TERMS.sought_in("企业园区", "园区")
    assert (in_both.in_passage, in_both.in_context) == (True, True)
    assert (in_context.in_passage, in_context.in_context) == (False, True)
    assert (nowhere.in_passage, nowhere.in_context) == (False, False)


def test_rare_terms_weigh_more() -> None:
    weighed = weigh(["园区", "鹿鸣"], [90, 1], 100, english=False)
    assert weighed.weights[1] > 10 * weighed.weights[0]


def test_english_words_that_no_passage_holds_count_little_in_english() -> None:
    weighed = weigh(["qwerty", "gdp"], [0, 3], 100, english=True)
    assert weighed.terms == ("qwerty", "gdp")
    assert 0 < weighed.weights[0] < weighed.weights[1]


def test_names_and_english_words_that_are_looked_for_in_chinese_do_not_count() -> None:
    assert weigh(["company", "qingping", "gdp"], [0, 0, 3], 100, english=True, names={"qingping"}).terms == ("gdp",)


@given(st.lists(st.tuples(st.text("园区企业表彰", min_size=1, max_size=2), st.integers(0, 50))), st.text("园区企业表彰"))
def test_a_share_is_between_0_and_1(terms: list[tuple[str, int]], text: str) -> None:
    weighed = weigh([term for term, _ in terms], [count for _, count in terms], 50, english=False)
    assert 0 <= weighed.share(weighed.held_by(text)) <= 1 + 1e-9


@given(st.lists(st.text("园区企业表彰公司", min_size=1, max_size=2), unique=True), st.lists(st.text("园区企业表彰公司补贴")))
def test_what_the_lines_of_a_text_hold_is_what_each_of_them_does(terms: list[str], lines: list[str]) -> None:
    weighed = TermWeights(tuple(terms), (1.0,) * len(terms))
    assert weighed.held_by_lines("\n".join(lines), lines) == [weighed.held_by(line) for line in lines]
