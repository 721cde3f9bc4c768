"""A folder to articles. A bad file, or a bad line of a .jsonl file, is reported with its reason and never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from corpus.article import Article
from corpus.document import Document
from corpus.errors import CorpusError, UnreadableFile
from corpus.formats import JSONL_SUFFIX, PARSERS, SUPPORTED
from corpus.formats.jsonl import parse_line
from corpus.legibility import fault
from corpus.metadata import to_article

_JSONL_FACTOR = 100
"""How many times `max_bytes` a .jsonl file may have: the limit itself holds for each of its lines."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the corpus as the folder lists it; the indexer compares size and time to see whether it changed."""

    path: str
    """Relative to the corpus folder, with forward slashes."""
    size: int
    """Bytes."""
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file, or a line of a .jsonl file (`name.jsonl:17`), that gave no article, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one file or of several."""

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]


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
    suffix = PurePosixPath(source.path).suffix.lower()
    limit = max_bytes * _JSONL_FACTOR if suffix == JSONL_SUFFIX else max_bytes
    try:
        if suffix != JSONL_SUFFIX and suffix not in PARSERS:
            raise UnreadableFile(f"unsupported type {suffix or '(no suffix)'}: articles are {SUPPORTED}")
        if source.size > limit:
            raise UnreadableFile(f"too large: {source.size / 1e6:.1f} MB, the limit is {limit / 1e6:g} MB; split the file")
        with (folder / source.path).open("rb") as file:
            if suffix == JSONL_SUFFIX:
                return _read_lines(file, source.path, max_bytes)
            return Reading((_read_one(file, source.path, suffix, max_bytes),), ())
    except OSError as error:
        return Reading((), (Rejection(source.path, f"cannot be opened: {error.strerror or error}"),))
    except UnreadableFile as error:
        return Reading((), (Rejection(source.path, _one_line(error)),))


def unique(articles: Iterable[Article]) -> Reading:
    """Keep the first article of each id, in the order given; each later one becomes a rejection that names the first.

    Ids collide when two files differ only in their suffix, or when a .jsonl line bears an id that is taken.
    """
    kept: dict[str, Article] = {}
    rejections = []
    for article in articles:
        first = kept.setdefault(article.id, article)
        if first is not article:
            rejections.append(
                Rejection(article.path, f"duplicate id: {article.id!r} is already the article in {first.path}; rename one of them")
            )
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


def _read_one(file: BinaryIO, path: str, suffix: str, max_bytes: int) -> Article:
    data = file.read(max_bytes + 1)
    if not data:
        raise UnreadableFile("empty: the file has 0 bytes")
    if len(data) > max_bytes:
        raise UnreadableFile(f"too large: more than the limit of {max_bytes / 1e6:g} MB; split the file")
    return _article(PARSERS[suffix], data, path.removesuffix(PurePosixPath(path).suffix), path)


def _read_lines(file: BinaryIO, path: str, max_bytes: int) -> Reading:
    articles: list[Article] = []
    rejections: list[Rejection] = []
    for number, line in enumerate(_limited_lines(file, max_bytes), start=1):
        try:
            if line is None:
                raise UnreadableFile(f"too large: the line has more than {max_bytes / 1e6:g} MB")
            if line.strip():
                articles.append(_article(parse_line, line, None, path))
        except UnreadableFile as error:
            rejections.append(Rejection(f"{path}:{number}", _one_line(error)))
    if not articles and not rejections:
        rejections.append(Rejection(path, "empty: there is no line in it"))
    return Reading(tuple(articles), tuple(rejections))


def _limited_lines(file: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """Yield each line, or None for one that is longer than the limit; it is skipped without being held in memory."""
    while line := file.readline(max_bytes + 1):
        if len(line) <= max_bytes:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(max_bytes + 1)
        yield None


def _article(parse: Callable[[bytes], Document], data: bytes, id: str | None, path: str) -> Article:
    """Parse, judge and clean one article; whatever a parser's library raises on damaged input becomes an UnreadableFile."""
    try:
        document = parse(data)
        if reason := fault(_without_address(document)):
            raise UnreadableFile(reason)
        article = to_article(document, document.id or id or path, path)
    except UnreadableFile:
        raise
    except Exception as error:  # the promise of read_source: one bad file never stops the others
        raise UnreadableFile(f"cannot be read: {type(error).__name__}: {error}") from error
    if not article.text:
        raise UnreadableFile("empty: the page has no text besides navigation and footer")
    if not _is_unicode(article):
        raise UnreadableFile("mojibake: half a character (a lone surrogate) in the text or the file's name; write it as UTF-8")
    return article


def _is_unicode(article: Article) -> bool:
    """Whether the article can be written as UTF-8; half an escaped pair in JSON, or a file name of other bytes, cannot."""
    try:
        "".join((article.id, article.title or "", article.text, article.publisher or "", article.url or "", *article.parks)).encode()
    except UnicodeEncodeError:
        return False
    return True


def _without_address(document: Document) -> str:
    """Return the text to judge: a first line `URL: …` says nothing about the charset."""
    first, _, rest = document.text.partition("\n")
    return rest if document.url_line and first.startswith("URL:") else document.text


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
