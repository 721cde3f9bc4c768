"""Where the time of a reindex goes, what the index weighs, and what a run without a change costs.

    python benchmarks/reindex.py CORPUS [--fake-embedder] [--model NAME]

The index is made in a temporary folder. `--fake-embedder` puts random vectors in the model's place, to time everything else.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import psutil

from corpus.settings import ReadingRules
from retrieval.building.indexer import Indexer
from retrieval.building.report import ReindexReport
from retrieval.index.directory import IndexDirectory
from retrieval.index.in_process import InProcessEngine
from retrieval.models.embedder import Embedder, Vectors
from retrieval.text.analyzer import Analyzer


class RandomEmbedder:
    """Unit vectors about 1,000 topics, at no cost; the same text may get another vector."""

    fingerprint = "benchmark:random"

    def __init__(self, dimension: int = 384) -> None:
        self.dimension = dimension
        self._random = np.random.default_rng(0)
        self._topics = self._random.normal(size=(1_000, self.dimension)).astype(np.float32)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        vectors = self._topics[self._random.integers(0, 1_000, len(texts))] + 0.5 * self._random.normal(size=(len(texts), self.dimension))
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)

    encode_passages = encode_queries


class Stopwatch:
    """Seconds from the end of one stage to the end of the next."""

    def __init__(self) -> None:
        self.ended: dict[str, float] = {}
        self.started = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.ended[stage] = time.perf_counter()

    def stages(self) -> dict[str, float]:
        ends = [self.started, *self.ended.values()]
        return {stage: end - start for stage, start, end in zip(self.ended, ends, ends[1:], strict=False)}


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        directory = IndexDirectory(Path(folder))
        engine, embedder = InProcessEngine(directory.root), _embedder(arguments)
        indexer = Indexer(arguments.corpus, directory, engine, embedder, Analyzer(), rules=ReadingRules(), batch=256, keep=2)
        report = _timed(indexer, "everything new")
        _timed(indexer, "nothing changed")
        _timed(indexer, "all read and written again, nothing embedded", full=True)
        _weigh(directory, report.passages)
        # in a process of its own: what this one has in memory would hide what opening takes
        reader = multiprocessing.get_context("spawn").Process(target=_read, args=(directory.root,))
        reader.start()
        reader.join()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--fake-embedder", action="store_true")
    parser.add_argument("--model", default="bundled")
    return parser.parse_args()


def _embedder(arguments: argparse.Namespace) -> Embedder:
    if arguments.fake_embedder:
        return RandomEmbedder()
    from retrieval.models.embedding_models import load_embedder

    return load_embedder(arguments.model)


def _timed(indexer: Indexer, what: str, *, full: bool = False) -> ReindexReport:
    watch = Stopwatch()
    report = indexer.reindex(watch, full=full)
    print(f"{what}: {report.seconds:.2f} s for {report.articles} articles, {report.passages} passages, {report.embedded} embedded")
    for stage, seconds in watch.stages().items():
        print(f"  until the end of {stage:<10} {seconds:8.2f} s {report.passages / max(seconds, 1e-9):10,.0f} passages/s")
    if watch.ended:
        print(f"  after the last {report.seconds - (max(watch.ended.values()) - watch.started):17.2f} s")
    return report


def _weigh(directory: IndexDirectory, passages: int) -> None:
    folder = directory.folder(directory.versions()[-1])
    for part in (*sorted(folder.iterdir()), directory.embeddings):
        size = sum(path.stat().st_size for path in (part.rglob("*") if part.is_dir() else [part]) if path.is_file())
        print(f"{part.name:<18} {size / 1e6:8.1f} MB {size / passages:8.0f} bytes a passage")


def _read(root: Path) -> None:
    """What opening costs and how fast searches are, with the files still in the disk cache."""
    engine, process = InProcessEngine(root), psutil.Process()
    version = engine.versions()[-1]
    before, started = process.memory_info().rss, time.perf_counter()
    snapshot = engine.open(version)
    seconds = time.perf_counter() - started
    print(f"opened in {seconds * 1000:.0f} ms, resident memory {(process.memory_info().rss - before) / 1e6:+.0f} MB")
    rows = range(0, len(snapshot), max(1, len(snapshot) // 50))
    vectors = RandomEmbedder(engine.manifest(version).dimension).encode_queries([""] * len(rows))
    terms = [Analyzer().terms(snapshot.passage(row).text[:20]) for row in rows]
    _each("dense search, the best 100", lambda row: snapshot.search_dense(vectors[row], 100), len(rows))
    _each("lexical search, the best 100", lambda row: snapshot.search_lexical(terms[row], 100), len(rows))
    _each("a passage", lambda row: snapshot.passage(rows[row]), len(rows))
    print(f"resident memory after that {process.memory_info().rss / 1e6:.0f} MB")


def _each(what: str, work: Callable[[int], object], times: int) -> None:
    started = time.perf_counter()
    for row in range(times):
        work(row)
    print(f"{what}: {(time.perf_counter() - started) / times * 1000:.2f} ms")


if __name__ == "__main__":
    main()
