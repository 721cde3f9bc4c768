"""The in-process engine: index versions as folders of files on this machine."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.article import Article
from retrieval.errors import IndexDamaged, IndexMissing, IndexNotWritten
from retrieval.index.directory import IndexDirectory
from retrieval.index.durable_files import linked
from retrieval.index.engine import DuplicateGroup, Frequencies, Headline, Match
from retrieval.index.in_process.catalogue import Catalogue
from retrieval.index.in_process.catalogue_file import amend_catalogue, write_catalogue
from retrieval.index.in_process.lexical import LexicalIndex, amend_lexical, write_lexical
from retrieval.index.in_process.vectors import DenseIndex, amend_vectors, vector_files, write_vectors
from retrieval.index.manifest import (
    FORMAT_VERSION,
    MANIFEST,
    UNRECORDED,
    Checksum,
    Fingerprints,
    Manifest,
    checksums,
    load_manifest,
    verify,
)
from retrieval.models.embedder import Vectors
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts
from retrieval.text.terms import Terms

VECTORS = "vectors.faiss"
LEXICAL = "lexical"
CATALOGUE = "catalogue.sqlite"
CHANGES = "changes"
"""The folder of what an amended version has besides the files of an earlier one."""


class InProcessEngine:
    """FAISS, tantivy and SQLite files below `folder`; see `IndexDirectory` for the layout."""

    def __init__(self, folder: Path) -> None:
        self._directory = IndexDirectory(folder)

    @property
    def location(self) -> str:
        return str(self._directory.root)

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
        try:
            with self._directory.writing(version) as folder:
                counts = _write_parts(folder, passages, vectors, terms, near_duplicates=near_duplicates, facts=facts)
                _manifest(folder, version, int(vectors.shape[1]), counts, fingerprints, known={}).save(folder)
                _readable_alike(folder)
        except (OSError, sqlite3.Error) as error:
            raise IndexNotWritten(f"Index version {version} could not be written to {self.location}: {error}") from error

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
        manifest, before = self.manifest(base), self._directory.folder(base)
        try:
            with self._directory.writing(version) as folder:
                counts = _write_changes(
                    folder,
                    before,
                    removed=removed,
                    passages=passages,
                    vectors=vectors,
                    terms=terms,
                    near_duplicates=near_duplicates,
                    facts=facts,
                )
                changed = {*removed, *(passage.article.id for passage in passages)}
                counts["amended"] = manifest.counts.get("amended", 0) + len(changed)
                same = {name: known for name, known in manifest.checksums.items() if _is_same(folder / name, before / name)}
                _manifest(folder, version, manifest.dimension, counts, manifest.fingerprints, known=same).save(folder)
                _readable_alike(folder)
        except (OSError, sqlite3.Error) as error:
            raise IndexNotWritten(f"Index version {version} could not be written to {self.location}: {error}") from error

    def publish(self, version: str) -> None:
        self._directory.publish(version)

    def current(self) -> str | None:
        return self._directory.current()

    def versions(self) -> list[str]:
        return self._directory.versions()

    def manifest(self, version: str) -> Manifest:
        folder = self._directory.folder(version)
        if not folder.is_dir():
            raise IndexMissing(f"There is no index version {version} in {self.location}: run `parkqa reindex`.")
        return load_manifest(folder)

    def prune(self, keep: int) -> None:
        self._directory.prune(keep)

    def open(self, version: str) -> InProcessSnapshot:
        manifest = self.manifest(version)
        folder = self._directory.folder(version)
        verify(folder, manifest)
        try:
            return _open_parts(folder, folder / CHANGES)
        except (OSError, RuntimeError, ValueError, sqlite3.Error) as error:
            raise IndexDamaged(f"The index in {folder} cannot be opened ({error}): run `parkqa reindex`.") from error


def _write_parts(
    folder: Path,
    passages: Sequence[Passage],
    vectors: Vectors,
    terms: Iterable[Terms],
    *,
    near_duplicates: Sequence[DuplicateGroup],
    facts: Iterable[PassageFacts] | None,
) -> dict[str, int]:
    """Write the three parts; returns how many articles and passages they hold."""
    articles = write_catalogue(folder / CATALOGUE, passages, near_duplicates=near_duplicates, facts=facts)
    documents = write_lexical(folder / LEXICAL, terms)
    if not len(passages) == len(vectors) == documents:
        raise ValueError(f"{len(passages)} passages, {len(vectors)} vectors and {documents} terms do not belong together")
    write_vectors(folder / VECTORS, vectors)
    return {"articles": articles, "passages": documents}


def _write_changes(
    folder: Path,
    before: Path,
    *,
    removed: Collection[str],
    passages: Sequence[Passage],
    vectors: Vectors,
    terms: Iterable[Terms],
    near_duplicates: Sequence[DuplicateGroup],
    facts: Iterable[PassageFacts] | None,
) -> dict[str, int]:
    """Write what is new of the three parts beside what stays the same; returns how many articles and passages they hold."""
    for path in (before / CATALOGUE, *vector_files(before, VECTORS)):
        linked(path, folder / path.name)
    changes, earlier = folder / CHANGES, before / CHANGES
    changes.mkdir()
    amended = amend_catalogue(
        changes / CATALOGUE,
        folder / CATALOGUE,
        earlier / CATALOGUE,
        removed,
        passages,
        near_duplicates=near_duplicates,
        facts=facts,
    )
    documents = amend_lexical(folder / LEXICAL, before / LEXICAL, amended.gone, terms, amended.first)
    if not len(passages) == len(vectors) == documents:
        raise ValueError(f"{len(passages)} passages, {len(vectors)} vectors and {documents} terms do not belong together")
    amend_vectors(changes / VECTORS, earlier / VECTORS, amended.gone, vectors, amended.first)
    return {"articles": amended.articles, "passages": amended.passages}


def _open_parts(folder: Path, changes: Path) -> InProcessSnapshot:
    """The parts of a version, amended or not."""
    if not changes.is_dir():
        return InProcessSnapshot(DenseIndex(folder / VECTORS), LexicalIndex(folder / LEXICAL), Catalogue(folder / CATALOGUE))
    catalogue = Catalogue(folder / CATALOGUE, changes / CATALOGUE)
    return InProcessSnapshot(DenseIndex(folder / VECTORS, changes / VECTORS, catalogue.gone()), LexicalIndex(folder / LEXICAL), catalogue)


def _is_same(path: Path, other: Path) -> bool:
    return path.exists() and path.samefile(other)


def _readable_alike(folder: Path) -> None:
    """Give every file the rights that files get here: tantivy's would be for nobody but their maker."""
    for path in folder.rglob("*"):
        if path.is_file():
            shutil.copymode(folder / MANIFEST, path)


