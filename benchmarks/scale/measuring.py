"""What an index of so many drawn passages costs: to write, to change, to open, to search and to ask."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from itertools import cycle, islice
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from benchmarks.scale.drawn import Drawn
from benchmarks.speed.stages import EMBED, EXAMINE, READ, SEARCH
from retrieval.index.engine import Snapshot
from retrieval.index.in_process import InProcessEngine
from retrieval.models.embedder import Vectors
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.question.reading import read_question
from retrieval.ranking.candidates import DEPTH, find_candidates
from retrieval.ranking.examiner import Examiner
from retrieval.ranking.learned_weights import load_weights
from retrieval.ranking.ranker import rank
from retrieval.text.embedded_form import embedded_form

QUESTIONS = 100
WARM_UP = 20
"""The first questions, which fetch what the others find in memory."""
CHANGED = 5
"""Passages of the article that changes."""
WALL, PROCESSOR = "seconds", "processor"

Times = dict[str, float]
Figures = dict[str, Any]


def measure(size: int) -> Figures:
    """Everything at one size; times are seconds by the clock and of the processor."""
    drawn = Drawn()
    passages, vectors = list(drawn.passages(size)), drawn.vectors(size)
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        engine = InProcessEngine(Path(folder))
        with _timed(figures, "written"):
            engine.write("1", passages, vectors, drawn.terms(size), facts=drawn.facts(passages))
        few, removed = passages[:CHANGED], {passage.article.id for passage in passages[:CHANGED]}
        with _timed(figures, "changed"):
            terms = drawn.terms(CHANGED)
            engine.amend("2", "1", removed=removed, passages=few, vectors=vectors[:CHANGED], terms=terms, facts=drawn.facts(few))
        figures["MB"] = _megabytes(Path(folder))
        asked = drawn.vectors(QUESTIONS)  # like those of passages, which is what questions are close to
        exact = _ten_best(asked, vectors)
        del passages, vectors
        return figures | _in_a_fork(engine, drawn, asked, exact)


def _in_a_fork(engine: InProcessEngine, drawn: Drawn, asked: Vectors, exact: Sequence[set[int]]) -> Figures:
    """What asking costs, in a process that holds nothing of what was written."""
    context = multiprocessing.get_context("fork")
    answers: SimpleQueue[Figures] = context.SimpleQueue()
    process = context.Process(target=lambda: answers.put(_ask(engine, drawn, asked, exact)))
    process.start()
    figures = answers.get()
    process.join()
    return figures


def _ask(engine: InProcessEngine, drawn: Drawn, asked: Vectors, exact: Sequence[set[int]]) -> Figures:
    before = psutil.Process().memory_info().rss
    figures: Figures = {}
    with _timed(figures, "opened"):
        engine.open("1").close()
    with closing(engine.open("1")) as snapshot:
        found = [{match.position for match in snapshot.search_dense(vector, 10)} for vector in asked]
        figures["recall@10"] = float(np.mean([len(ten & best) / 10 for ten, best in zip(found, exact, strict=True)]))
        figures["dense"] = [_search(snapshot, vector) for vector in asked]
        figures["questions"] = _questions(drawn, snapshot)
    figures["resident MB"] = (psutil.Process().memory_info().rss - before) / 1e6
    return figures


def _search(snapshot: Snapshot, vector: Vectors) -> Times:
    took: dict[str, Times] = {}
    with _timed(took, SEARCH):
        snapshot.search_dense(vector, DEPTH)
    return took[SEARCH]


def _questions(drawn: Drawn, snapshot: Snapshot) -> list[dict[str, Times]]:
    """By question, each step up to the reader."""
    parks = grown_from(
        [park for article in drawn.articles for park in article.parks], drawn.analyzer.normalize, drawn.analyzer.dictionary_words
    )
    headings, weights = islice(cycle(article.heading for article in drawn.articles), WARM_UP + QUESTIONS), load_weights().ranking
    return [_question(f"{heading[:60]}有多少家企业", drawn, snapshot, parks, weights) for heading in headings][WARM_UP:]


def _question(text: str, drawn: Drawn, snapshot: Snapshot, parks: Gazetteer, weights: dict[str, float]) -> dict[str, Times]:
    took: dict[str, Times] = {}
    with _timed(took, READ):
        question = read_question(text, date(2024, 5, 1), drawn.analyzer, parks)
    with _timed(took, EMBED):
        [vector] = drawn.embedder.encode_queries([embedded_form(question.in_full)])
    with _timed(took, SEARCH):
        candidates = find_candidates(snapshot, question, vector)
    with _timed(took, EXAMINE):
        rank(Examiner(question, snapshot, drawn.analyzer).examine(candidates), weights)
    return took


def _ten_best(asked: Vectors, vectors: Vectors) -> list[set[int]]:
    return [set(np.argpartition(-row, 10)[:10].tolist()) for row in asked @ vectors.T]


def _megabytes(folder: Path) -> float:
    """On disk; what two versions share counts once."""
    files = [path.stat() for path in folder.rglob("*") if path.is_file()]
    return sum({file.st_ino: file.st_size for file in files}.values()) / 1e6


@contextmanager
def _timed(took: dict[str, Any], what: str) -> Iterator[None]:
    clock, processor = time.perf_counter(), time.process_time()
    yield
    took[what] = {WALL: time.perf_counter() - clock, PROCESSOR: time.process_time() - processor}
