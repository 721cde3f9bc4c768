"""The articles of a corpus folder, reading only the files that changed since the index in use was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Article
from corpus.reading.being_written import is_being_written
from corpus.reading.folder import list_sources, read_source, unique
from corpus.reading.source_file import Reading, Rejection, Remark, SourceFile
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules
from retrieval.index.source_records import SourceRecord
from retrieval.progress import Progress


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


@dataclass(frozen=True, slots=True)
class CorpusReader:
    """Reads `corpus`, taking from `indexed` (articles by id) what `records` (by path) say is still in an unchanged file."""

    corpus: Path
    rules: ReadingRules
    records: Mapping[str, SourceRecord]
    indexed: Mapping[str, Article]

    def read(self, progress: Progress) -> CorpusState:
        """Raises CorpusError when the folder cannot be read; a file that cannot is in the records."""
        sources = list_sources(self.corpus)
        if sources and all(self._unchanged(source) for source in sources):
            records = tuple(self.records[source.path] for source in sources)
            if len(records) == len(self.records):
                return CorpusState(tuple(self.indexed.values()), records)
        readings: dict[SourceFile, Reading] = {}
        for done, source in enumerate(sources, start=1):
            as_read, reading = self._reading(source)
            readings[as_read] = reading
            progress("reading", done, len(sources))
        return _each_id_once(readings)

    def _unchanged(self, source: SourceFile) -> bool:
        record = self.records.get(source.path)
        return record is not None and record.source == source and all(id_ in self.indexed for id_ in record.articles)

    def _reading(self, source: SourceFile) -> tuple[SourceFile, Reading]:
        """The file as it was recorded, or read now if it changed or an article of it may have an id that is no longer taken."""
        record = self.records.get(source.path)
        if record and self._unchanged(source) and not record.taken_ids:
            return source, self._as_indexed(record)
        if is_being_written(self.corpus / source.path):
            return self._half_written(source, record)
        reading = read_source(self.corpus, source, self.rules)
        return self._half_written(source, record) if self._changed_meanwhile(source) else (source, reading)

    def _changed_meanwhile(self, source: SourceFile) -> bool:
        try:
            stat = (self.corpus / source.path).stat()
        except OSError:  # gone, as its reading says
            return False
        return (stat.st_size, stat.st_mtime_ns) != (source.size, source.modified_ns)

    def _as_indexed(self, record: SourceRecord) -> Reading:
        return Reading(tuple(self.indexed[id_] for id_ in record.articles if id_ in self.indexed), record.rejections)

    def _half_written(self, source: SourceFile, record: SourceRecord | None) -> tuple[SourceFile, Reading]:
        """What the file held before, as long as it is not whole again; recorded so that it is read the next time."""
        before = self._as_indexed(record).articles if record else ()
        return replace(source, size=-1), Reading(before, (Rejection(source.path, Reason(ReasonCode.BEING_WRITTEN)),))


def _each_id_once(readings: Mapping[SourceFile, Reading]) -> CorpusState:
    """Keep the first article of each id, and record for each file which of its articles were kept."""
    owned = [(source, article) for source, reading in readings.items() for article in reading.articles]
    kept = unique(article for _, article in owned)
    kept_ones = frozenset(map(id, kept.articles))
    kept_ids: dict[SourceFile, list[str]] = defaultdict(list)
    left: list[SourceFile] = []
    for source, article in owned:
        if id(article) in kept_ones:
            kept_ids[source].append(article.id)
        else:
            left.append(source)
    taken_ids: dict[SourceFile, list[Rejection]] = defaultdict(list)
    for source, rejection in zip(left, kept.rejections, strict=True):
        taken_ids[source].append(rejection)
    records = tuple(
        SourceRecord(source, tuple(kept_ids[source]), reading.rejections, tuple(taken_ids[source])) for source, reading in readings.items()
    )
    return CorpusState(kept.articles, records, tuple(remark for reading in readings.values() for remark in reading.remarks))
