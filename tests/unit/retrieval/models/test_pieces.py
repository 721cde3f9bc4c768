from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.models import nano_file
from retrieval.models.nano_model import model_file
from retrieval.models.pieces import Pieces
from tests.nano_models import SPECIAL, vocabulary_of

CHARACTERS = "▁园区ab\0é😀𠀀"
"""Of one to four bytes, and the one that looks like the end of a piece."""


@given(
    known=st.lists(st.text(CHARACTERS, min_size=1, max_size=5)),
    texts=st.lists(st.text(CHARACTERS + "x", max_size=8), min_size=1, max_size=3),
)
@example(known=["a", "a\0", "\0", "aa", "a"], texts=["a\0"])
@example(known=["😀😀a", "😀😀"], texts=["😀😀ab"])
def test_every_piece_in_a_text_is_found_under_its_last_id(known: Sequence[str], texts: Sequence[str]) -> None:
    pieces = Pieces(vocabulary_of([(piece, -1.0) for piece in (*SPECIAL, *known)]))
    whole = {piece: id_ for id_, piece in enumerate(known, start=len(SPECIAL))}
    for text in texts:
        found = pieces.inside(text)
        assert {piece: found.get(piece) for piece in known if piece in text} == {piece: whole[piece] for piece in known if piece in text}
        assert all(whole[piece] == id_ for piece, id_ in found.items() if piece in whole)
        beginnings = {text[place : place + 2] for place in range(len(text))}
        assert all(pieces.longest[piece[:2]] >= len(piece) for piece in known if piece[:2] in beginnings)


@pytest.mark.parametrize("text", ["▁银川经开区2022年奖励了多少家企业", "▁a", "▁"])
def test_a_question_reads_few_of_the_pieces(text: str) -> None:
    vocabulary = nano_file.read(model_file()).vocabulary
    assert 0 < len(Pieces(vocabulary).inside(text)) < len(vocabulary.scores) // 20
