"""A folder to articles. A bad file, or a bad line of a .jsonl file, is reported with its reason and never stops the others.

What parses and cleans is imported when the first file is read: the chat process imports this module and reads no files.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from corpus.article import Article
from corpus.reading.listing import list_folder
from corpus.reading.source_file import Reading, Rejection, SourceFile, rejected
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise

_USUAL = ReadingRules()


def list_sources(folder: Path) -> list[SourceFile]:
    """Return every file below `folder`, sorted by path. Raises CorpusError when the folder is missing or cannot be listed."""
    return list_folder(folder).sources


def read_source(folder: Path, source: SourceFile, rules: ReadingRules = _USUAL, recognise: Recognise | None = None) -> Reading:
    """Read one file, its pictures too where something recognises them. Never raises for a bad file: the reason is in `rejections`."""
    from corpus.formats import ARCHIVE_SUFFIX
    from corpus.reading.archive_file import read_archive
    from corpus.reading.one_file import read_file

    read = read_archive if PurePosixPath(source.path).suffix.lower() == ARCHIVE_SUFFIX else read_file
    try:
        return read(lambda: _opened(folder / source.path), source.path, source.size, rules, recognise)
    except OSError as error:
        return rejected(source.path, ReasonCode.CANNOT_BE_OPENED, error=error.strerror or str(error))


def _opened(path: Path) -> BinaryIO:
    """A file to read. What was put in its place since it was listed, such as a pipe, might never say anything."""
    file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - a Path opens without an opener, and the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is no file any more", str(path))
    return file


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def unique(articles: Iterable[Article]) -> Reading:
    """Keep the first article of each id, in the order given; each later one becomes a rejection that names the first.

    Ids collide when two files differ only in their suffix, or when a .jsonl line bears an id that is taken.
    """
    kept: dict[str, Article] = {}
    rejections = []
    for article in articles:
        first = kept.setdefault(article.id, article)
        if first is not article:
            rejections.append(Rejection(article.path, Reason(ReasonCode.ID_TAKEN, {"id": article.id, "path": first.path})))
    return Reading(tuple(kept.values()), tuple(rejections))
