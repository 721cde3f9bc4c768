"""Keeps what the reader says of questions and passages in a file, so that learning anew after a mend reads only what changed by it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from corpus.language.span import Span
from retrieval.answering.answerer import Answerer
from retrieval.models.reader.reading import Reading
from retrieval.models.reader.weights import ADAPTERS
from retrieval.ranking.close_reading import PassageReader

_PATIENCE = 60.0
"""Seconds that another process may take to write."""


class KeptReadings:
    """A reader that reads what it has not read before. A file that cannot be used is done without."""

    def __init__(self, reader: PassageReader, path: Path, learned: Path = ADAPTERS) -> None:
        """`learned` is what the reader learned: another one's readings are others."""
        self._reader = reader
        self._path = path
        self._key = blake2b(learned.read_bytes(), digest_size=16).digest()

    def load(self) -> None:
        """Nothing: it loads when there is something new to read."""

    def read(self, question: str, context: str, passage: str) -> Reading:
        """What the reader says, now or then. Raises ReaderUnavailable."""
        key = blake2b("\0".join((question, context, passage)).encode("utf-8", "replace"), key=self._key, digest_size=16).digest()
        if kept := self._kept(key):
            return kept
        reading = self._reader.read(question, context, passage)
        with suppress(sqlite3.Error, OSError):
            self._file.execute("INSERT INTO readings VALUES (?, ?, ?, ?, ?)", (key, reading.answers, *reading.span, reading.span_lead))
        return reading

    def _kept(self, key: bytes) -> Reading | None:
        with suppress(sqlite3.Error, OSError):
            for answers, start, end, lead in self._file.execute("SELECT answers, start, end, lead FROM readings WHERE key = ?", (key,)):
                return Reading(answers, Span(start, end), lead)
        return None

    @cached_property
    def _file(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        file.execute("PRAGMA synchronous = OFF")  # what a crash loses is read again
        file.execute("CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, answers REAL, start INTEGER, end INTEGER, lead REAL)")
        return file


def remembering(answerer: Answerer) -> Answerer:
    """The same, whose reader reads nothing twice, in this run or in others: what it said is kept in the user's cache."""
    import platformdirs

    if (close := answerer.search.close_reading) is None:
        return answerer
    kept = KeptReadings(close.reader, platformdirs.user_cache_path("parkqa") / "evaluations" / "readings.sqlite")
    one_by_one = replace(close, reader=kept, at_once=1)  # the file is used from one thread
    return replace(answerer, search=replace(answerer.search, close_reading=one_by_one))
