"""parkqa itself: reindexes and answers through the same parts as its commands do."""

from __future__ import annotations

import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.corpora import ROOT
from benchmarks.speed.stages import question_stages
from bot.settings.loading import load_settings
from bot.settings.settings import Settings
from retrieval.answering.answerer import Answerer
from retrieval.building.indexer import Indexer
from retrieval.factory import open_answerer, open_indexer
from retrieval.models.embedding_models import BUNDLED, load_embedder
from retrieval.settings import ReaderSettings
from retrieval.text.analyzer import Analyzer
from retrieval.text.compiled_segmenter import CompiledSegmenter

READING, NOT_READING = "with the reader", "without the reader"


class Contestant:
    """Keeps model and dictionary from one reindex to the next, as the others keep theirs."""

    def __init__(self) -> None:
        self._embedder, self._analyzer = load_embedder(BUNDLED), Analyzer(CompiledSegmenter)
        self._answerers: dict[str, Answerer] = {}

    def index(self, corpus: str, index: str, embedded: bool) -> dict[str, float]:
        """A whole reindex; the seconds until the end of each stage, in their order. Known vectors lie beside the corpus."""
        shutil.rmtree(index, ignore_errors=True)
        if embedded:
            shutil.copytree(Path(corpus).parent / "embeddings", Path(index) / "embeddings")
        ended: dict[str, float] = {}
        started = time.perf_counter()

        def progress(stage: str, _done: int, _total: int) -> None:
            ended[stage] = time.perf_counter() - started

        self._indexer(corpus, index).reindex(progress)
        ended["publishing"] = time.perf_counter() - started
        return ended

    def reindex_unchanged(self, corpus: str, index: str) -> None:
        self._indexer(corpus, index).reindex(lambda _stage, _done, _total: None)

    def _indexer(self, corpus: str, index: str) -> Indexer:
        return replace(open_indexer(_settings(corpus, index)), embedder=self._embedder, analyzer=self._analyzer)

    def open(self, index: str) -> None:
        settings = _settings("", index)
        without = settings.model_copy(update={"reader": ReaderSettings(budget_ms=0)})
        self._answerers = {NOT_READING: open_answerer(without), READING: open_answerer(settings)}

    def ask(self, question: str, mode: str) -> str:
        """The article that comes first."""
        return next(iter(self._answerers[mode].ask(question).ranking), "")

    def ask_all(self, questions: list[str], mode: str, threads: int) -> None:
        """So many at a time."""
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(partial(self.ask, mode=mode), questions))

    def stages(self, questions: list[str]) -> list[dict[str, float]]:
        """Seconds of each step of an answer, question by question."""
        return [question_stages(self._answerers[READING], question) for question in questions]


def _settings(corpus: str, index: str) -> Settings:
    return load_settings(ROOT / "config.yaml", corpus=Path(corpus) / "files", index=Path(index))
