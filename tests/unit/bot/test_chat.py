from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from bot.chat import draw, run_chat
from bot.message import Entity, Message
from bot.texts.zh import ZH
from bot.utf16 import utf16_length
from corpus.article import Article
from retrieval.errors import IndexMissing
from tests.fake_answerers import FakeAnswerer, desk_with

TEXT = "东澜园区今年新增企业46家。"
ARTICLE = Article("a", "东澜年报", TEXT, "东澜发布", date(2024, 2, 1), "https://example.org/1", (), "a.txt")


def failing(error: BaseException) -> Callable[[str], None]:
    def act(question: str) -> None:
        raise error

    return act


def converse(monkeypatch: pytest.MonkeyPatch, answerer: FakeAnswerer, *lines: str) -> str:
    """What the terminal shows when these lines are typed, then Ctrl-D."""
    typed = iter(lines)

    def read(*_: object, **__: object) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    console = Console(file=io.StringIO(), width=40, highlight=False)
    monkeypatch.setattr(console, "input", read)
    run_chat(desk_with(answerer), "zh", console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_question_is_answered_as_in_telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    answerer = FakeAnswerer(ARTICLE)
    shown = converse(monkeypatch, answerer, " 新增多少家？ ", "")
    assert answerer.asked == ["新增多少家？"]
    assert f"▎ {TEXT}\n— 东澜年报 · 东澜发布 · 2024-02-01\n" in shown
    assert shown.endswith(f"{ZH.goodbye}\n")


def test_help_and_quit(monkeypatch: pytest.MonkeyPatch) -> None:
    answerer = FakeAnswerer(ARTICLE)
    shown = converse(monkeypatch, answerer, "/help", "/weather", "/quit", "不再问了")
    assert shown.count(ZH.help_terminal) == 2
    assert ZH.unknown_command in shown.replace("\n", "")
    assert answerer.asked == []


def test_an_error_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = converse(monkeypatch, FakeAnswerer(act=failing(IndexMissing("Nothing is indexed: run `parkqa reindex`."))), "问")
    assert "parkqa reindex" in shown.replace("\n", "")


def test_ctrl_c_leaves_in_the_middle_of_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert converse(monkeypatch, FakeAnswerer(act=failing(KeyboardInterrupt())), "问").endswith(f"{ZH.goodbye}\n")


def test_long_quotes_keep_their_bar_and_control_characters_do_nothing() -> None:
    text = "园区😀新闻" * 12 + "\x1b[31m"
    console = Console(file=io.StringIO(), width=30, force_terminal=False)
    draw(Message(f"{text}\n— x", (Entity("blockquote", 0, utf16_length(text)),)), console)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "\x1b" not in shown
    assert all(line.startswith("▎ ") for line in shown.splitlines()[:3])
    assert max(map(len, shown.splitlines())) <= 30


def test_the_terminal_needs_no_telegram() -> None:
    code = "import bot.chat, sys; sys.exit('telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=False).returncode == 0
