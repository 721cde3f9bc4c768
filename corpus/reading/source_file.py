"""What reading a corpus deals in: the files of a folder, and what came out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.article import Article
from corpus.reason import Reason


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
    """A file, or a line of a .jsonl file (`name.jsonl:17`), that gave no article, and why."""

    path: str
    reason: Reason

    @property
    def line(self) -> str:
        """Number of the line of a .jsonl file; nothing where the whole file is meant."""
        return self.path.rpartition(".jsonl:")[2] if ".jsonl:" in self.path else ""

    def as_dict(self) -> dict[str, Any]:
        """In plain JSON types."""
        return {"path": self.path, "code": str(self.reason.code), "details": dict(self.reason.details)}


def rejection_from(plain: Mapping[str, Any]) -> Rejection:
    """The rejection that `as_dict` gave, whatever else stands beside it. Raises KeyError where something is missing."""
    return Rejection(plain["path"], Reason(plain["code"], plain["details"]))


@dataclass(frozen=True, slots=True)
class Remark:
    """A file that gave an article without a part of it, and which part that is."""

    path: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one file or of several."""

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
    remarks: tuple[Remark, ...] = ()
