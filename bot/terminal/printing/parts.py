"""A heading, and below it the parts of something, each with what there is to say of it."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.terminal.printing.terminal import printable


def print_parts(console: Console, heading: str, parts: Mapping[str, str]) -> None:
    """Print them, what is said in a column of its own."""
    console.print(Text(printable(heading)), soft_wrap=True)
    width = max(map(cell_len, parts)) + 1
    for name, said in parts.items():
        padding = " " * (width - cell_len(name))
        console.print(Text.assemble("  ", (name, "bold"), padding, printable(said)), soft_wrap=True)
