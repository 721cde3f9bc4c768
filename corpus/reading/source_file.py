"""What reading a corpus deals in: the files of a folder, and what came out of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.article import Article
from corpus.reason import Detail, Reason


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
    """A file, a line of a .jsonl file (`name.jsonl:17`), or a file in an archive (`pack.zip/name.txt`), that gave no article, and why."""

    path: str
    reason: Reason

    def as_dict(self) -> dict[str, Any]:
        """In plain JSON types."""
        return {"path": self.path, "code": str(self.reason.code), "details": dict(self.reason.details)}


def rejection_from(plain: Mapping[str, Any]) -> Rejection:
    """The rejection that `as_dict` gave, whatever else stands beside it. Raises KeyError where something is missing."""
    return Rejection(plain["path"], Reason(plain["code"], plain["details"]))


@dataclass(frozen=True, slots=True)
class Remark:
    """A file that gave an article, and what is to be known of that: a part that could not be read, no date, tables."""

    path: str
    reason: Reason

    def as_dict(self) -> dict[str, Any]:
        """In plain JSON types."""
        return {"path": self.path, "code": str(self.reason.code), "details": dict(self.reason.details)}


def remark_from(plain: Mapping[str, Any]) -> Remark:
    """The remark that `as_dict` gave, whatever else stands beside it. Raises KeyError where something is missing."""
    return Remark(plain["path"], Reason(plain["code"], plain["details"]))


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one file or of several."""

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
    remarks: tuple[Remark, ...] = ()


def rejected(path: str, code: str, **details: Detail) -> Reading:
    """What comes out of a file that gives no article."""
    return Reading((), (Rejection(path, Reason(code, details)),))


def together(readings: Iterable[Reading]) -> Reading:
    """What came out of several files."""
    readings = tuple(readings)
    return Reading(
        tuple(article for reading in readings for article in reading.articles),
        tuple(left for reading in readings for left in reading.rejections),
        tuple(remark for reading in readings for remark in reading.remarks),
    )
