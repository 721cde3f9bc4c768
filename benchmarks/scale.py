"""What an index of 10,000, 100,000 and 1,000,000 passages costs to write, to open, to ask and to change.

    nice -n 10 python -m benchmarks.scale [SIZE...]

Articles are the sample corpus again and again, under other ids; vectors are drawn between those of its passages, further apart than those
of copies would be; what is known of a passage is the original's. Its terms are half an original's and half another's, and of those that
stand in few originals most are drawn as others that nothing asks for: of real words, too, most are rare. Each size is measured in a process
of its own. Seconds are of processor time; `recall` is the share of the ten highest cosines that dense search finds.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle, islice
from math import ceil
from pathlib import Path

import numpy as np
import psutil

from corpus.reading.folder import list_sources, read_source
from corpus.settings import ReadingRules
from retrieval.answering.passage_search import PassageSearch
from retrieval.index.in_process import InProcessEngine
from retrieval.models.embedder import Vectors
from retrieval.models.embedding_models import BUNDLED, load_embedder
from retrieval.models.encoder import Encoder
from retrieval.question.gazetteer import grown_from
from retrieval.question.reading import read_question
from retrieval.ranking.learned_weights import load_weights
from retrieval.text.analyzer import Analyzer
from retrieval.text.context import with_context
from retrieval.text.embedded_form import embedded_form
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, facts_of
from retrieval.text.splitter import split
from retrieval.text.terms import Terms

SAMPLES = Path(__file__).parents[1] / "corpus" / "articles"
SIZES = (10_000, 100_000, 1_000_000)
APART, NOISE = 0.5, 0.15
"""How far a drawn vector may lie on the way to another passage's, and how much of its length beside the mean is noise."""
DIALECTS, RARE = 64, 3
"""Ways in which the terms of an original are drawn, and in how many of the originals a term stands at most that is drawn as rarer: each
such term is in so many of the ways that from one to all are equally likely by order of magnitude."""
QUESTIONS = 100
CHANGED = 5
"""Passages of the article that changes."""


