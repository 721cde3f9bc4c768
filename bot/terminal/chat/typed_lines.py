"""What is typed, line by line: with a history at a terminal, and shown as if typed where it comes out of a file or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import TextIOWrapper

from rich.console import Console

from bot.terminal.printing.terminal import printable

PROMPT = "> "


def line_reader(console: Console) -> Callable[[], str]:
    """Returns the next line each time it is called; raises EOFError at the end, KeyboardInterrupt at Ctrl-C."""
    if sys.stdin.isatty():
        with suppress(ImportError):  # Windows has none, and its console edits lines itself
            import readline  # noqa: F401  (changes what input() can do)
        return lambda: _legible(input(PROMPT))
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    return played(sys.stdin, console)


def played(lines: Iterable[str], console: Console) -> Callable[[], str]:
    """Returns and shows one of these lines each time it is called; raises EOFError after the last."""
    left = iter(lines)

    def read() -> str:
        console.print(PROMPT, end="")
        try:
            line = _legible(next(left).rstrip("\n"))
        except StopIteration:
            raise EOFError from None
        console.print(printable(line), markup=False, soft_wrap=True)
        return line

    return read


def _legible(line: str) -> str:
    """Without the halves of characters that come of bytes in another encoding: nothing could keep them."""
    return line.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
