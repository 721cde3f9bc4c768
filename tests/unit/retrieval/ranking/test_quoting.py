"""Quotes are the answering sentence with what it needs, cut from whole sentences around it, and never hold the same words twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.language.span import Span
from retrieval.ranking.quote import Quote
from retrieval.ranking.quoting import cut_lead, cut_quotes
from retrieval.ranking.ranker import Ranked
from retrieval.text.passage import Passage
from retrieval.text.splitter import sentences, split
from tests.evidence import evidence_of
from tests.park_reports import article

ONE, TWO, THREE, FOUR, FIVE = (f"园区的第{number}句话，正好十五个字。" for number in "一二三四五")
TEXT = ONE + TWO + THREE + FOUR + FIVE
LENGTH = len(ONE)


def candidate(
    text: str, sentence: str, *, passage: str | None = None, score: float = 1.0, id_: str = "a", fits: tuple[float, ...] = ()
) -> Ranked:
    """A candidate whose best sentence is `sentence` and whose passage is `passage`, or else that sentence alone."""
    source, span = article(id_, text), passage or sentence
    best = Span(text.index(sentence), text.index(sentence) + len(sentence))
    evidence = evidence_of(Passage(source, text.index(span), text.index(span) + len(span)), best, {"words": 0.5})
    return Ranked(replace(evidence, fits=fits), score)


def quoted(ranked: list[Ranked], count: int = 3, length: int = 10 * LENGTH) -> list[str]:
    return [quote.text for quote in cut_quotes(ranked, count, length)]


def around(ranked: list[Ranked], count: int = 3, length: int = 10 * LENGTH) -> list[str]:
    """What each quote was cut from."""
    return [quote.article.text[slice(*quote.around)] for quote in cut_quotes(ranked, count, length)]


def emphasised(quote: Quote) -> list[str]:
    return [quote.article.text[start:end] for start, end in quote.emphasis]


def test_nothing_ranked_is_nothing_quoted() -> None:
    assert cut_quotes([], 3, 100) == ()


def test_no_quotes_asked_for() -> None:
    assert cut_quotes([candidate(TEXT, ONE)], 0, 100) == ()


def test_the_answering_sentence_is_quoted_and_its_neighbours_are_around_it() -> None:
    (quote,) = cut_quotes([candidate(TEXT, THREE, score=0.7)], 1, 3 * LENGTH)
    assert quote.text == THREE
    assert TEXT[slice(*quote.around)] == TWO + THREE + FOUR
    assert emphasised(quote) == [THREE]
    assert (quote.score, quote.evidence) == (0.7, {"words": 0.5})


def test_sentences_are_added_after_and_before_in_turn_while_they_fit() -> None:
    expected = [THREE, THREE, THREE + FOUR, TWO + THREE + FOUR, TWO + THREE + FOUR + FIVE, TEXT, TEXT]
    lengths = [1, LENGTH, 2 * LENGTH, 4 * LENGTH - 1, 4 * LENGTH, 5 * LENGTH, 100 * LENGTH]
    assert [around([candidate(TEXT, THREE)], length=length) for length in lengths] == [[text] for text in expected]


def test_at_the_edge_of_an_article_the_other_side_grows() -> None:
    assert around([candidate(TEXT, ONE)], length=3 * LENGTH) == [ONE + TWO + THREE]
    assert around([candidate(TEXT, FIVE)], length=3 * LENGTH) == [THREE + FOUR + FIVE]


def test_a_neighbour_too_long_does_not_keep_the_other_out() -> None:
    text = ONE + TWO + "很" * 100 + "长。"
    assert around([candidate(text, TWO)], length=2 * LENGTH) == [ONE + TWO]


def test_the_passage_comes_first_and_whole_even_beyond_the_length() -> None:
    passage = TWO + THREE + FOUR
    assert around([candidate(TEXT, FOUR, passage=passage)], length=LENGTH) == [passage]
    assert around([candidate(TEXT, TWO, passage=ONE + TWO)], length=3 * LENGTH) == [ONE + TWO + THREE]


def test_where_another_sentence_fits_about_as_well_it_is_quoted_too() -> None:
    assert quoted([candidate(TEXT, TWO, passage=TEXT, fits=(0.1, 0.9, 0.1, 0.1, 0.1))]) == [TWO]
    assert quoted([candidate(TEXT, TWO, passage=TEXT, fits=(0.8, 0.9, 0.1, 0.1, 0.1))]) == [ONE + TWO + THREE]
    assert quoted([candidate(TEXT, TWO, passage=TEXT, fits=(0.1, 0.9, 0.8, 0.7, 0.1))]) == [TWO + THREE + FOUR]


def test_the_words_that_answer_settle_which_sentences_are_quoted() -> None:
    doubtful = candidate(TEXT, TWO, passage=TEXT, fits=(0.8, 0.9, 0.8, 0.1, 0.1))
    inside, outside = (Span(TEXT.index(text), TEXT.index(text) + 5) for text in (TWO, FOUR))
    (quote,) = cut_quotes([replace(doubtful, evidence=replace(doubtful.evidence, answer=inside))], 1, 10 * LENGTH)
    assert (quote.text, quote.answer) == (TWO, inside)
    (quote,) = cut_quotes([replace(doubtful, evidence=replace(doubtful.evidence, answer=outside))], 1, 10 * LENGTH)
    assert (quote.text, quote.answer) == (TWO + THREE + FOUR, outside)
    (quote,) = cut_quotes([doubtful], 1, 10 * LENGTH)
    assert quote.answer is None


def test_what_a_sentence_points_back_to_is_quoted_with_it() -> None:
    text = f"{ONE}其中，十家是新的。{TWO}"
    (quote,) = cut_quotes([candidate(text, "其中，十家是新的。")], 1, 10 * LENGTH)
    assert quote.text == f"{ONE}其中，十家是新的。"
    assert emphasised(quote) == ["其中，十家是新的。"]


def test_a_sentence_around_a_better_quote_is_not_quoted_again() -> None:
    ranked = [candidate(TEXT, TWO), candidate(TEXT, THREE), candidate(TEXT, FIVE)]
    assert around(ranked, length=3 * LENGTH) == [ONE + TWO + THREE, FOUR + FIVE]
    assert quoted(ranked, length=3 * LENGTH) == [TWO, FIVE]
    assert quoted(ranked, length=LENGTH) == [TWO, THREE, FIVE]


def test_a_quote_does_not_reach_across_another() -> None:
    assert quoted([candidate(TEXT, THREE), candidate(TEXT, ONE), candidate(TEXT, FIVE)], length=LENGTH) == [THREE, ONE, FIVE]
    assert around([candidate(TEXT, THREE, passage=THREE), candidate(TEXT, ONE, passage=TEXT)], length=LENGTH) == [THREE, ONE + TWO]


def test_the_same_sentence_of_another_article_is_not_quoted_again() -> None:
    assert quoted([candidate(TEXT, ONE, id_="a"), candidate(TEXT, ONE, id_="b")], length=LENGTH) == [ONE]


def test_no_more_quotes_than_asked_for_and_the_best_first() -> None:
    ranked = [candidate(TEXT, sentence) for sentence in (FOUR, ONE, FIVE)]
    assert quoted(ranked, count=2, length=LENGTH) == [FOUR, ONE]


def test_lines_and_indents_of_the_article_stay_inside_a_quote() -> None:
    text = f"　　{ONE}\n\n　　{TWO}\n"
    assert around([candidate(text, TWO)], length=100) == [f"{ONE}\n\n　　{TWO}"]


PIECES = st.sampled_from(["园区", "二十家企业", "其中", "一是", "：", "，", "；", "。", "。", "！”", "？", "\n", " ", "x" * 50, "😀"])


@st.composite
def rankings(draw: st.DrawFn) -> list[Ranked]:
    """Candidates as the examiner makes them: passages of two articles, each with one of its sentences."""
    texts = draw(st.lists(st.lists(PIECES, min_size=1, max_size=60).map("".join), min_size=1, max_size=2))
    passages = [passage for number, text in enumerate(texts) for passage in split(article(str(number), text))]
    ranked = []
    for passage in draw(st.lists(st.sampled_from(passages), max_size=6)) if passages else []:
        start, end = draw(st.sampled_from(sentences(passage.text)))
        ranked.append(Ranked(evidence_of(passage, Span(passage.start + start, passage.start + end), {}), 1.0))
    return ranked


@given(rankings(), st.integers(0, 4), st.integers(1, 300))
def test_quotes_are_spans_of_whole_sentences_that_never_overlap(ranked: list[Ranked], count: int, length: int) -> None:
    quotes = cut_quotes(ranked, count, length)
    assert len(quotes) <= count
    for place, quote in enumerate(quotes):
        spans = sentences(quote.article.text)
        assert quote.start in {span.start for span in spans}
        assert quote.end in {span.end for span in spans}
        assert quote.around.start <= quote.start < quote.end <= quote.around.end
        assert all(span in spans and quote.start <= span.start and span.end <= quote.end for span in quote.emphasis)
        assert not any(quote.article.id == other.article.id and quote.around.overlaps(other.around) for other in quotes[:place])


@given(rankings(), st.integers(1, 300))
def test_every_answering_sentence_stands_in_or_around_one_quote_when_there_is_room(ranked: list[Ranked], length: int) -> None:
    quotes = cut_quotes(ranked, len(ranked), length)
    for one in ranked:
        start, end = one.evidence.sentence
        article = one.evidence.passage.article
        own = [quote for quote in quotes if quote.article.id == article.id and quote.around.start <= start and end <= quote.around.end]
        others = [quote.article.text[slice(*quote.around)] for quote in quotes if quote.article.id != article.id]
        elsewhere = any(article.text[start:end] in text for text in others)
        assert len(own) == 1 or (not own and elsewhere)


@given(rankings(), st.integers(1, 300))
def test_only_a_passage_or_what_the_quote_needs_makes_it_longer_than_asked(ranked: list[Ranked], length: int) -> None:
    longest = max([length, *(one.evidence.passage.end - one.evidence.passage.start for one in ranked)])
    for quote in cut_quotes(ranked, len(ranked), length):
        assert quote.around.end - quote.around.start <= max(longest, quote.end - quote.start)


def test_the_opening_of_an_article_is_whole_sentences_up_to_a_length() -> None:
    lead = cut_lead(article("a", f"\n{TEXT}"), 2 * LENGTH + 3)
    assert lead is not None
    assert lead.text == ONE + TWO
    assert emphasised(lead) == [ONE]
    short = cut_lead(article("a", TEXT), 3)
    assert short is not None
    assert short.text == ONE
    assert cut_lead(article("a", " \n"), 100) is None


def test_the_sentence_that_names_what_the_best_one_counts_is_quoted_with_it() -> None:
    counted = candidate(TEXT, TWO, passage=TEXT)
    named = Span(TEXT.index(THREE), TEXT.index(THREE) + len(THREE))
    (quote,) = cut_quotes([replace(counted, evidence=replace(counted.evidence, named=named, answer=Span(16, 18)))], 1, 3 * LENGTH)
    assert (quote.text, emphasised(quote)) == (TWO + THREE, [TWO])
