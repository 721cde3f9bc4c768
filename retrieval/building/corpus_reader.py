"""The articles of a corpus folder, reading only the files that changed since the index in use was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article
from corpus.reading.folder import list_sources, read_source, unique
from corpus.reading.source_file import Reading, Rejection, SourceFile
from corpus.settings import ReadingRules
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
        return read_source(self.corpus, source, self.rules)


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
    return CorpusState(kept.articles, records)
