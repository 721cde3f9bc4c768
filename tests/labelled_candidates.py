"""Questions with labelled candidates, made by chance: some features tell the right candidate, the others nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.language.span import Span
from retrieval.evaluation.labelled_candidates import LabelledCandidates
from retrieval.ranking.confidence import CONTRADICTIONS, UNLESS_READ
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.features import FEATURES
from retrieval.ranking.ranker import Ranked
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

CANDIDATES = 8


def labelled_questions(count: int, *, telling: str, seed: int, unanswerable: float = 0.0, lead: float = 4.0) -> list[LabelledCandidates]:
    """Questions with one right candidate each, which is ahead by `lead` standard deviations in the telling feature."""
    random = np.random.default_rng(seed)
    return [_labelled(random, list(FEATURES).index(telling), lead, answerable=random.random() >= unanswerable) for _ in range(count)]


def _labelled(random: np.random.Generator, column: int, lead: float, *, answerable: bool) -> LabelledCandidates:
    features = random.normal(size=(CANDIDATES, len(FEATURES)))
    features[:, [list(FEATURES).index(name) for name in (*CONTRADICTIONS, *UNLESS_READ)]] = 0.0
    right = np.zeros(CANDIDATES, dtype=bool)
    if answerable:
        right[random.integers(CANDIDATES)] = True
        features[right, column] += lead
    names = tuple(f"article-{number}" for number in range(CANDIDATES))
    return LabelledCandidates(
        features,
        names,
        relevant=right.copy(),
        right=right,
        quoted=right.copy(),
        read=np.zeros(len(right), dtype=bool),
        answerable=answerable,
    )


def as_candidates(labelled: LabelledCandidates) -> Sequence[Evidence]:
    """The same candidates as the ranking sees them."""
    passages = [Passage(article(name, "园区。"), 0, 3) for name in labelled.articles]
    rows = [dict(zip(FEATURES, map(float, row), strict=True)) for row in labelled.features]
    return [evidence_of(passage, Span(0, 3), row) for passage, row in zip(passages, rows, strict=True)]


def is_right(labelled: LabelledCandidates, ranked: Ranked) -> bool:
    return bool(labelled.right[labelled.articles.index(ranked.evidence.passage.article.id)])
