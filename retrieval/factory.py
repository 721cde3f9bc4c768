"""From settings to working parts: the one place that knows how they fit together.

What is heavy is imported inside the functions, so that a process loads only the parts that it uses.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING

from retrieval.errors import WorkerUnusable

if TYPE_CHECKING:
    from retrieval.answering.answerer import Answerer
    from retrieval.building.indexer import Indexer
    from retrieval.index.engine import Engine
    from retrieval.index.live_index import LiveIndex
    from retrieval.models.embedder import Embedder
    from retrieval.models.reader.reader import Reader
    from retrieval.ranking.close_reading import CloseReading
    from retrieval.ranking.reranker import Reranker
    from retrieval.settings import RetrievalSettings
    from retrieval.text.analyzer import Analyzer
    from retrieval.workers.workers import Workers

QUESTION_SECONDS = 2.0
"""Of processor time that a question may take, beside what the settings give to reader and cross-encoder; most take a tenth of it."""


def open_engine(settings: RetrievalSettings) -> Engine:
    """The engine that the index lives in. Nothing is read or created yet."""
    if settings.index.engine == "milvus":
        from retrieval.index.milvus.engine import MilvusEngine

        server = settings.milvus
        return MilvusEngine(server.uri, server.token.get_secret_value() if server.token else None, server.name)
    from retrieval.index.in_process.engine import InProcessEngine

    return InProcessEngine(settings.index.folder)


def open_live_index(settings: RetrievalSettings, embedder: Embedder, analyzer: Analyzer) -> LiveIndex:
    """The index as questions see it; it is opened, and checked against embedder and analyzer, when first used."""
    from retrieval.index.live_index import LiveIndex

    return LiveIndex(open_engine(settings), embedder.fingerprint, embedder.dimension, analyzer.fingerprint)


def open_answerer(settings: RetrievalSettings) -> Answerer:
    """An answerer over the live index. Raises EmbedderUnavailable or RerankerUnavailable."""
    from retrieval.models.embedding_models import load_embedder
    from retrieval.text.analyzer import Analyzer

    return _answerer(settings, load_embedder(settings.embedding.model), Analyzer())


def _answerer(settings: RetrievalSettings, embedder: Embedder, analyzer: Analyzer) -> Answerer:
    from retrieval.answering.answerer import Answerer
    from retrieval.answering.passage_search import PassageSearch
    from retrieval.question.sides import MOST_SIDES
    from retrieval.ranking.learned_weights import load_weights

    weights = load_weights()
    return Answerer(
        index=open_live_index(settings, embedder, analyzer),
        search=PassageSearch(embedder, analyzer, weights.ranking, open_reranker(settings), _close_reading(settings)),
        weights=weights,
        threshold=weights.threshold(settings.answer.false_answers),
        quote_length=settings.answer.quote_length,
        seconds=QUESTION_SECONDS + (MOST_SIDES * settings.reader.budget_ms + settings.reranker.budget_ms) / 1000,
    )


def open_reranker(settings: RetrievalSettings) -> Reranker | None:
    """The cross-encoder that the settings name, loaded, or None. Raises RerankerUnavailable."""
    if settings.reranker.model is None:
        return None
    from retrieval.models.bundled_embedder import fastest_precision
    from retrieval.models.sentence_transformer import PairScorer
    from retrieval.ranking.cross_encoder import CrossEncoderReranker

    scorer = PairScorer(settings.reranker.model, fastest_precision())
    return CrossEncoderReranker(scorer, settings.reranker.budget_ms / 1000)


def open_reader(settings: RetrievalSettings) -> Reader | None:
    """The reader, which loads when it is first needed; None where the settings give it no time."""
    if not settings.reader.budget_ms:
        return None
    from platformdirs import user_cache_path

    from retrieval.models.reader.reader import Reader

    return Reader(cache=user_cache_path("parkqa"))


def _close_reading(settings: RetrievalSettings) -> CloseReading | None:
    from retrieval.ranking.close_reading import READ_AT_ONCE, CloseReading

    reader, cores = open_reader(settings), os.cpu_count() or 1
    return CloseReading(reader, settings.reader.budget_ms / 1000, at_once=min(READ_AT_ONCE, cores)) if reader else None


def open_workers(settings: RetrievalSettings) -> Workers:
    """The workers that the settings name, if any. None is asked anything yet. Raises WorkerUnusable where they name some and no secret."""
    from retrieval.workers.workers import Workers

    return Workers(settings.workers.addresses, workers_secret(settings)) if settings.workers.addresses else Workers()


def workers_secret(settings: RetrievalSettings) -> str:
    """Raises WorkerUnusable where none is set."""
    if settings.workers.secret is None:
        raise WorkerUnusable(
            "workers.secret is not set: give workers and reindex the same PARKQA_WORKERS__SECRET (try `openssl rand -hex 32`)."
        )
    return settings.workers.secret.get_secret_value()


def open_indexer(settings: RetrievalSettings, *, self_check: bool = False) -> Indexer:
    """What a reindex works with; with `self_check` it measures every new version.

    Raises EmbedderUnavailable, RerankerUnavailable or WorkerUnusable.
    """
    from corpus.reading.apart import reading_apart
    from corpus.reading.recognised_pages import RecognisedPages
    from retrieval.building.indexer import Indexer
    from retrieval.index.directory import IndexDirectory
    from retrieval.models.embedding_models import load_embedder, open_pool
    from retrieval.self_check.checker import SelfChecker
    from retrieval.text.analyzer import Analyzer
    from retrieval.text.compiled_segmenter import CompiledSegmenter

    pool = open_pool(settings.embedding.devices)
    embedder, analyzer = load_embedder(settings.embedding.model, pool), Analyzer(CompiledSegmenter)
    directory = IndexDirectory(settings.index.folder)
    recognised = RecognisedPages(directory.recognised)
    return Indexer(
        corpus=settings.corpus.folder,
        directory=directory,
        engine=open_engine(settings),
        embedder=embedder,
        analyzer=analyzer,
        rules=settings.corpus.rules,
        batch=settings.embedding.batch_size * max(1, len(settings.embedding.devices)),
        keep=settings.index.keep_versions,
        checker=SelfChecker(_answerer(settings, embedder, analyzer)) if self_check else None,
        reading=partial(reading_apart, pages=recognised),
        recognised=recognised,
        pool=pool or nullcontext(),
        workers=open_workers(settings),
    )
