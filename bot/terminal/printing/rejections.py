"""The files that give no article, or less than all of it, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.messages.reason_text import reason_text
from bot.terminal.printing.terminal import printable
from bot.texts.wording import Texts
from corpus.reading.source_file import Rejection, Remark


def print_rejections(console: Console, rejected: Iterable[Rejection], texts: Texts) -> None:
    """Print a line for each."""
    for left in rejected:
        _print(console, "✗", left, texts)


def print_remarks(console: Console, remarks: Iterable[Remark], texts: Texts) -> None:
    """Print a line for each."""
    for remark in remarks:
        _print(console, "!", remark, texts)


def _print(console: Console, sign: str, said: Rejection | Remark, texts: Texts) -> None:
    console.print(Text(f"  {sign} {printable(said.path)}: {printable(reason_text(said.reason, texts))}", style="yellow"), soft_wrap=True)
