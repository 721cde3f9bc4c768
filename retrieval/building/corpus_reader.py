"""The articles of a corpus folder, reading only the files that changed since the index in use was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.reading.being_written import is_being_written
from corpus.reading.folder import read_source, unique
from corpus.reading.listing import list_folder
from corpus.reading.source_file import Reading, Rejection, Remark, SourceFile
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules
from retrieval.index.source_records import SourceRecord
from retrieval.progress import Progress

if TYPE_CHECKING:
    from corpus.formats.scans.recogniser import AfterPage


@dataclass(frozen=True, slots=True)
class CorpusState:
    """Every article of the corpus, each id once, and what became of each file."""

    articles: tuple[Article, ...]
    records: tuple[SourceRecord, ...]
    remarks: tuple[Remark, ...] = ()
    """On the files that were read now."""

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        return tuple(rejection for record in self.records for rejection in record.rejected)


Read = Callable[[Path, SourceFile, ReadingRules], Reading]
"""Reads one file of a folder, and never raises for a bad one."""


@contextmanager
def in_this_process(after_page: AfterPage) -> Iterator[Read]:
    """Reads files as they come, and says how far the recognition of text in pictures is."""
    from corpus.formats.scans.recogniser import recogniser

    recognise = recogniser(after_page)
    yield lambda folder, source, rules: read_source(folder, source, rules, recognise)


@dataclass(frozen=True, slots=True)
class CorpusReader:
    """Reads `corpus`, taking from `indexed` (articles by id) what `records` (by path) say is still in an unchanged file.

    An id stays with the file from which the index has it, and what cannot be read now stays as the index has it.
    """

    corpus: Path
    rules: ReadingRules
    records: Mapping[str, SourceRecord]
    indexed: Mapping[str, Article]
    anew: bool = False
    """Whether every file is read again."""
    reading: Callable[[AfterPage], AbstractContextManager[Read]] = in_this_process
    """Where files are read; a process of its own does not end with what a file does to it."""

    def read(self, progress: Progress) -> CorpusState:
        """Raises CorpusError when the folder cannot be read; a file that cannot is in the records."""
        listing = list_folder(self.corpus)
        sources = listing.sources
        if sources and not listing.unseen and all(self._unchanged(source) for source in sources):
            records = tuple(self.records[source.path] for source in sources)
            if len(records) == len(self.records):
                return CorpusState(tuple(self.indexed.values()), records)
        readings: list[tuple[SourceFile, Reading]] = []
        with self.reading(partial(progress, "recognising")) as read:
            for done, source in enumerate(sources, start=1):
                readings.append(self._reading(source, read))
                progress("reading", done, len(sources))
        for left in listing.unseen:
            readings.append((SourceFile(left.path, -1, 0), Reading(self._indexed_from(left.path), (left,))))
        return _each_id_once(readings, {id_: article.path for id_, article in self.indexed.items()})

    def _unchanged(self, source: SourceFile) -> bool:
        record = self.records.get(source.path)
        recorded = record is not None and record.source == source and all(id_ in self.indexed for id_ in record.articles)
        return recorded and not self.anew

    def _reading(self, source: SourceFile, read: Read) -> tuple[SourceFile, Reading]:
        """The file as it was recorded, or read now if it changed or an article of it may have an id that is no longer taken."""
        record = self.records.get(source.path)
        if record and self._unchanged(source) and not record.taken_ids:
            return source, self._as_indexed(record)
        if is_being_written(self.corpus / source.path):
            return self._as_before(source, Reason(ReasonCode.BEING_WRITTEN))
        reading = read(self.corpus, source, self.rules)
        if self._changed_meanwhile(source):
            return self._as_before(source, Reason(ReasonCode.BEING_WRITTEN))
        closed = next((left.reason for left in reading.rejections if left.reason.code == ReasonCode.CANNOT_BE_OPENED), None)
        return self._as_before(source, closed) if closed and self._is_there(source) else (source, reading)

    def _changed_meanwhile(self, source: SourceFile) -> bool:
        try:
            stat = (self.corpus / source.path).stat()
        except OSError:  # gone, as its reading says
            return False
        return (stat.st_size, stat.st_mtime_ns) != (source.size, source.modified_ns)

    def _is_there(self, source: SourceFile) -> bool:
        """Only what is not there is gone; where even that cannot be known, it is taken to be there."""
        try:
            (self.corpus / source.path).stat()
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return True

    def _as_indexed(self, record: SourceRecord) -> Reading:
        return Reading(tuple(self.indexed[id_] for id_ in record.articles if id_ in self.indexed), record.rejections)

    def _as_before(self, source: SourceFile, reason: Reason) -> tuple[SourceFile, Reading]:
        """What the file held before, as long as it cannot be read; recorded so that it is read the next time."""
        return replace(source, size=-1), Reading(self._indexed_from(source.path), (Rejection(source.path, reason),))

    def _indexed_from(self, path: str) -> tuple[Article, ...]:
        """What the index has from a file, or from the files of a folder or an archive."""
        return tuple(article for article in self.indexed.values() if f"{article.path}/".startswith(f"{path}/"))


def _each_id_once(readings: Sequence[tuple[SourceFile, Reading]], holders: Mapping[str, str]) -> CorpusState:
    """Keep one article of each id, and record for each file which of its articles were kept.

    It is the one of the file that the index has it from, or else the first.
    """
    owned = [(number, article) for number, (_, reading) in enumerate(readings) for article in reading.articles]
    held_first = sorted(owned, key=lambda one: holders.get(one[1].id) != readings[one[0]][0].path)
    kept = unique(article for _, article in held_first)
    kept_ones = frozenset(map(id, kept.articles))
    kept_ids: dict[int, list[str]] = defaultdict(list)
    for number, article in owned:
        if id(article) in kept_ones:
            kept_ids[number].append(article.id)
    taken_ids: dict[int, list[Rejection]] = defaultdict(list)
    left = (number for number, article in held_first if id(article) not in kept_ones)
    for number, rejection in zip(left, kept.rejections, strict=True):
        taken_ids[number].append(rejection)
    records = tuple(
        SourceRecord(source, tuple(kept_ids[number]), reading.rejections, tuple(taken_ids[number]))
        for number, (source, reading) in enumerate(readings)
    )
    articles = tuple(article for _, article in owned if id(article) in kept_ones)
    return CorpusState(articles, records, tuple(remark for _, reading in readings for remark in reading.remarks))
