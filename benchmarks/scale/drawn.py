"""Passages by the million, drawn from those of the sample corpus.

Articles are the sample corpus again and again, under other ids; vectors are drawn between those of its passages, further apart than those
of copies would be; what is known of a passage is the original's. Its terms are half an original's and half another's, and of those that
stand in few originals most are drawn as others that nothing asks for: of real words, too, most are rare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from math import ceil

import numpy as np

from benchmarks.corpora import ROOT
from corpus.reading.folder import list_sources, read_source
from corpus.settings import ReadingRules
from retrieval.models.embedder import Vectors
from retrieval.models.embedding_models import BUNDLED, load_embedder
from retrieval.models.encoder import Encoder
from retrieval.text.analyzer import Analyzer
from retrieval.text.context import with_context
from retrieval.text.embedded_form import embedded_form
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, facts_of
from retrieval.text.splitter import split
from retrieval.text.terms import Terms

SAMPLES = ROOT / "corpus" / "articles"
APART, NOISE = 0.5, 0.15
"""How far a drawn vector may lie on the way to another passage's, and how much of its length beside the mean is noise."""
DIALECTS, RARE = 64, 3
"""Ways in which the terms of an original are drawn, and in how many of the originals a term stands at most that is drawn as rarer: each
such term is in so many of the ways that from one to all are equally likely by order of magnitude."""


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
