"""One open file to articles: parsed by its type, judged legible, cleaned, and given its metadata."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from os import SEEK_END
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from corpus.article import Article
from corpus.errors import UnreadableFile
from corpus.formats import ARCHIVE_SUFFIX, JSONL_SUFFIX, PARSERS, RECORD_SUFFIXES, SAVE_AS
from corpus.formats.document import Document
from corpus.formats.legibility import fault
from corpus.language.table_rows import BEHIND_HEADER
from corpus.metadata.from_document import to_article
from corpus.metadata.published import past
from corpus.reading.source_file import Reading, Remark
from corpus.reason import Reason, ReasonCode

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise

_NUMBER = re.compile(r"^[\d._\-—、（）()\s]+(?=[\u4e00-\u9fff]{3})(?![年月日])")
"""By which files are ordered in their folder."""
_SHORT = 40
"""Characters below which a text may be a heading or a caption that was left of a page."""


def check_type(suffix: str) -> None:
    """Raise UnreadableFile for a suffix that no format reads."""
    suffixes = (*PARSERS, JSONL_SUFFIX, *RECORD_SUFFIXES, ARCHIVE_SUFFIX)
    if suffix in SAVE_AS:
        raise UnreadableFile(ReasonCode.SAVE_AS, suffix=suffix, other=SAVE_AS[suffix])
    if suffix not in suffixes:
        known = ", ".join(suffixes)
        if not suffix:
            raise UnreadableFile(ReasonCode.NO_SUFFIX, known=known)
        raise UnreadableFile(ReasonCode.UNSUPPORTED_TYPE, suffix=suffix, known=known)


def read_article(file: BinaryIO, path: str, suffix: str, max_bytes: int, recognise: Recognise | None = None) -> Reading:
    """Read a file that holds one article; raises UnreadableFile when it does not."""
    data = whole(file, max_bytes)
    article, seen = article_of(lambda: PARSERS[suffix](data, recognise), path.removesuffix(PurePosixPath(path).suffix), path)
    return Reading((article,), (), tuple(Remark(path, reason) for reason in (*seen, *doubts(article))))


def whole(file: BinaryIO, max_bytes: int) -> bytes:
    """All bytes of a file. Raises UnreadableFile where there are none, or too many."""
    data = file.read(max_bytes + 1)
    if not data:
        raise UnreadableFile(ReasonCode.EMPTY_FILE)
    if len(data) > max_bytes:
        raise UnreadableFile(ReasonCode.TOO_LARGE, size=file.seek(0, SEEK_END) / 1e6, limit=max_bytes / 1e6)
    return data


def article_of(parse: Callable[[], Document], id: str | None, path: str) -> tuple[Article, tuple[Reason, ...]]:
    """Parse, judge and clean one article, and say what of it could not be read, and how many rows of tables it has.

    Whatever a parser's library raises on damaged input becomes an UnreadableFile.
    """
    try:
        document = _named(parse(), path)
        if reason := fault(_without_address(document)):
            raise UnreadableFile(reason.code, **reason.details)
        article = to_article(document, document.id or id or path.removesuffix(PurePosixPath(path).suffix), path)
    except UnreadableFile:
        raise
    except Exception as error:  # the promise of read_source: one bad file never stops the others
        raise UnreadableFile(ReasonCode.UNREADABLE, error=f"{type(error).__name__}: {error}") from error
    if not article.text:
        raise UnreadableFile(ReasonCode.NO_TEXT_BESIDE_FRAME)
    if not _is_unicode(article):
        raise UnreadableFile(ReasonCode.HALF_CHARACTER)
    rows = sum(line in document.rows for line in article.text.split("\n")) if document.rows else 0
    ahead = [Reason(ReasonCode.DATE_AHEAD, {"date": str(document.published)})] if document.published != past(document.published) else []
    return article, (*document.left_out, *ahead, *([Reason(ReasonCode.TABLE_ROWS, {"rows": rows})] if rows else []))


def doubts(article: Article) -> Iterator[Reason]:
    """What somebody should look at, though the article is read."""
    if article.published is None:
        yield Reason(ReasonCode.NO_DATE)
    if len(article.text) < _SHORT:
        yield Reason(ReasonCode.SHORT, {"characters": len(article.text)})


def _named(document: Document, path: str) -> Document:
    """A table that begins with its rows is called as its file is, if that has a name in Chinese."""
    stem = _NUMBER.sub("", PurePosixPath(path).stem)
    first = document.text.split("\n", 1)[0]
    only_rows = bool(document.rows) and (document.untitled or (first in document.rows and BEHIND_HEADER in first))
    return replace(document, title=stem) if only_rows and not document.title and not stem.isascii() else document


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
