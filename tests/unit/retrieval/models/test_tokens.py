from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.models import nano_file
from retrieval.models.tokens import Tokenizer
from tests.nano_models import vocabulary_of

PIECES = [
    ("<s>", 0.0),
    ("<pad>", 0.0),
    ("</s>", 0.0),
    ("<unk>", 0.0),
    ("▁", -2.0),
    ("园", -3.0),
    ("区", -3.0),
    ("园区", -4.0),
    ("▁园", -9.0),
]


@pytest.fixture(scope="module")
def own(tiny_model_file: Path) -> Tokenizer:
    return Tokenizer(nano_file.read(tiny_model_file).vocabulary)


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@example("园区  2023 年\n企业\t多少")
@example("㎡½①Ⅲ…㈱")
@example("e\u0301a\u0301\u0302 한국어")
@example("\u200b\u0007 a\u00a0 b ")
def test_the_tokens_are_those_of_the_library(own: Tokenizer, tiny_model: Path, text: str) -> None:
    from tokenizers import Tokenizer as Library

    library = Library.from_file(str(tiny_model / "tokenizer.json"))
    assert [token.id for token in own.tokens(text)] == library.encode(text, add_special_tokens=False).ids


def test_the_likeliest_pieces_are_taken_and_say_where_they_stand() -> None:
    tokens = Tokenizer(vocabulary_of(PIECES)).tokens("园区 园")
    assert tokens == [(4, 0, 0), (7, 0, 2), (4, 2, 3), (5, 3, 4)]


def test_characters_without_a_piece_are_one_unknown_token() -> None:
    assert Tokenizer(vocabulary_of(PIECES)).tokens("区😀😀区") == [(4, 0, 0), (6, 0, 1), (3, 1, 3), (6, 3, 4)]


@given(text=st.text())
def test_no_text_is_refused_and_offsets_lie_in_it(own: Tokenizer, text: str) -> None:
    tokens = own.tokens(text)
    assert all(0 <= token.start <= token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
