"""A corpus folder, an index folder, and everything that reindexes the one into the other, with fakes for model and dictionary."""

from __future__ import annotations

from pathlib import Path

from corpus.settings import ReadingRules
from retrieval.answering.answerer import Answerer
from retrieval.answering.passage_search import PassageSearch
from retrieval.building.indexer import Indexer
from retrieval.building.report import ReindexReport
from retrieval.index.directory import IndexDirectory
from retrieval.index.in_process import InProcessEngine
from retrieval.index.live_index import LiveIndex
from retrieval.ranking.learned_weights import LearnedWeights
from retrieval.self_check.checker import SelfChecker
from retrieval.text.analyzer import Analyzer
from retrieval.text.terms import Terms
from retrieval.workers.workers import Workers
from tests.fakes import HashingEmbedder


class CharacterAnalyzer(Analyzer):
    """Single characters as words, without a dictionary; counts what it analyses."""

    fingerprint = "fake:characters"

    def __init__(self) -> None:
        super().__init__()
        self.analysed = 0

    def terms(self, text: str) -> Terms:
        self.analysed += 1
        return Terms(tuple("".join(text.split())), ())


class Workshop:
    """Below `folder`: articles/ and index/."""

    def __init__(self, folder: Path) -> None:
        self.corpus = folder / "articles"
        self.corpus.mkdir(parents=True, exist_ok=True)
        self.directory = IndexDirectory(folder / "index")
        self.engine = InProcessEngine(self.directory.root)
        self.embedder = HashingEmbedder()
        self.analyzer = CharacterAnalyzer()
        self.keys: dict[str, tuple[str, ...]] = {}
        self.workers = Workers()
        self.stages: dict[str, tuple[int, int]] = {}

    def put(self, path: str, text: str) -> None:
        file = self.corpus / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def reindex(
        self, *, full: bool = False, dry_run: bool = False, sure: bool = False, checker: SelfChecker | None = None
    ) -> ReindexReport:
        """Keeps two versions; `stages` then holds the last progress of each stage."""
        self.stages = {}
        indexer = Indexer(
            self.corpus,
            self.directory,
            self.engine,
            self.embedder,
            self.analyzer,
            ReadingRules(1_000_000, self.keys),
            batch=2,
            keep=2,
            checker=checker,
            workers=self.workers,
        )
        return indexer.reindex(self._note, full=full, dry_run=dry_run, sure=sure)

    def checker(self, weights: LearnedWeights) -> SelfChecker:
        """Self-checks with these weights; found is what is at least half sure."""
        search = PassageSearch(self.embedder, self.analyzer, weights.ranking)
        return SelfChecker(Answerer(self.live_index(), search, weights, threshold=0.5, quote_length=60))

    def live_index(self) -> LiveIndex:
        return LiveIndex(self.engine, self.embedder.fingerprint, self.embedder.dimension, self.analyzer.fingerprint)

    def indexed(self) -> dict[str, str]:
        """Text of every article that a reader finds now, by id; nothing before the first reindex."""
        if self.engine.current() is None:
            return {}
        live = self.live_index()
        with live.open() as index:
            return {article.id: article.text for article in index.snapshot.articles()}

    def _note(self, stage: str, done: int, total: int) -> None:
        self.stages[stage] = (done, total)
