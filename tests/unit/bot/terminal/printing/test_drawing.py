from __future__ import annotations

import io
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.messages.message import Button, Entity, Message
from bot.messages.utf16 import utf16_length
from bot.terminal.printing.drawing import draw, draw_aside, draw_buttons


def drawn(message: Message, width: int, *, colours: bool = False) -> str:
    """What a terminal shows, without the codes of its styles unless they are asked for."""
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system="standard" if colours else None, highlight=False)
    draw(message, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def quoted(text: str, after: str = "") -> Message:
    return Message(text + after, (Entity("blockquote", 0, utf16_length(text)),))


def test_long_quotes_keep_their_bar() -> None:
    lines = drawn(quoted("园区😀新闻" * 12, "\n— x"), 30).splitlines()
    assert lines[-1] == "— x"
    assert all(line.startswith("▎ ") for line in lines[:-1])
    assert max(map(cell_len, lines)) <= 30
    assert "".join(line.removeprefix("▎ ") for line in lines[:-1]) == "园区😀新闻" * 12


def test_no_comma_begins_a_line() -> None:
    assert drawn(quoted("一二三四五，六七八九十。"), 12).splitlines() == ["▎ 一二三四", "▎ 五，六七八", "▎ 九十。"]


@given(st.text(max_size=60), st.integers(2, 30))
def test_no_text_can_send_control_sequences(text: str, width: int) -> None:
    shown = drawn(quoted(f"{text}\x1b[31m\x9b2J\r\x07", "\n— x"), width)
    assert not any((ord(character) < 0x20 and character not in "\n\t") or 0x7F <= ord(character) < 0xA0 for character in shown)


def test_bold_and_links_are_styles_of_the_terminal() -> None:
    message = Message("甲乙丙", (Entity("bold", 0, 1), Entity("text_link", 2, 1, "https://example.org/1")))
    shown = drawn(message, 30, colours=True)
    assert "\x1b[1m甲\x1b[0m乙" in shown
    assert ";https://example.org/1\x1b\\丙" in shown


def test_the_colour_of_the_bar_ends_with_it() -> None:
    text = "甲乙"
    shown = drawn(Message(text, (Entity("blockquote", 0, 2), Entity("bold", 1, 1))), 30, colours=True)
    assert shown == "\x1b[36m▎ \x1b[0m甲\x1b[1m乙\x1b[0m\n"


def test_a_pipe_gets_whole_lines_without_codes() -> None:
    console = Console(file=io.StringIO(), width=10, highlight=False)
    draw(quoted("园区" * 40, "\n— x"), console)
    draw_aside("记下了" * 10, console)
    draw_buttons([[(number, Button("上下文")) for number in range(1, 7)]], console)
    assert isinstance(console.file, io.StringIO)
    row = "  ".join(f"[{number}] 上下文" for number in range(1, 7))
    assert console.file.getvalue() == f"▎ {'园区' * 40}\n— x\n{'记下了' * 10}\n{row}\n"


def test_a_row_that_is_too_long_breaks_between_buttons() -> None:
    console = Console(file=io.StringIO(), width=24, force_terminal=True, color_system=None)
    draw_buttons([[(1, Button("上下文")), (2, Button("出处")), (3, Button("更多"))], [(4, Button("分享"))]], console)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue() == "[1] 上下文  [2] 出处\n[3] 更多\n[4] 分享\n"


def test_a_quote_below_another_keeps_the_blank_line_between_them() -> None:
    text = "甲\n— a\n\n乙\n— b"
    message = Message(text, tuple(Entity("blockquote", text.index(char), 1) for char in "甲乙"))
    lines = drawn(message, 30).splitlines()
    assert lines == ["▎ 甲", "— a", "", "▎ 乙", "— b"]
    assert all(one or other for one, other in pairwise(lines))
