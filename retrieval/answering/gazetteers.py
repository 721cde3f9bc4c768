"""The gazetteer of the index version in use: grown once, from the parks of its articles."""

from __future__ import annotations

from threading import Lock

from retrieval.index.engine import Snapshot
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.text.analyzer import Analyzer


class GazetteerCache:
    """Keeps the newest gazetteer; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: tuple[Snapshot, Gazetteer] | None = None

    def of(self, snapshot: Snapshot, analyzer: Analyzer) -> Gazetteer:
        """The gazetteer of a version, grown when it is first asked for."""
        with self._lock:
            if self._newest is None or self._newest[0] is not snapshot:
                parks = [park for headline in snapshot.headlines() for park in headline.parks]
                self._newest = snapshot, grown_from(parks, analyzer.normalize, analyzer.dictionary_words)
            return self._newest[1]
