"""Writing so that a crash leaves either the old file or the new one, whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8; whoever reads `path` meanwhile, or after a crash, sees the old text or the new, never a part."""
    unfinished = path.with_name(f".{path.name}.new")
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Ask the disk to keep a file's bytes, or a folder's names."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Sync everything below `folder`, and the folder itself."""
    for path in folder.rglob("*"):
        sync(path)
    sync(folder)


def linked(path: Path, other: Path) -> None:
    """Give a file that never changes a second name; where the disk has no such links, copy it."""
    try:
        other.hardlink_to(path)
    except OSError:
        copied(path, other)


def copied(path: Path, other: Path) -> None:
    """Copy a file, its rights too."""
    shutil.copy(path, other)
