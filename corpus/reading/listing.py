"""Which files there are below a folder. Only what is not there is gone: what cannot be looked at is named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import CorpusError
from corpus.reading.litter import is_litter, is_of_saved_page
from corpus.reading.source_file import Rejection, SourceFile
from corpus.reason import Reason, ReasonCode


@dataclass(slots=True)
class Listing:
    """What was found below a folder."""

    sources: list[SourceFile] = field(default_factory=list)
    """Every file, by path."""
    unseen: list[Rejection] = field(default_factory=list)
    """Folders that could not be listed, and files of which nothing could be learned; what lies there may well be there still."""


def list_folder(folder: Path) -> Listing:
    """Look through a folder; litter, and links that lead out of it, are ignored.

    Raises CorpusError when the folder itself is missing or cannot be listed.
    """
    if folder.is_file():
        raise CorpusError(f"the corpus folder {folder} is a file; name the folder that it lies in with --corpus")
    if not folder.is_dir():
        raise CorpusError(f"the corpus folder {folder} does not exist; create it, or name another one with --corpus")
    found, root, waiting = Listing(), folder.resolve(), [""]
    while waiting:  # a loop instead of recursion: folders may nest deeper than the interpreter
        place = waiting.pop()
        try:
            entries = sorted(_entries(folder, place), key=lambda entry: entry.name)
        except FileNotFoundError:  # it went while it was looked for
            continue
        except OSError as error:
            if not place:
                raise CorpusError(f"the corpus folder {folder} cannot be listed: {error.strerror}; check its permissions") from error
            found.unseen.append(_unseen(place, error))
            continue
        names = {entry.name for entry in entries}
        for entry in (entry for entry in entries if not is_of_saved_page(entry.name, names)):
            waiting.extend(_look_at(entry, f"{place}/{entry.name}".lstrip("/"), root, found))
    found.sources.sort(key=lambda source: source.path)
    return found


def _look_at(entry: os.DirEntry[str], path: str, root: Path, found: Listing) -> list[str]:
    """Note a file; returns a folder, which is to be listed."""
    try:
        if entry.is_dir(follow_symlinks=False):
            return [path]
        if entry.is_file() and _is_inside(entry, root):
            stat = entry.stat()
            found.sources.append(SourceFile(path, stat.st_size, stat.st_mtime_ns))
    except FileNotFoundError:
        return []
    except OSError as error:
        found.unseen.append(_unseen(path, error))
    return []


def _entries(folder: Path, place: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(f"{folder}/{place}") as entries:
        yield from (entry for entry in entries if not is_litter([entry.name]))


def _is_inside(entry: os.DirEntry[str], root: Path) -> bool:
    return not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(root)


def _unseen(path: str, error: OSError) -> Rejection:
    return Rejection(path, Reason(ReasonCode.CANNOT_BE_OPENED, {"error": error.strerror or str(error)}))
