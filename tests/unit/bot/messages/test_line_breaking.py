from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.messages.line_breaking import broken

CHINESE = st.text(alphabet="园区经济，。、；：“”（）《》——……12.5%亿abc \n", max_size=60)


def lines(text: str, room: float) -> list[str]:
    return [text[start:end] for start, end in broken(text, room, cell_len)]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("一二三四五", 6, ["一二三", "四五"]),
        ("一二三，四", 6, ["一二", "三，四"]),
        ("一二（三四）", 6, ["一二", "（三", "四）"]),
        ("增长12.5%以上", 8, ["增长", "12.5%以", "上"]),
        ("he did not know", 7, ["he did", "not", "know"]),
        ("don’t know", 6, ["don’t", "know"]),
        ("甲乙丙——丁", 7, ["甲乙", "丙——丁"]),
        ("甲\n\n乙", 6, ["甲", "", "乙"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("", 6, [""]),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, room: int, expected: list[str]) -> None:
    assert lines(text, room) == expected


@given(CHINESE | st.text(max_size=60), st.integers(2, 20))
def test_every_line_fits_and_only_spaces_are_left_out(text: str, room: int) -> None:
    found = broken(text, room, cell_len)
    assert all(cell_len(text[start:end]) <= room or end - start == 1 for start, end in found)
    position = 0
    for start, end in found:
        assert text[position:start].strip() == ""
        assert position <= start <= end
        position = end
    assert text[position:].strip() == ""


@given(st.lists(st.sampled_from(["园", "区，", "展。", "（一）", "“好”", "12.5%", "亿元；", "——"])), st.integers(8, 20))
def test_no_line_begins_with_what_closes(pieces: list[str], room: int) -> None:
    first, *others = lines("园" + "园".join(pieces), room)
    assert not any(line.startswith(tuple("，。；）”%—")) for line in others)
    assert not any(line.endswith(tuple("（“")) for line in [first, *others])
