from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.pager import nearest_page, page_of
from bot.conversation.services import Expired
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button
from bot.texts.zh import ZH


@dataclass(frozen=True, slots=True)
class Turn(CallbackData):
    name = "turn"
    page: int


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_all_pages_together_hold_everything_in_order(things: list[int], size: int) -> None:
    page, held = page_of(things, 0, size), []
    while True:
        held += page.things
        if page.next is None:
            break
        page = page_of(things, page.next, size)
    assert held == things
    assert page.number == page.count - 1
    assert nearest_page(things, 10**9, size) == page
    with pytest.raises(Expired):
        page_of(things, page.count, size)


@pytest.mark.parametrize(("number", "labels"), [(0, ["back", "2 ›"]), (1, ["‹ 1", "back", "3 ›"]), (2, ["‹ 2", "back"])])
def test_buttons_lead_to_the_pages_beside_it(number: int, labels: list[str]) -> None:
    buttons = list(page_of(range(5), number, 2).turning(Turn, Button("back")))
    assert [button.label for button in buttons] == labels
    turned = [button.callback_data.page for button in buttons if isinstance(button.callback_data, Turn)]
    assert turned == [page for page in (number - 1, number + 1) if 0 <= page < 3]


def test_a_single_page_needs_no_number_and_no_buttons() -> None:
    only = page_of([1, 2], 0, 8)
    assert only.below("两个", ZH) == "两个"
    assert list(only.turning(Turn)) == []
    assert page_of([1, 2], 1, 1).below("两个", ZH) == "两个\n第 2 / 2 页"
    assert page_of([], 0, 8).things == []
