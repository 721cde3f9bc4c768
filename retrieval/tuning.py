"""Learns the weights of ranking and confidence from questions with known answers.

Ranking: logistic regression on differences between a right candidate and a wrong one of the same question (a linear RankNet: Burges et al.
2005, ICML). Confidence: logistic regression on whether the first quote answers; beside it, how sure an answer must be for a share of false
answers. Each set of questions counts the same, however many it holds, and weights are pulled towards zero (L2), so that they hold on
questions that they have not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np

from corpus.errors import CorpusError
from retrieval.accepted_share import learn_thresholds
from retrieval.confidence import BIAS, LEAD, LONGEST_LEAD
from retrieval.config import Settings
from retrieval.evaluation import prepare
from retrieval.evidence import FEATURES
from retrieval.gathering import Progress
from retrieval.judged import Judged, Mask, Matrix, judge_all
from retrieval.learned_weights import LearnedWeights

REGULARISATION = 1e-3
RIGHT_PER_QUESTION = 3
WRONG_PER_QUESTION = 12
"""Candidates of a question that are compared, the first ones in the order of the searches."""


@dataclass(frozen=True, slots=True)
class _Sample:
    """Rows to learn from: `wanted` says which should score high, `weight` how much each counts; the weights of a set add up to 1."""

    rows: Matrix
    wanted: Mask
    weight: Matrix


@dataclass(frozen=True, slots=True)
class SeenAndUnseen:
    """How often the right candidate came first in one set: with weights learned from all sets, and from all the others."""

    name: str
    questions: int
    seen: float
    unseen: float | None
    """None where there is no other set."""


def judge_folders(folders: Sequence[Path], settings: Settings, progress: Progress) -> dict[str, list[Judged]]:
    """Index and judge each question set; by name, in the order given. Raises CorpusError when a folder is none."""
    return {known.name: list(judge_all(known, answerer, progress)) for known, answerer in (prepare(f, settings, progress) for f in folders)}


def seen_and_unseen(judged: Mapping[str, Sequence[Judged]]) -> Iterator[SeenAndUnseen]:
    """Learn once from all sets and once without each."""
    everything = learn(list(judged.values()))
    for name, questions in judged.items():
        others = [other for key, other in judged.items() if key != name]
        unseen = _right_first(questions, learn(others)) if others else None
        yield SeenAndUnseen(name, len(questions), _right_first(questions, everything), unseen)


def _right_first(judged: Sequence[Judged], weights: LearnedWeights) -> float:
    ranking = np.array([weights.ranking[name] for name in FEATURES])
    return fmean(_first_signals(question, ranking)[1] for question in judged if question.relevant.any())


def learn(sets: Sequence[Sequence[Judged]]) -> LearnedWeights:
    """Learn from several sets of judged questions."""
    ranking, _ = _fit(_joined([_comparisons(judged) for judged in sets]), with_bias=False)
    samples = [_firsts(judged, ranking) for judged in sets]
    trust, bias = _fit(_joined(samples), with_bias=True)
    names = (*FEATURES, LEAD)
    unanswerable = [_unanswerable(judged, ranking) for judged in sets]
    return LearnedWeights(
        ranking=dict(zip(FEATURES, ranking.tolist(), strict=True)),
        confidence={BIAS: bias, **dict(zip(names, trust.tolist(), strict=True))},
        thresholds=learn_thresholds(list(_unseen_confidences(samples, unanswerable))),
    )


def _comparisons(judged: Sequence[Judged]) -> _Sample:
    """Differences right minus wrong; every question counts the same."""
    rows, weights = [], []
    for question in judged:
        right = question.features[question.right][:RIGHT_PER_QUESTION]
        wrong = question.features[~question.right][:WRONG_PER_QUESTION]
        if len(right) and len(wrong):
            rows.append((right[:, None] - wrong[None]).reshape(-1, right.shape[1]))
            weights.append(np.full(len(rows[-1]), 1 / len(rows[-1])))
    if not rows:
        raise CorpusError("Nothing can be learned from a set in which no question has both a right passage and a wrong one: add articles.")
    return _sample(np.concatenate(rows), np.ones(sum(map(len, rows)), dtype=bool), np.concatenate(weights))


def _firsts(judged: Sequence[Judged], ranking: Matrix) -> _Sample:
    """The signals of each question's first candidate, and of the one that would be first without the relevant articles."""
    asked = [question for question in judged if question.articles]
    withheld = [left for question in asked if question.relevant.any() and (left := question.without_relevant()).articles]
    found = [_first_signals(question, ranking) for question in (*asked, *withheld)]
    return _sample(np.array([signals for signals, _ in found]), np.array([right for _, right in found]), np.ones(len(found)))


