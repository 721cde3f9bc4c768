from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.callback_data import LONGEST, CallbackData, name_in


@dataclass(frozen=True, slots=True)
class Turn(CallbackData):
    name = "turn"
    book: str
    page: int
    quickly: bool = False


@given(st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True), st.integers(0, 10**9), st.booleans())
def test_what_a_button_says_is_understood(book: str, page: int, quickly: bool) -> None:
    data = Turn(book, page, quickly)
    assert len(str(data).encode()) <= LONGEST
    assert name_in(str(data)) == "turn"
    assert Turn.parse(str(data)) == data


def test_a_button_from_before_a_field_was_added_means_its_default() -> None:
    assert Turn.parse("turn/atlas/7") == Turn("atlas", 7, quickly=False)


@pytest.mark.parametrize(
    "data",
    [
        "turn",
        "turn/",
        "turn/atlas",
        "turn//7",
        "turn/a/",
        "turn/atlas/x",
        "turn/atlas/-1",
        "turn/atlas/７",
        "turn/atlas/7/2",
        "turn/a/7/1/0",
    ],
)
def test_what_no_button_says_is_nothing(data: str) -> None:
    assert Turn.parse(data) is None


@given(st.text(max_size=64))
def test_whatever_a_client_sends_is_read_or_not(data: str) -> None:
    assert Turn.parse(data) is None or str(Turn.parse(data)).startswith("turn/")