def _manifest(
    folder: Path,
    version: str,
    dimension: int,
    counts: dict[str, int],
    fingerprints: Fingerprints,
    *,
    known: Mapping[str, Checksum],
) -> Manifest:
    """The manifest of what is in a folder; the checksums of some files may be known."""
    return Manifest(
        format_version=FORMAT_VERSION,
        index_version=version,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        embedder=fingerprints.embedder,
        dimension=dimension,
        analyzer=fingerprints.analyzer,
        splitter=fingerprints.splitter,
        counts=counts,
        checksums=checksums(folder, known),
    )


@dataclass(frozen=True, slots=True)
class InProcessSnapshot:
    """One version's three parts, each safe to use from several threads."""

    dense: DenseIndex
    lexical: LexicalIndex
    catalogue: Catalogue

    def __len__(self) -> int:
        return len(self.catalogue)

    def search_dense(self, vector: Vectors, k: int) -> list[Match]:
        return self.dense.search(vector, k)

    def search_lexical(self, terms: Terms, k: int) -> list[Match]:
        return self.lexical.search(terms, k)

    def cosines(self, vector: Vectors, positions: Sequence[int]) -> list[float]:
        return self.dense.cosines(vector, positions)

    def document_frequencies(self, terms: Terms) -> Frequencies:
        return self.lexical.document_frequencies(terms)

    def passage(self, position: int) -> Passage:
        return self.catalogue.passage(position)

    def facts(self, positions: Sequence[int]) -> list[PassageFacts]:
        return [self.catalogue.facts(position) for position in positions]

    def articles(self) -> Iterator[Article]:
        return self.catalogue.articles()

    def article(self, id: str) -> Article | None:
        return self.catalogue.article(id)

    def headlines(self) -> list[Headline]:
        return self.catalogue.headlines()

    def parks(self) -> Mapping[str, int]:
        return self.catalogue.parks()

    def near_duplicates(self, article: str) -> DuplicateGroup:
        return self.catalogue.near_duplicates(article)

    def close(self) -> None:
        self.catalogue.close()
