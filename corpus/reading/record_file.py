"""One open file of many articles to these: JSON lines, a JSON array, a CSV table. A bad record is a rejection, and the others go on."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from corpus.article import Article
from corpus.errors import UnreadableFile
from corpus.formats import JSONL_SUFFIX, RECORD_SUFFIXES
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.field_names import FieldNames, names_with
from corpus.formats.jsonl import parse_line, read_record
from corpus.reading.article_file import article_of, doubts, whole
from corpus.reading.source_file import Reading, Rejection, Remark
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Of charsets in which a byte that looks like a line end need not be one."""

_Numbered = Iterator[tuple[int, Callable[[], Document]]]


def read_articles(file: BinaryIO, path: str, suffix: str, rules: ReadingRules) -> Reading:
    """Read every record. Raises UnreadableFile where there is none."""
    names, max_bytes = names_with(rules.keys), rules.max_bytes
    if suffix == JSONL_SUFFIX and not _is_array(file):
        return _read(_from_lines(_in_utf8(file, max_bytes), max_bytes, names), path)
    stem = path.removesuffix(PurePosixPath(path).suffix)
    records = RECORD_SUFFIXES.get(suffix, RECORD_SUFFIXES[".json"])(whole(file, max_bytes), names)
    return _read(_from_records(records, stem, names), path)


def _read(numbered: _Numbered, path: str) -> Reading:
    articles: list[Article] = []
    rejections: list[Rejection] = []
    seen: tuple[Reason, ...] = ()
    for number, parse in numbered:
        try:
            article, seen = article_of(parse, None, path)
            articles.append(article)
        except UnreadableFile as error:
            rejections.append(Rejection(f"{path}:{number}", error.reason))
    if not articles and not rejections:
        rejections.append(Rejection(path, Reason(ReasonCode.NO_LINES)))
    if len(articles) == 1 and not rejections:
        return Reading((articles[0],), (), tuple(Remark(path, reason) for reason in (*seen, *doubts(articles[0]))))
    undated = sum(article.published is None for article in articles)
    remark = Remark(path, Reason(ReasonCode.RECORDS_WITHOUT_DATE, {"count": undated, "total": len(articles)}))
    return Reading(tuple(articles), tuple(rejections), (remark,) if undated else ())


def _from_lines(file: BinaryIO, max_bytes: int, names: FieldNames) -> _Numbered:
    for number, line in enumerate(_limited_lines(file, max_bytes), start=1):
        if line is None or line.strip():
            yield number, _line_parser(line, max_bytes, names)


def _line_parser(line: bytes | None, max_bytes: int, names: FieldNames) -> Callable[[], Document]:
    def parse() -> Document:
        if line is None:
            raise UnreadableFile(ReasonCode.LINE_TOO_LONG, limit=max_bytes / 1e6)
        return parse_line(line, names)

    return parse


def _from_records(records: Iterable[object], stem: str, names: FieldNames) -> _Numbered:
    for number, record in enumerate(records, start=1):
        yield number, _record_parser(record, f"{stem}:{number}", names)


def _record_parser(record: object, id: str, names: FieldNames) -> Callable[[], Document]:
    return lambda: record if isinstance(record, Document) else read_record(record, id, names)


def _is_array(file: BinaryIO) -> bool:
    head = file.read(512)
    file.seek(0)
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"[")


def _in_utf8(file: BinaryIO, max_bytes: int) -> BinaryIO:
    """The file, decoded and encoded again where its lines cannot be told apart by bytes."""
    head = file.read(2)
    file.seek(0)
    return io.BytesIO(decode(whole(file, max_bytes)).encode("utf-8", "surrogatepass")) if head in _WIDE_MARKS else file


def _limited_lines(file: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """Yield each line, or None for one that is longer than the limit; it is skipped without being held in memory."""
    while line := file.readline(max_bytes + 1):
        if len(line) <= max_bytes:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(max_bytes + 1)
        yield None
