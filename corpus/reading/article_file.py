"""One open file to articles: parsed by its type, judged legible, cleaned, and given its metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os import SEEK_END
from pathlib import PurePosixPath
from typing import BinaryIO

from corpus.article import Article
from corpus.errors import UnreadableFile
from corpus.formats import JSONL_SUFFIX, PARSERS
from corpus.formats.document import Document
from corpus.formats.jsonl import parse_line
from corpus.formats.legibility import fault
from corpus.metadata.from_document import to_article
from corpus.reading.source_file import Reading, Rejection, Remark
from corpus.reason import Reason, ReasonCode


def check_type(suffix: str) -> None:
    """Raise UnreadableFile for a suffix that no format reads."""
    if suffix not in PARSERS and suffix != JSONL_SUFFIX:
        known = ", ".join((*PARSERS, JSONL_SUFFIX))
        if not suffix:
            raise UnreadableFile(ReasonCode.NO_SUFFIX, known=known)
        raise UnreadableFile(ReasonCode.UNSUPPORTED_TYPE, suffix=suffix, known=known)


def read_article(file: BinaryIO, path: str, suffix: str, max_bytes: int) -> Reading:
    """Read a file that holds one article; raises UnreadableFile when it does not."""
    data = file.read(max_bytes + 1)
    if not data:
        raise UnreadableFile(ReasonCode.EMPTY_FILE)
    if len(data) > max_bytes:
        raise UnreadableFile(ReasonCode.TOO_LARGE, size=file.seek(0, SEEK_END) / 1e6, limit=max_bytes / 1e6)
    article, left_out = _article(PARSERS[suffix], data, path.removesuffix(PurePosixPath(path).suffix), path)
    return Reading((article,), (), tuple(Remark(path, reason) for reason in left_out))


def read_articles(file: BinaryIO, path: str, max_bytes: int) -> Reading:
    """Read a .jsonl file line by line; a bad line is a rejection."""
    articles: list[Article] = []
    rejections: list[Rejection] = []
    for number, line in enumerate(_limited_lines(file, max_bytes), start=1):
        try:
            if line is None:
                raise UnreadableFile(ReasonCode.LINE_TOO_LONG, limit=max_bytes / 1e6)
            if line.strip():
                articles.append(_article(parse_line, line, None, path)[0])
        except UnreadableFile as error:
            rejections.append(Rejection(f"{path}:{number}", error.reason))
    if not articles and not rejections:
        rejections.append(Rejection(path, Reason(ReasonCode.NO_LINES)))
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


def _article(parse: Callable[[bytes], Document], data: bytes, id: str | None, path: str) -> tuple[Article, tuple[Reason, ...]]:
    """Parse, judge and clean one article, and say what of it could not be read.

    Whatever a parser's library raises on damaged input becomes an UnreadableFile.
    """
    try:
        document = parse(data)
        if reason := fault(_without_address(document)):
            raise UnreadableFile(reason.code, **reason.details)
        article = to_article(document, document.id or id or path, path)
    except UnreadableFile:
        raise
    except Exception as error:  # the promise of read_source: one bad file never stops the others
        raise UnreadableFile(ReasonCode.UNREADABLE, error=f"{type(error).__name__}: {error}") from error
    if not article.text:
        raise UnreadableFile(ReasonCode.NO_TEXT_BESIDE_FRAME)
    if not _is_unicode(article):
        raise UnreadableFile(ReasonCode.HALF_CHARACTER)
    return article, document.left_out


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
