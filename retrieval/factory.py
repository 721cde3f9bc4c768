"""From settings to working parts: the one place that knows how they fit together.

What is heavy is imported inside the functions, so that a process loads only the parts that it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.answerer import Answerer
    from retrieval.config import Settings
    from retrieval.engine.protocol import Engine


def open_engine(settings: Settings) -> Engine:
    """The engine that the index lives in. Nothing is read or created yet."""
    from retrieval.engine.embedded.engine import EmbeddedEngine

    return EmbeddedEngine(settings.index.folder)


def open_answerer(settings: Settings) -> Answerer:
    """An answerer over the live index; the index itself is opened with the first question.

    Raises EmbedderUnavailable.
    """
    from retrieval.analyzer import Analyzer
    from retrieval.answerer import Answerer
    from retrieval.embedding_models import load_embedder
    from retrieval.live_index import LiveIndex

    embedder = load_embedder(settings.embedding.model)
    analyzer = Analyzer()
    index = LiveIndex(open_engine(settings), embedder.fingerprint, embedder.dimension, analyzer.fingerprint)
    return Answerer(index, embedder, analyzer, threshold=settings.answer.threshold, quote_length=settings.answer.quote_length)
