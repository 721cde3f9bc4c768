"""Writing to a terminal, a pipe or a file so that Chinese survives every locale and no article can send control sequences."""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper

from rich.console import Console

_CONTROLS = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)], "�")


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says; a lone surrogate (a byte that was no UTF-8) becomes its escape, which JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def stdout_console() -> Console:
    """For what people read; numbers and paths stay uncoloured."""
    return Console(highlight=False)


def stderr_console() -> Console:
    """For progress and errors, which never mix with results."""
    return Console(stderr=True, highlight=False)


def printable(text: str) -> str:
    """Replace control characters, one for one so that offsets hold; line breaks and tabs stay."""
    return text.translate(_CONTROLS)


def print_json(value: object) -> None:
    """One JSON value on a line of its own, sent off at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
