"""Writing to a terminal, a pipe or a file so that Chinese survives every locale and no article can send control sequences."""

from __future__ import annotations

import errno
import json
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_UNSAFE = (
    *(*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029),
    *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
)
"""Control characters, line ends that only some programs know, and marks that turn the direction of what follows."""
_CONTROLS = dict.fromkeys(_UNSAFE, "�")
_ESCAPES = {code: f"\\u{code:04x}" for code in _UNSAFE if code > 0x7E}
"""For JSON, which escapes the others by itself."""
_GONE = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF, errno.EPIPE}


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says; a lone surrogate (a byte that was no UTF-8) becomes its escape, which JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not os.environ.get("COLUMNS", "80").strip("0"):  # of a terminal that nobody sees; nothing would have a place
        del os.environ["COLUMNS"]


def stdout_console() -> Console:
    """For what people read; numbers and paths stay uncoloured."""
    from rich.console import Console

    return Console(highlight=False)


def stderr_console() -> Console:
    """For progress and errors, which never mix with results."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def printable(text: str) -> str:
    """Replace characters that steer a terminal, one for one so that offsets hold; line breaks and tabs stay."""
    return text.translate(_CONTROLS)


def print_json(value: object) -> None:
    """One JSON value on a line of its own, sent off at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False).translate(_ESCAPES) + "\n")
    sys.stdout.flush()


def no_bug(error: BaseException) -> str | None:
    """What to say where memory, or room behind stdout, does not suffice, or a name is too long for any file; None for other errors."""
    if isinstance(error, MemoryError):
        return "The memory does not suffice: end other programs, or allow this one more."
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        from corpus.settings import no_path

        return str(no_path(str(error.filename), error))
    if not isinstance(error, OSError) or error.errno not in _GONE or error.filename is not None:
        return None
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:  # or the end of the process would try once more
        os.dup2(nowhere.fileno(), 1)
    return f"The output cannot be written: {error.strerror}."
