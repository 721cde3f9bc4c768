"""The articles of a corpus folder, reading only the files that changed since the index in use was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article
from corpus.reading.folder import list_sources, read_source, unique
from corpus.reading.source_file import Reading, Rejection, SourceFile
from retrieval.index.source_records import SourceRecord
from retrieval.progress import Progress


@dataclass(frozen=True, slots=True)
class CorpusState:
    """Every article of the corpus, each id once, and what became of each file."""

    articles: tuple[Article, ...]
    records: tuple[SourceRecord, ...]

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        return tuple(rejection for record in self.records for rejection in record.rejected)


@dataclass(frozen=True, slots=True)
class CorpusReader:
    """Reads `corpus`, taking from `indexed` (articles by id) what `records` (by path) say is still in an unchanged file."""

    corpus: Path
    max_bytes: int
    records: Mapping[str, SourceRecord]
    indexed: Mapping[str, Article]

    def read(self, progress: Progress) -> CorpusState:
        """Raises CorpusError when the folder cannot be read; a file that cannot is in the records."""
        sources = list_sources(self.corpus)
        if sources and all(self._unchanged(source) for source in sources):
            records = tuple(self.records[source.path] for source in sources)
            if len(records) == len(self.records):
                return CorpusState(tuple(self.indexed.values()), records)
        readings = []
        for done, source in enumerate(sources, start=1):
            readings.append(self._reading(source))
            progress("reading", done, len(sources))
        return _each_id_once(dict(zip(sources, readings, strict=True)))

    def _unchanged(self, source: SourceFile) -> bool:
        record = self.records.get(source.path)
        return record is not None and record.source == source and all(id_ in self.indexed for id_ in record.articles)

    def _reading(self, source: SourceFile) -> Reading:
        """The file as it was recorded, or read now if it changed or an article of it may have an id that is no longer taken."""
        if self._unchanged(source) and not self.records[source.path].taken_ids:
            record = self.records[source.path]
            return Reading(tuple(self.indexed[id_] for id_ in record.articles), record.rejections)
        return read_source(self.corpus, source, self.max_bytes)


def _each_id_once(readings: Mapping[SourceFile, Reading]) -> CorpusState:
    """Keep the first article of each id, and record for each file which of its articles were kept."""
    kept = unique([article for reading in readings.values() for article in reading.articles])
    owner = {article.id: article.path for article in kept.articles}
    taken_ids: dict[str, list[Rejection]] = defaultdict(list)
    for rejection in kept.rejections:
        taken_ids[rejection.path].append(rejection)
    records = tuple(
        SourceRecord(
            source,
            tuple(dict.fromkeys(article.id for article in reading.articles if owner[article.id] == source.path)),
            tuple(reading.rejections),
            tuple(taken_ids[source.path]),
        )
        for source, reading in readings.items()
    )
    return CorpusState(tuple(kept.articles), records)
