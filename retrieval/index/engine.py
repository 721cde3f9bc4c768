"""What an index engine promises. `tests/contract/` holds every engine to the same answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, runtime_checkable

from corpus.article import Article
from retrieval.index.manifest import UNRECORDED, Fingerprints, Manifest
from retrieval.models.embedder import Vectors
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts
from retrieval.text.terms import Terms


class Frequencies(NamedTuple):
    """In how many passages the terms of a text occur, in their order."""

    words: list[int]
    bigrams: list[int]


class Match(NamedTuple):
    """A passage row and its score; higher is better."""

    position: int
    score: float


class Headline(NamedTuple):
    """What an article is, without its text."""

    id: str
    heading: str
    """Its title, or its opening words where it has none."""
    publisher: str | None
    published: date | None
    parks: tuple[str, ...]


DuplicateGroup = tuple[str, ...]
"""Ids of articles that are near-duplicates of each other, the preferred first."""


class Snapshot(Protocol):
    """One index version, open for reading. Row i is passage i, vector i and lexical document i.

    In a version that was amended the rows of what is gone are of nothing.
    """

    def __len__(self) -> int: ...

    def search_dense(self, vector: Vectors, k: int) -> list[Match]:
        """The k passages of highest cosine to `vector` (shape (dimension,)), best first."""
        ...

    def search_lexical(self, terms: Terms, k: int) -> list[Match]:
        """The k passages of highest BM25 (k1 1.2, b 0.75), best first; the scores of the word and the bigram field add up.

        Leave one field of `terms` empty to search the other alone.
        """
        ...

    def cosines(self, vector: Vectors, positions: Sequence[int]) -> list[float]:
        """Cosine of `vector` to each of the passages at `positions`, in that order."""
        ...

    def document_frequencies(self, terms: Terms) -> Frequencies:
        """In how many passages each word and each bigram occurs, in the order of `terms`."""
        ...

    def passage(self, position: int) -> Passage: ...

    def facts(self, positions: Sequence[int]) -> list[PassageFacts]:
        """What is known of each of the passages at `positions`, as it was written, in that order. Raises IndexError where nothing was."""
        ...

    def articles(self) -> Iterator[Article]:
        """Every article, ordered by id."""
        ...

    def article(self, id: str) -> Article | None:
        """The article with this id; None where the version has none."""
        ...

    def headlines(self) -> list[Headline]:
        """Every article without its text, the newest first; those without a date last, otherwise ordered by id."""
        ...

    def parks(self) -> Mapping[str, int]:
        """In how many articles each park is, as they write it, ordered by its name."""
        ...

    def near_duplicates(self, article: str) -> DuplicateGroup:
        """The group of the article with this id, the preferred one first; its own id alone where it has no near-duplicate."""
        ...

    def close(self) -> None: ...


class Engine(Protocol):
    """Where index versions live. A version is written once and never changed.

    Only the holder of the reindex lock may call `write`, `publish` and `prune`; anyone may read at any time.
    """

    @property
    def location(self) -> str:
        """Where this engine keeps its versions, for messages: a folder, a server's address."""
        ...

    def write(
        self,
        version: str,
        passages: Sequence[Passage],
        vectors: Vectors,
        terms: Iterable[Terms],
        fingerprints: Fingerprints = UNRECORDED,
        *,
        near_duplicates: Sequence[DuplicateGroup] = (),
        facts: Iterable[PassageFacts] | None = None,
    ) -> None:
        """Write a complete version; only its writer opens it before it is published.

        `terms` and `facts`, one for each passage, are consumed once, so a large corpus need not hold all of them. A version without facts
        can be searched, but none of its passages be ranked. An article is in one group of
        `near_duplicates` at most.
        Raises IndexNotWritten when the disk, or the server, refuses.
        """
        ...

    def publish(self, version: str) -> None:
        """Make `version` the current one, atomically."""
        ...

    def current(self) -> str | None:
        """Name of the published version; cheap enough to ask before every question."""
        ...

    def versions(self) -> list[str]:
        """Complete versions, oldest first."""
        ...

    def manifest(self, version: str) -> Manifest:
        """What `version` was made with and what it holds. Raises IndexUnavailable."""
        ...

    def prune(self, keep: int) -> None:
        """Delete all but the newest `keep` versions, and what interrupted writes left behind; the current version always stays."""
        ...

    def open(self, version: str) -> Snapshot:
        """Open a version after checking that it is whole. Raises IndexUnavailable."""
        ...


@runtime_checkable
class AmendableEngine(Engine, Protocol):
    """An engine that can write a version for the cost of what changed."""

    def amend(
        self,
        version: str,
        base: str,
        *,
        removed: Collection[str],
        passages: Sequence[Passage],
        vectors: Vectors,
        terms: Iterable[Terms],
        near_duplicates: Sequence[DuplicateGroup] = (),
        facts: Iterable[PassageFacts] | None = None,
    ) -> None:
        """Write a complete version like `base`, without the articles of the ids `removed`, and with the articles of `passages`.

        An article that changed is in both. `near_duplicates` are all groups of the new version. Its `amended` articles are counted in the
        manifest. Otherwise like `write`. Raises IndexNotWritten, IndexUnavailable.
        """
        ...
