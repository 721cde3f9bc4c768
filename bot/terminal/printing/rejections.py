"""The files that give no article, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.messages.reason_text import reason_text
from bot.terminal.printing.terminal import printable
from bot.texts.en import EN
from corpus.reading.source_file import Rejection


def print_rejections(console: Console, rejected: Iterable[Rejection]) -> None:
    """Print a line for each."""
    for left in rejected:
        console.print(Text(f"  ✗ {printable(left.path)}: {printable(reason_text(left.reason, EN))}", style="yellow"), soft_wrap=True)