def _unanswerable(judged: Sequence[Judged], ranking: Matrix) -> list[Matrix]:
    """The signals of first candidates that cannot be right: where nobody could answer, and where the relevant articles are withheld."""
    asked = [question for question in judged if not question.answerable]
    withheld = [question.without_relevant() for question in judged if question.answerable]
    groups = ([question for question in group if question.articles] for group in (asked, withheld))
    return [np.array([_first_signals(question, ranking)[0] for question in group]) for group in groups if group]


def _unseen_confidences(samples: Sequence[_Sample], unanswerable: Sequence[Sequence[Matrix]]) -> Iterator[Matrix]:
    """The confidence in each unanswerable question, learned without its set where there is another."""
    for place, groups in enumerate(unanswerable):
        trust, bias = _fit(_joined([*samples[:place], *samples[place + 1 :]] or samples), with_bias=True)
        yield from (1 / (1 + np.exp(-(signals @ trust + bias))) for signals in groups)


def _first_signals(question: Judged, ranking: Matrix) -> tuple[Matrix, bool]:
    """The confidence's signals for a judged question, as `confidence_signals` has them, and whether its first quote answers."""
    scores = question.features @ ranking
    order = np.argsort(-scores, kind="stable")
    first = order[0]
    rivals = [scores[row] for row in order if question.articles[row] != question.articles[first]]
    lead = scores[first] - (rivals[0] if rivals else scores[order[-1]])
    return np.append(question.features[first], min(lead, LONGEST_LEAD)), bool(question.quoted[first])


def _sample(rows: Matrix, wanted: Mask, weight: Matrix) -> _Sample:
    return _Sample(rows, wanted, weight / weight.sum())


def _joined(samples: Sequence[_Sample]) -> _Sample:
    return _sample(
        np.concatenate([sample.rows for sample in samples]),
        np.concatenate([sample.wanted for sample in samples]),
        np.concatenate([sample.weight for sample in samples]),
    )


def _fit(sample: _Sample, *, with_bias: bool) -> tuple[Matrix, float]:
    """Weights and bias of a logistic regression; rows are standardised for the fit only."""
    from scipy.optimize import minimize

    mean = sample.rows.mean(axis=0) if with_bias else np.zeros(sample.rows.shape[1])
    spread = sample.rows.std(axis=0) + 1e-9
    rows = np.column_stack([(sample.rows - mean) / spread, np.full(len(sample.rows), float(with_bias))])
    solution = minimize(
        _loss(rows, np.where(sample.wanted, 1.0, -1.0), sample.weight), np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B"
    )
    weights = solution.x[:-1] / spread
    return weights, float(solution.x[-1] - weights @ mean)


def _loss(rows: Matrix, sign: Matrix, weight: Matrix) -> Callable[[Matrix], tuple[float, Matrix]]:
    """Weighted logistic loss with L2 on all but the bias, and its gradient."""

    def loss(parameters: Matrix) -> tuple[float, Matrix]:
        margin = sign * (rows @ parameters)
        penalised = np.append(parameters[:-1], 0.0)
        slope = -(weight * sign / (1 + np.exp(margin))) @ rows
        value = weight @ np.logaddexp(0, -margin) + REGULARISATION * (penalised @ penalised)
        return float(value), slope + 2 * REGULARISATION * penalised

    return loss
