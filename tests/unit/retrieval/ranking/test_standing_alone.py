"""The cases stand in standing_alone.toml: each a text, with the right quote and the answering sentence marked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.span import Span
from retrieval.ranking.standing_alone import BACK, WHOLE_LIST, with_what_it_needs
from retrieval.text.splitter import LONG_SENTENCE, sentences


class Case(NamedTuple):
    """A text without its marks."""

    why: str
    text: str
    quote: str
    answer: Span


def case_of(row: dict[str, str]) -> Case:
    marked = row["text"]
    text, quote = (plain(part) for part in (marked, marked.split("⟦")[1].split("⟧")[0]))
    start = len(plain(marked.split("«")[0]))
    return Case(row["why"], text, quote, Span(start, len(plain(marked.split("»")[0]))))


def plain(marked: str) -> str:
    return marked.translate(dict.fromkeys(map(ord, "⟦⟧«»")))


CASES = [case_of(row) for row in tomllib.loads(Path(__file__).with_name("standing_alone.toml").read_text("utf-8"))["case"]]


@pytest.mark.parametrize("case", CASES, ids=[case.why for case in CASES])
def test_what_a_sentence_needs(case: Case) -> None:
    quoted = with_what_it_needs(case.text, sentences(case.text), case.answer)
    assert case.text[slice(*quoted)] == case.quote.strip()


def test_a_list_that_is_too_long_gives_its_item_alone() -> None:
    items = [f"{number}、第{number}项措施{'很长' * 30}。" for number in range(1, 12)]
    text = "园区提出措施如下：\n" + "\n".join(items)
    start = text.index(items[6])
    assert text[slice(*with_what_it_needs(text, sentences(text), Span(start, start + len(items[6]))))] == items[6]


def test_a_sentence_that_leans_on_something_far_away_stays_as_it_is() -> None:
    text = "园区开放。" + "".join(f"该项目第{number}期{'很长' * 40}。" for number in range(6))
    last = sentences(text)[-1]
    assert with_what_it_needs(text, sentences(text), last) == last


PIECES = st.sampled_from(
    [
        *("园区", "其中", "该", "一是", "二是", "1.", "2.", "，", "；", "：", "。", "。", "“", "”", "？", "\n", " "),
        *("a | b | c", "x" * 50, "😀"),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=60).map("".join), st.data())
def test_any_text_gives_whole_sentences_with_the_answer_among_them_and_not_many_more(text: str, data: st.DataObject) -> None:
    spans = sentences(text)
    if not spans:
        return
    answer = data.draw(st.sampled_from(spans))
    start, end = with_what_it_needs(text, spans, answer)
    assert start <= answer.start < answer.end <= end
    assert start in {span.start for span in spans}
    assert end in {span.end for span in spans}
    assert end - start <= WHOLE_LIST + 2 * BACK + LONG_SENTENCE
