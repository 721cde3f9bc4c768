"""What is said of one answer, on answers made by hand."""

from __future__ import annotations

from dataclasses import replace

from corpus.language.span import Span
from retrieval.answering.side import Side
from retrieval.ranking.quote import Quote
from tests.park_reports import article
from tests.question_outcomes import outcome, quote


def test_an_answer_needs_its_article_and_every_string() -> None:
    assert outcome(quote("a")).answered_within(1)
    assert not outcome(quote("b")).answered_within(3)
    assert not outcome(quote("a", start=11)).answered_within(3)
    assert not outcome(quote("a"), answers=("44家", "58家")).answered_within(1)
    assert [outcome(quote("b"), quote("a")).answered_within(k) for k in (1, 2)] == [False, True]
    assert outcome(quote("b", also_in=["a"])).answered_within(1)
    assert not outcome().answered_within(3)


def test_what_a_quote_was_cut_from_holds_what_it_does_not_show() -> None:
    short = replace(quote("a", 11, 18, Span(11, 18)), cut_from=Span(0, 18))
    assert not outcome(short).answered_within(1)
    assert outcome(short).answered_around(1)
    assert [outcome(quote("b"), short).answered_around(k) for k in (1, 2)] == [False, True]
    assert not outcome(replace(quote("b"), cut_from=Span(0, 18))).answered_around(1)
    assert not outcome(replace(short, cut_from=Span(12, 18))).verbatim


def test_the_emphasised_sentence_of_the_first_quote() -> None:
    assert outcome(quote("a")).emphasised
    assert not outcome(quote("a", emphasis=Span(11, 18))).emphasised
    assert not outcome(quote("b"), quote("a")).emphasised
    assert not outcome().emphasised


def test_the_words_marked_in_the_first_quote() -> None:
    def marked(words: str, *answers: str) -> bool:
        start = quote("a").article.text.index(words)
        return outcome(replace(quote("a"), answer=Span(start, start + len(words))), answers=answers).marked

    assert marked("44家", "44家")
    assert not marked("44家企业", "44家")
    assert not marked("44", "44家")
    assert marked("表彰了44家", "44家", "表彰了")
    assert not marked("会议表彰了44家", "44家", "表彰了")
    assert not outcome(quote("a")).marked
    assert not outcome().marked


def test_verbatim() -> None:
    assert outcome(quote("a"), quote("b")).verbatim
    assert outcome(quote("a", 0, 11), quote("a", 11, 18, Span(11, 18))).verbatim
    assert not outcome(quote("a"), quote("a", 5, 18, Span(11, 18))).verbatim
    assert not outcome(quote("a", 11, 18)).verbatim
    assert not outcome(quote("a", 0, 99)).verbatim
    assert outcome().verbatim


def test_an_answer_that_no_article_holds_word_for_word_is_judged_by_its_article() -> None:
    inexact = outcome(quote("a"), answers=("四十四家",))
    assert not inexact.right
    assert replace(inexact, quotable=False).right
    assert not replace(outcome(quote("b"), answers=("四十四家",)), quotable=False).right
    assert not replace(outcome(), quotable=False).right
    assert outcome(quote("a")).right


def test_the_sides_of_a_comparison_answer_together() -> None:
    other = replace(quote("b"), article=article("b", "大会表彰了58家企业。会议随后结束。"))
    asked = outcome(quote("a"), other, relevant=("a", "b"), answers=("44家", "58家"))
    assert not asked.answered_within(3)
    both, one = (replace(asked, answer=replace(asked.answer, sides=sides)) for sides in (sides_of(quote("a"), other), sides_of(quote("a"))))
    assert (both.answered_within(1), both.answered_around(1), both.emphasised, both.right) == (True, True, True, True)
    assert (one.answered_within(1), one.right) == (False, False)


def sides_of(*quotes: Quote) -> tuple[Side, ...]:
    return tuple(Side(quote.article.id, None, (quote,), 0.9) for quote in quotes)
