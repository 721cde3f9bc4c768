"""The gazetteer of the index version in use: grown once, from the parks of its articles."""

from __future__ import annotations

from dataclasses import replace

from retrieval.answering.version_cache import VersionCache
from retrieval.index.engine import Snapshot
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.text.analyzer import Analyzer


class GazetteerCache(VersionCache[Gazetteer]):
    """Keeps the newest gazetteer."""

    def of(self, snapshot: Snapshot, analyzer: Analyzer) -> Gazetteer:
        """The gazetteer of a version."""
        return self.kept(snapshot, lambda: _grown(snapshot, analyzer))


def _grown(snapshot: Snapshot, analyzer: Analyzer) -> Gazetteer:
    grown = grown_from(snapshot.parks(), analyzer.normalize, analyzer.dictionary_words)
    return replace(grown, is_written=lambda name: all(snapshot.document_frequencies(analyzer.terms(name)).bigrams))
