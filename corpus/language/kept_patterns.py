"""Compiled patterns, kept in a file from one process to the next: compiling those of a question takes a fifth of what a new process works.

What is kept is the code that `re` makes of a pattern. Python offers no way to it but parts of its own, so the file is named after the very
version of Python; and where these parts are not as they are known here, or the file is none, patterns are compiled as ever.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from corpus.language.lazy_pattern import compiling_with

MOST = 1500
"""Patterns of a file; where more were met by one version of the program and the next, those of the last process alone are kept."""
_CHECKSUM = 4
"""Bytes before the content."""

_Written = tuple[str, int]
"""A pattern and its flags."""
_Parts = tuple[int, str, int, dict[str, int], list[str | None]]
"""What `re` makes a pattern of: all flags, its code in base 64, how many groups it has, their numbers by name, their names by number."""


@contextmanager
def kept_patterns(folder: Path) -> Iterator[None]:
    """Take lazy patterns from a file in a folder, and at the end keep there what was compiled besides. What cannot be kept is not."""
    kept = _KeptPatterns(folder / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")
    with compiling_with(kept.compiled):
        yield
    with suppress(OSError):
        kept.save()


class _KeptPatterns:
    """The patterns of one file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _read(path)
        self._used: dict[_Written, _Parts] = {}

    def compiled(self, written: str, flags: int) -> re.Pattern[str]:
        """As `re.compile`."""
        key = written, int(flags)
        try:
            parts = self._known.get(key) or _parts(written, flags)
            pattern = _pattern(written, parts)
        except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
            return re.compile(written, flags)
        self._used[key] = parts
        return pattern

    def save(self) -> None:
        """Write the file anew, if there is anything new. Raises OSError."""
        if self._used.keys() <= self._known.keys():
            return
        every = {**self._known, **self._used}
        content = json.dumps([(*key, *parts) for key, parts in (every if len(every) <= MOST else self._used).items()]).encode()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._path.parent, prefix=self._path.name, delete=False) as file:
            unfinished = Path(file.name)
            try:
                file.write(_checksum(content) + content)
                file.close()
                unfinished.replace(self._path)
            except OSError:
                unfinished.unlink()
                raise


def _read(path: Path) -> dict[_Written, _Parts]:
    """What is in a file; nothing where there is none, or it is not as it was written."""
    with suppress(OSError, ValueError):
        content = path.read_bytes()
        if content[:_CHECKSUM] == _checksum(content[_CHECKSUM:]):
            return {(written, flags): tuple(parts) for written, flags, *parts in json.loads(content[_CHECKSUM:])}
    return {}


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECKSUM, "little")


def _parts(written: str, flags: int) -> _Parts:
    """What `re._compiler.compile` puts together. Raises re.error where the pattern is written wrong."""
    parts_of_re: Any = re
    parsed = parts_of_re._parser.parse(written, flags)
    code = array("I", parts_of_re._compiler._code(parsed, flags))
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    return int(flags | parsed.state.flags), b64encode(code.tobytes()).decode(), parsed.state.groups - 1, dict(parsed.state.groupdict), names


def _pattern(written: str, parts: _Parts) -> re.Pattern[str]:
    """A pattern of its parts; `_sre` checks the code. Raises RuntimeError where that is none."""
    flags, code, groups, numbers, names = parts
    words = array("I", b64decode(code)).tolist()
    pattern: re.Pattern[str] = import_module("_sre").compile(written, flags, words, groups, numbers, tuple(names))
    return pattern
