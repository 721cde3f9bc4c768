"""One file to articles, wherever it lies: by its suffix, within its limit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import UnreadableFile
from corpus.formats import JSONL_SUFFIX, PARSERS
from corpus.reading.article_file import check_type, read_article
from corpus.reading.record_file import read_articles
from corpus.reading.source_file import Reading, Rejection
from corpus.reason import ReasonCode
from corpus.settings import ReadingRules

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise

Opening = Callable[[], BinaryIO]

_JSONL_FACTOR = 100
"""How many times the limit a .jsonl file may have: the limit itself holds for each of its lines."""


def read_file(opening: Opening, path: str, size: int, rules: ReadingRules, recognise: Recognise | None) -> Reading:
    """Read a file that is no archive; of a bad one the reason is in `rejections`. Raises OSError where it cannot be opened."""
    suffix = PurePosixPath(path).suffix.lower()
    limit = rules.max_bytes * _JSONL_FACTOR if suffix == JSONL_SUFFIX else rules.max_bytes
    try:
        check_type(suffix)
        if size > limit:
            raise UnreadableFile(ReasonCode.TOO_LARGE, size=size / 1e6, limit=limit / 1e6)
        with opening() as file:
            if suffix in PARSERS:
                return read_article(file, path, suffix, rules.max_bytes, recognise)
            return read_articles(file, path, suffix, rules)
    except UnreadableFile as error:
        return Reading((), (Rejection(path, error.reason),))