class Drawn:
    """As many passages as wanted, drawn from those of the sample corpus."""

    def __init__(self) -> None:
        self.analyzer, self.embedder, self.random = Analyzer(), load_embedder(BUNDLED), np.random.default_rng(0)
        self.articles = [article for source in list_sources(SAMPLES) for article in read_source(SAMPLES, source, ReadingRules()).articles]
        self.originals = [passage for article in self.articles for passage in split(article)]
        self.texts = [embedded_form(with_context(passage)) for passage in self.originals]
        self.known = list(facts_of(self.originals, self.analyzer))
        self.dialects = self._dialects([self.analyzer.terms(text) for text in self.texts])
        self.real = Encoder().encode_passages(self.texts)  # without torch, whose memory would count

    def passages(self, count: int) -> Iterator[Passage]:
        """The articles in turn, each time under other ids."""
        rounds = (round_ for round_ in range(1 + count // len(self.originals)))
        renamed = ({article.id: replace(article, id=f"{article.id}-{round_}") for article in self.articles} for round_ in rounds)
        every = (Passage(articles[each.article.id], each.start, each.end) for articles in renamed for each in self.originals)
        return islice(every, count)

    def facts(self, passages: Sequence[Passage]) -> Iterator[PassageFacts]:
        """Those of the originals."""
        return (replace(facts, passage=passage) for facts, passage in zip(cycle(self.known), passages, strict=False))

    def terms(self, count: int) -> Iterator[Terms]:
        """The first half of an original's and the second of another's."""
        for row in range(count):
            ways, others = self.dialects[row % len(self.dialects)], self.dialects[self.random.integers(len(self.dialects))]
            one, other = ways[self.random.integers(DIALECTS)], others[self.random.integers(DIALECTS)]
            words, bigrams = ((*a[: len(a) // 2], *b[len(b) // 2 :]) for a, b in ((one.words, other.words), (one.bigrams, other.bigrams)))
            yield Terms(words, bigrams)

    def _dialects(self, originals: Sequence[Terms]) -> list[list[Terms]]:
        """By original, its terms in every way. A rare term stands as itself in some of the ways, and in the others as one of its own."""
        standing = Counter(term for terms in originals for term in {*terms.words, *terms.bigrams})
        shares = {term: DIALECTS ** self.random.uniform(-1, 0) for term, count in standing.items() if count <= RARE}
        kept = {term: frozenset(self.random.permutation(DIALECTS)[: ceil(share * DIALECTS)]) for term, share in shares.items()}

        def way(terms: Sequence[str], number: int) -> tuple[str, ...]:
            return tuple(term if number in kept.get(term, (number,)) else f"{term}{number}" for term in terms)

        return [[Terms(way(terms.words, number), way(terms.bigrams, number)) for number in range(DIALECTS)] for terms in originals]

    def vectors(self, count: int) -> Vectors:
        """Unit vectors between two originals'."""
        mean = self.real.mean(axis=0)
        drawn = np.empty((count, self.real.shape[1]), dtype=np.float32)
        for start in range(0, count, 20_000):
            rows = min(20_000, count - start)
            one, other = self.real[self.random.integers(0, len(self.real), (2, rows))] - mean
            share = self.random.uniform(0, APART, (rows, 1))
            between = (1 - share) * one + share * other
            length = np.linalg.norm(one, axis=1, keepdims=True)
            noise = self.random.normal(size=between.shape) / np.sqrt(between.shape[1])
            between = mean + length * (between / np.linalg.norm(between, axis=1, keepdims=True) + NOISE * noise)
            drawn[start : start + rows] = between / np.linalg.norm(between, axis=1, keepdims=True)
        return drawn


@dataclass(slots=True)
class Stopwatch:
    """Seconds of processor time since the last look."""

    last: float = 0.0

    def __call__(self) -> float:
        before, self.last = self.last, time.process_time()
        return self.last - before


def measure(size: int) -> None:
    """Print the row of one size."""
    drawn, lap = Drawn(), Stopwatch()
    passages, vectors = list(drawn.passages(size)), drawn.vectors(size)
    with tempfile.TemporaryDirectory() as folder:
        engine = InProcessEngine(Path(folder))
        lap()
        engine.write("1", passages, vectors, drawn.terms(size), facts=drawn.facts(passages))
        written, changed = lap(), passages[:CHANGED]
        removed = {passage.article.id for passage in changed}
        engine.amend(
            "2",
            "1",
            removed=removed,
            passages=changed,
            vectors=vectors[:CHANGED],
            terms=drawn.terms(CHANGED),
            facts=drawn.facts(changed),
        )
        amended = lap()
        files = [path for path in Path(folder).rglob("*") if path.is_file()]
        megabytes = sum({path.stat().st_ino: path.stat().st_size for path in files}.values()) / 1e6
        exact = _ten_best(vectors, _asked(drawn))
        del passages, vectors
        row = [f"{size:,}", f"{written:.0f} s", f"{amended:.2f} s", f"{megabytes:,.0f} MB"]
        reader = multiprocessing.get_context("fork").Process(target=_ask, args=(engine, drawn, exact, row))
        reader.start()
        reader.join()


def _asked(drawn: Drawn) -> Vectors:
    """Vectors like those of passages, which is what questions are close to."""
    return drawn.vectors(QUESTIONS)


def _ten_best(vectors: Vectors, asked: Vectors) -> list[tuple[Vectors, set[int]]]:
    cosines = asked @ vectors.T
    return [(question, set(np.argpartition(-row, 10)[:10].tolist())) for question, row in zip(asked, cosines, strict=True)]


def _ask(engine: InProcessEngine, drawn: Drawn, exact: Sequence[tuple[Vectors, set[int]]], row: Sequence[str]) -> None:
    """Open the index that was changed, ask it, and print everything."""
    before, lap = psutil.Process().memory_info().rss, Stopwatch()
    lap()
    engine.open("1").close()
    opened = lap()
    snapshot = engine.open("1")
    found = [len({match.position for match in snapshot.search_dense(vector, 10)} & best) / 10 for vector, best in exact]
    lap()
    for vector, _ in exact:
        snapshot.search_dense(vector, 50)
    dense = lap() / len(exact)
    weights = load_weights()
    search = PassageSearch(drawn.embedder, drawn.analyzer, weights.ranking)
    parks = grown_from(
        [park for article in drawn.articles for park in article.parks], drawn.analyzer.normalize, drawn.analyzer.dictionary_words
    )
    headings = list(islice(cycle(article.heading for article in drawn.articles), QUESTIONS))
    took = []
    for heading in headings:
        lap()
        search.look_up([read_question(f"{heading[:60]}有多少家企业", date(2024, 5, 1), drawn.analyzer, parks)], snapshot)
        took.append(lap())
    p50, p95 = np.percentile(took[len(took) // 5 :], (50, 95)) * 1000
    resident = (psutil.Process().memory_info().rss - before) / 1e6
    asking = [f"{opened:.2f} s", f"{np.mean(found):.3f}", f"{dense * 1000:.1f} ms", f"{p50:.0f} / {p95:.0f} ms", f"{resident:,.0f} MB"]
    print("| " + " | ".join([*row, *asking]) + " |", flush=True)


def main() -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, nargs="*", default=SIZES)
    print("| passages | written | one article changed | on disk | opened | recall@10 | dense search | question p50 / p95 | resident |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for size in parser.parse_args().size:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(size,))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
