"""What can go wrong between a question and its quotes.

ParkQAError
├── CorpusError               (corpus.errors)
├── QuestionRefused           a question that is not answered, whatever the index holds
│   ├── QuestionTooLong       it has more characters than anybody asks at once
│   └── QuestionTooCostly     it takes more work than a question may make
├── ReindexRunning            another process holds the index for writing
├── ManyRemoved               a reindex would remove much, and nobody said that it should
├── IndexNotWritten           the disk refused a new version; the old one stays in use
├── VersionSuperseded         what should be undone is no longer the version in use
├── VersionPruned             the version to go back to was deleted
├── EmbedderUnavailable       the embedding model cannot be loaded
├── WorkerUnusable            a process that embeds for a reindex is not there, or not the right one
├── RerankerUnavailable       the cross-encoder cannot be loaded
├── ReaderUnavailable         the reader cannot be loaded
├── RunUnusable               the record of an evaluation cannot be written, read or compared
└── IndexUnavailable
    ├── IndexMissing          nothing was indexed yet
    ├── IndexIncompatible     made by another embedder, analyzer or format
    ├── IndexDamaged          a part is missing or not as it was written
    └── IndexUnreachable      the server that holds it does not answer
"""

from __future__ import annotations

from corpus.errors import ParkQAError


class QuestionRefused(ParkQAError):
    """A question is not answered, whatever the index holds."""


class QuestionTooLong(QuestionRefused):
    """It has more characters than are read."""


class QuestionTooCostly(QuestionRefused):
    """It takes more work than a question may make."""


class ReindexRunning(ParkQAError):
    """Another process is writing the index."""


class ManyRemoved(ParkQAError):
    """So many articles are gone from the corpus that somebody has to say that they are meant to be."""


class IndexNotWritten(ParkQAError):
    """A new index version could not be written; the one in use is untouched."""


class VersionSuperseded(ParkQAError):
    """A later version is in use than the one to undo."""


class VersionPruned(ParkQAError):
    """The version to go back to is not on disk any more."""


class EmbedderUnavailable(ParkQAError):
    """The embedding model cannot be loaded."""


class WorkerUnusable(ParkQAError):
    """A process that was to embed for a reindex is not there, or cannot be used; the reindex does without it."""


class RerankerUnavailable(ParkQAError):
    """The cross-encoder cannot be loaded."""


class ReaderUnavailable(ParkQAError):
    """The reader cannot be loaded."""


class RunUnusable(ParkQAError):
    """The record of an evaluation cannot be written, read or compared."""


class IndexUnavailable(ParkQAError):
    """There is no index that questions could be asked of."""


class IndexMissing(IndexUnavailable):
    """Nothing has been indexed yet."""


class IndexIncompatible(IndexUnavailable):
    """The index was made with another embedder, analyzer or format."""


class IndexDamaged(IndexUnavailable):
    """A part of the index is missing or not as it was written."""


class IndexUnreachable(IndexUnavailable):
    """The server that holds the index does not answer."""
