"""What reading a corpus deals in: the files of a folder, and what came out of them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.article import Article


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
