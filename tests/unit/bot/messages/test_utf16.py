from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.utf16 import index_of, utf16_length


@given(st.text())
def test_length_is_that_of_the_encoded_text(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(st.text(), st.integers(0, 50))
def test_index_undoes_length(text: str, index: int) -> None:
    index = min(index, len(text))
    assert index_of(text, utf16_length(text[:index])) == index
