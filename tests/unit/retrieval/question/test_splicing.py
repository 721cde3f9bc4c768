"""Other words in the place of some of a text's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.span import Span
from retrieval.question.splicing import side_by_side, spliced


@pytest.mark.parametrize(
    ("text", "edits", "left"),
    [
        ("沐江2022年税收", [(Span(0, 2), "临樾"), (Span(2, 7), "2021年")], "临樾2021年税收"),
        ("沐江2022年税收", [(Span(2, 7), "2021年"), (Span(0, 2), "临樾")], "临樾2021年税收"),
        ("output in 2022", [(Span(10, 14), "Q2 2022")], "output in Q2 2022"),
        ("output2022", [(Span(6, 10), "Q2")], "output Q2"),
        ("税收", [], "税收"),
        ("税收", [(Span(0, 2), "")], ""),
    ],
)
def test_each_span_gives_its_place(text: str, edits: list[tuple[Span, str]], left: str) -> None:
    assert spliced(text, edits) == left


def test_latin_words_do_not_run_together() -> None:
    assert side_by_side(["Mujiang ETDZ", "2022", "exports"]) == "Mujiang ETDZ 2022 exports"
    assert side_by_side(["沐江", "2022年", "", "exports"]) == "沐江2022年exports"


@given(st.text(alphabet="沐江,？ ", max_size=9), st.data())
def test_nothing_else_is_lost(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert spliced(text, [(Span(start, end), "新")]) == f"{text[:start]}新{text[end:]}"
