"""What comes of reading a file that somebody sent, as the process that reads it tells the bot: one line of JSON."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from corpus.article import Article
from corpus.reading.source_file import Rejection, Remark
from corpus.reason import Reason, ReasonCode

READING_SECONDS = 60
"""For all files of an upload together; so many again for each picture of a page whose text is recognised."""
ARTICLES = 20
"""Of a file, that are looked at one by one."""
EXAMPLES = 3
LONGEST_COMPARED = 200_000
"""Characters of an article that the reading process hands over; a longer one is a book, and no near-duplicate is looked for."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What came of reading a file, before it is compared with the index."""

    articles: tuple[Article, ...]
    """The first ones."""
    total: int
    rejections: tuple[Rejection, ...]
    """Of the file, or of lines of it."""
    left_out: int
    examples: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()
    """The first ones."""


FAILED = Inspection((), 0, (Rejection("", Reason(ReasonCode.TOO_COSTLY)),), 0, ())

_INSPECTION = TypeAdapter(Inspection)


def as_line(inspection: Inspection) -> str:
    """One line of JSON."""
    return _INSPECTION.dump_json(inspection).decode()


def inspections_in(output: bytes) -> list[Inspection]:
    """What the whole lines say; a process that was killed in the middle of one leaves a part."""
    found = []
    with suppress(ValidationError):
        for line in output.split(b"\n"):
            if line:
                found.append(_INSPECTION.validate_json(line))
    return found
