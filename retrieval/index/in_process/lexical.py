"""Lexical search with tantivy: BM25 (k1 1.2, b 0.75) over our own terms, words and bigrams as two fields whose scores add up."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from retrieval.errors import IndexDamaged
from retrieval.index.durable_files import copied, linked
from retrieval.index.engine import Frequencies, Match
from retrieval.index.manifest import require_whole
from retrieval.text.terms import Terms

_HEAP_BYTES = 256_000_000
"""What the writer collects before it writes a segment; only while indexing."""

_REPLACED = {"meta.json", ".managed.json"}
"""Files that say which segments there are; all others stay as they were written."""

_NO_LOCK = "Failed to acquire Lockfile"
_PANIC = "PanicException"
"""What a failure of the library's own becomes; the class can be imported from nowhere, and is no Exception."""


def write_lexical(folder: Path, terms: Iterable[Terms]) -> int:
    """Write one document per `Terms` into `folder`; returns how many. Raises OSError when tantivy cannot write.

    tantivy cuts the text that it is given at white space and nowhere else, which terms do not hold.
    """
    folder.mkdir()
    with _failures_as_oserror():  # one thread: the same terms give the same segments
        writer = tantivy.Index(_schema(), path=str(folder)).writer(_HEAP_BYTES, num_threads=1)
    return _add(writer, terms, 0)


def amend_lexical(folder: Path, before: Path, gone: Sequence[int], terms: Iterable[Terms], first: int) -> int:
    """Write an index like that in `before`, without the documents at positions `gone`, with one for each `Terms` from `first` on.

    What tantivy never changes, its segments, is the same file under both names. Returns how many documents were added. Until the segments
    that they lie in are merged, documents that are gone still count in how often a term occurs. Raises OSError.
    """
    folder.mkdir()
    for path in before.iterdir():
        if path.suffix != ".lock":
            (copied if path.name in _REPLACED else linked)(path, folder / path.name)
    with _failures_as_oserror():
        index = tantivy.Index.open(str(folder))
        writer = index.writer(_HEAP_BYTES, num_threads=1)
        if gone:
            writer.delete_documents_by_query(tantivy.Query.term_set_query(index.schema, "position", list(gone)))
    return _add(writer, terms, first)


def _add(writer: tantivy.IndexWriter, terms: Iterable[Terms], first: int) -> int:
    """Add documents, and write everything; returns how many were added."""
    count = 0
    for entry in terms:
        with _failures_as_oserror():
            writer.add_document(_document(first + count, entry))
        count += 1
    with _failures_as_oserror():
        writer.commit()
        writer.wait_merging_threads()
    return count


@contextmanager
def _failures_as_oserror() -> Iterator[None]:
    """tantivy-py reports every failure to read or write, a full disk included, as ValueError, or panics."""
    try:
        yield
    except BaseException as error:
        if isinstance(error, ValueError) or type(error).__name__ == _PANIC:
            raise OSError(f"tantivy: {error}") from error
        raise


def _opened(folder: Path) -> tuple[tantivy.Schema, tantivy.Searcher]:
    """Schema and searcher of a folder, which is closed to nobody who may read it.

    tantivy wants a lock even to read. Where it can have none, on a read-only disk, as another user or on a network disk without locks, it
    reads through a folder of links, which may go once all is open.
    """
    if os.access(folder, os.W_OK):
        try:
            return _read(folder)
        except OSError as error:
            if _NO_LOCK not in str(error):
                raise
    # While the folder is removed tantivy may write there once more, on a thread of its own.
    with TemporaryDirectory(prefix="parkqa-", ignore_cleanup_errors=True) as links:
        for file in folder.iterdir():
            (Path(links) / file.name).symlink_to(file.absolute())
        return _read(Path(links))


def _read(folder: Path) -> tuple[tantivy.Schema, tantivy.Searcher]:
    with _failures_as_oserror():
        index = tantivy.Index.open(str(folder))
        index.config_reader("manual")  # a version never changes: no thread needs to watch it
        index.reload()
        return index.schema, index.searcher()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("bigrams", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("position", fast=True, indexed=True)
    return builder.build()


def _document(position: int, terms: Terms) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("words", " ".join(terms.words))
    document.add_text("bigrams", " ".join(terms.bigrams))
    document.add_unsigned("position", position)
    return document


class LexicalIndex:
    """The terms of one version, open for reading; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open the folder. Raises OSError when it holds no tantivy index."""
        self._folder = folder
        self._sizes = [(file.path, file.stat().st_size) for file in os.scandir(folder)]
        self._schema, self._searcher = _opened(folder)

    def __len__(self) -> int:
        return self._searcher.num_docs

    def search(self, terms: Terms, k: int) -> list[Match]:
        """The `k` best documents, best first; a term that is asked twice counts twice. Raises IndexDamaged."""
        if k < 1:
            return []
        clauses = [*self._clauses("words", terms.words), *self._clauses("bigrams", terms.bigrams)]
        with self._reading():
            hits = self._searcher.search(tantivy.Query.boolean_query(clauses), k, count=False).hits
            positions = self._searcher.fast_field_values("position", [address for _, address in hits])
        matches = [Match(int(position or 0), float(score)) for (score, _), position in zip(hits, positions, strict=True)]
        return sorted(matches, key=lambda match: (-match.score, match.position))

    def document_frequencies(self, terms: Terms) -> Frequencies:
        """In how many documents each word and each bigram occurs. Raises IndexDamaged."""
        count = self._searcher.doc_freq
        with self._reading():
            return Frequencies([count("words", word) for word in terms.words], [count("bigrams", bigram) for bigram in terms.bigrams])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """The library maps its files into memory: whoever reads where one was cut off is ended by the system. So their sizes come first."""
        for path, size in self._sizes:
            with suppress(FileNotFoundError):  # of a version that was pruned meanwhile, what is mapped stays
                require_whole(path, os.stat(path).st_size, size)  # noqa: PTH116 - four times as fast, and before each search
        try:
            with _failures_as_oserror():
                yield
        except OSError as error:
            raise IndexDamaged(f"The index in {self._folder} cannot be opened ({error}): run `parkqa reindex`.") from error

    def _clauses(self, field: str, terms: Sequence[str]) -> list[tuple[tantivy.Occur, tantivy.Query]]:
        return [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, field, term, "freq")) for term in terms]
