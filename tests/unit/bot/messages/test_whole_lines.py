from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.utf16 import utf16_length
from bot.messages.whole_lines import whole_lines


def test_what_fits_stays_as_it_is() -> None:
    assert whole_lines(["一", "", "二"]) == "一\n\n二"
    assert whole_lines(["12345", "12345"], longest=12) == "12345\n12345"
    assert whole_lines(["12345", "12345"], longest=11) == "12345\n…"
    assert whole_lines(["😀😀😀"], longest=6) == "…"


@given(st.lists(st.text(max_size=2000)))
def test_no_list_is_too_long_for_a_message(lines: list[str]) -> None:
    assert utf16_length(whole_lines(lines)) <= 4096
