"""What systems and programs leave beside people's files: nobody means it as an article, and nobody wants to hear of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

_NAMES = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp")
"""What browsers and copying programs add until a file is whole."""
_BESIDE_PAGE = ("_files", ".files")
_PAGES = (".html", ".htm", ".shtml")


def is_litter(parts: Iterable[str]) -> bool:
    """Whether a path, by its parts, is hidden, made by a system, a lock of Office (`~$name.docx`), or not whole yet."""
    return any(map(_is_litter, parts))


def is_of_saved_page(folder: str, beside: Collection[str]) -> bool:
    """Whether a folder holds what a browser saved with a page that lies beside it: scripts, pictures, advertisements in frames."""
    return folder.endswith(_BESIDE_PAGE) and any(
        f"{folder.removesuffix(ending)}{suffix}" in beside for ending in _BESIDE_PAGE if folder.endswith(ending) for suffix in _PAGES
    )


def _is_litter(part: str) -> bool:
    name = part.lower()
    return (name.startswith((".", "~$")) and name != "..") or name in _NAMES or name.endswith(_UNFINISHED)
