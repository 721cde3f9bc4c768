from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.one_line import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("招商年报", "招商年报"),
        (" 喜报\n\t第二行\u2028第三行 ", "喜报 第二行 第三行"),
        ("喜报\u202e gpj.\u200b文件", "喜报 gpj.文件"),
        ("坏\ud800字", "坏字"),
        ("一二三四五六七八九十", "一二三四五六七八九十"),
        ("一二三四五六七八九十一", "一二三四五六七八九…"),
        ("", ""),
    ],
)
def test_a_display_copy(text: str, line: str) -> None:
    assert one_line(text, 10) == line


@given(st.text(), st.integers(1, 50))
def test_any_text_is_one_line_that_fits(text: str, longest: int) -> None:
    line = one_line(text, longest)
    assert len(line) <= longest
    assert len(line.splitlines()) <= 1
