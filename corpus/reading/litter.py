"""What systems and programs leave beside people's files: nobody means it as an article, and nobody wants to hear of it."""

from __future__ import annotations

from collections.abc import Iterable

_NAMES = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp")
"""What browsers and copying programs add until a file is whole."""


def is_litter(parts: Iterable[str]) -> bool:
    """Whether a path, by its parts, is hidden, made by a system, a lock of Office (`~$name.docx`), or not whole yet."""
    return any(_hidden(part) or part.lower() in _NAMES or part.lower().endswith(_UNFINISHED) for part in parts)


def _hidden(part: str) -> bool:
    return part.startswith((".", "~$")) and part != ".."
