"""A folder to articles. A bad file, or a bad line of a .jsonl file, is reported with its reason and never stops the others.

What parses and cleans is imported when the first file is read: the chat process imports this module and reads no files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from corpus.article import Article
from corpus.errors import CorpusError, UnreadableFile
from corpus.reading.source_file import Reading, Rejection, SourceFile
from corpus.reason import Reason, ReasonCode

_JSONL_FACTOR = 100
"""How many times `max_bytes` a .jsonl file may have: the limit itself holds for each of its lines."""


def list_sources(folder: Path) -> list[SourceFile]:
    """Return every file below `folder`, sorted by path; hidden files, and links that lead out of the folder, are ignored.

    Raises CorpusError when the folder is missing or cannot be listed.
    """
    if not folder.is_dir():
        raise CorpusError(f"the corpus folder {folder} does not exist; create it, or name another one with --corpus")
    root = folder.resolve()
    try:
        sources = [found for path in folder.rglob("*") if (found := _source(folder, root, path))]
    except OSError as error:
        raise CorpusError(f"the corpus folder {folder} cannot be listed: {error.strerror}; check its permissions") from error
    return sorted(sources, key=lambda source: source.path)


def read_source(folder: Path, source: SourceFile, max_bytes: int = 20_000_000) -> Reading:
    """Read one file. Never raises for a bad file: the reason is in `rejections`.

    `max_bytes` limits a file, or each line of a .jsonl file.
    """
    from corpus.formats import JSONL_SUFFIX, PARSERS
    from corpus.reading.article_file import check_type, read_article
    from corpus.reading.record_file import read_articles

    suffix = PurePosixPath(source.path).suffix.lower()
    limit = max_bytes * _JSONL_FACTOR if suffix == JSONL_SUFFIX else max_bytes
    try:
        check_type(suffix)
        if source.size > limit:
            raise UnreadableFile(ReasonCode.TOO_LARGE, size=source.size / 1e6, limit=limit / 1e6)
        with (folder / source.path).open("rb") as file:
            if suffix in PARSERS:
                return read_article(file, source.path, suffix, max_bytes)
            return read_articles(file, source.path, suffix, max_bytes)
    except OSError as error:
        return Reading((), (Rejection(source.path, Reason(ReasonCode.CANNOT_BE_OPENED, {"error": error.strerror or str(error)})),))
    except UnreadableFile as error:
        return Reading((), (Rejection(source.path, error.reason),))


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


def _source(folder: Path, root: Path, path: Path) -> SourceFile | None:
    relative = path.relative_to(folder)
    if any(part.startswith(".") for part in relative.parts):
        return None
    try:
        if not path.is_file() or not path.resolve().is_relative_to(root):
            return None
        stat = path.stat()
    except OSError:
        return None
    return SourceFile(path=relative.as_posix(), size=stat.st_size, modified_ns=stat.st_mtime_ns)
