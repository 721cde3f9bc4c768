"""What only the conversation in a terminal says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terminal:
    """Words for what a terminal cannot show as Telegram does."""

    help: str
    goodbye: str
    replaces: str
    shared: str
    """{question}"""
    saved: str
    """{path}"""
    not_saved: str
    """{reason}"""
    no_button: str
    """{number}"""
    given_up: str


ZH = Terminal(
    help=("输入问题，回车。消息下面的按钮带有数字，输入数字就是按下它。\n/help 看有哪些命令 · /quit 或 Ctrl-D 离开"),
    goodbye="再见。",
    replaces="上面那条消息改成了：",
    shared="在 Telegram 里，这会把问题带到另一个聊天：{question}",
    saved="已存为 {path}",
    not_saved="文件没能写下来：{reason}",
    no_button="没有 {number} 号按钮。",
    given_up="好，不找了。",
)
EN = Terminal(
    help=(
        "Type a question and press Enter. The buttons below a message have numbers: type one to press it.\n"
        "/help lists the commands · /quit or Ctrl-D leaves"
    ),
    goodbye="Goodbye.",
    replaces="The message above has changed:",
    shared="In Telegram this takes the question to another chat: {question}",
    saved="Saved as {path}",
    not_saved="The file could not be written: {reason}",
    no_button="There is no button {number}.",
    given_up="All right, given up.",
)
