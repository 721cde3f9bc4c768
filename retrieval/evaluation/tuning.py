"""Learns the weights of ranking and confidence from labelled questions.

Ranking: logistic regression on differences between a right candidate and a wrong one of the same question (a linear RankNet: Burges et al.
2005, ICML); first on what is known of every candidate, then, among the few that the reader has read, on what it adds. Confidence: see
`learned_confidence`. Each set of questions counts the same, however many it holds, and weights are pulled towards zero (L2), so that they
hold on questions that they have not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np

from corpus.errors import CorpusError
from retrieval.evaluation.evaluation import prepare
from retrieval.evaluation.kept_readings import remembering
from retrieval.evaluation.labelled_candidates import LabelledCandidates, label_all, label_altered
from retrieval.evaluation.learned_confidence import learn_accepted, learn_confidence, top_candidates, top_signals
from retrieval.evaluation.logistic import Matrix, Sample, fit, joined
from retrieval.progress import Progress
from retrieval.ranking.confidence import BIAS, LEAD
from retrieval.ranking.features import FEATURES, FOR_CONFIDENCE, READER_ANSWERS, READER_SPAN
from retrieval.ranking.learned_weights import LearnedWeights
from retrieval.settings import RetrievalSettings

RIGHT_PER_QUESTION = 3
"""Right candidates of a question that are compared with all others, the first ones in the order of the ranking in use.

Were wrong ones left out by that order as well, whatever it had kept down would no longer be learned to be kept down.
"""
_HEARD = [place for place, name in enumerate(FEATURES) if name in (READER_ANSWERS, READER_SPAN)]
"""The places of what the reader says. A candidate that it has not read only counts like the worst that it has, which tells of the order
before and nothing of the candidate: learned from that, the weights of all else would fade."""
_KNOWN = np.array([name not in FOR_CONFIDENCE and place not in _HEARD for place, name in enumerate(FEATURES)], dtype=float)
_LEAST_SCORE = 1e-6


@dataclass(frozen=True, slots=True)
class SeenAndUnseen:
    """How often the right candidate came first in one set: with weights learned from all sets, and from all the others."""

    name: str
    questions: int
    seen: float
    unseen: float | None
    """None where there is no other set."""


def label_folders(folders: Sequence[Path], settings: RetrievalSettings, progress: Progress) -> dict[str, list[LabelledCandidates]]:
    """Index and label each question set, with questions altered so that nobody can answer them.

    By name, in the order given. What is read is kept in the user's cache. Raises CorpusError when a folder is none.
    """
    labelled = {}
    for folder in folders:
        question_set, answerer = prepare(folder, settings, progress)
        forgetting_nothing = remembering(answerer)
        labelled[question_set.name] = [
            *label_all(question_set, forgetting_nothing, progress),
            *label_altered(question_set, forgetting_nothing, progress),
        ]
    return labelled


def seen_and_unseen(labelled: Mapping[str, Sequence[LabelledCandidates]]) -> Iterator[SeenAndUnseen]:
    """Learn once from all sets and once without each."""
    everything = learn_ranking(list(labelled.values()))
    for name, questions in labelled.items():
        others = [other for key, other in labelled.items() if key != name]
        unseen = _right_first(questions, learn_ranking(others)) if others else None
        asked = sum(not question.altered for question in questions)
        yield SeenAndUnseen(name, asked, _right_first(questions, everything), unseen)


def _right_first(labelled: Sequence[LabelledCandidates], ranking: Matrix) -> float:
    return fmean(top_signals(question, ranking)[1] for question in labelled if question.relevant.any())


def learn(sets: Sequence[Sequence[LabelledCandidates]], ranking_in_use: Mapping[str, float] | None = None) -> LearnedWeights:
    """Learn from several sets of labelled questions; with a ranking in use, the confidence in it alone."""
    ranking = np.array([ranking_in_use[name] for name in FEATURES]) if ranking_in_use else learn_ranking(sets)
    tops = [top_candidates(labelled, ranking) for labelled in sets]
    trust, bias = learn_confidence(tops)
    return LearnedWeights(
        ranking=dict(zip(FEATURES, ranking.tolist(), strict=True)),
        confidence={BIAS: bias, **dict(zip((*FEATURES, LEAD), trust.tolist(), strict=True))},
        thresholds=learn_accepted(tops),
    )


def learn_ranking(sets: Sequence[Sequence[LabelledCandidates]]) -> Matrix:
    """The weights of the ranking, 0 for what only confidence looks at. Raises CorpusError where there is nothing to compare."""
    known, _ = fit(joined([_comparisons_of_all(labelled) for labelled in sets]), with_bias=False)
    return known + _learn_reader(sets, known)


def _learn_reader(sets: Sequence[Sequence[LabelledCandidates]], known: Matrix) -> Matrix:
    """The weights of what the reader says, beside a score of all else; 0 where it has read nothing."""
    weights = np.zeros(len(FEATURES))
    if samples := [sample for labelled in sets if (sample := _comparisons_of_read(labelled, known))]:
        (score, *heard), _ = fit(joined(samples), with_bias=False)
        weights[_HEARD] = np.array(heard) / max(score, _LEAST_SCORE)
    return weights


def _comparisons_of_all(labelled: Sequence[LabelledCandidates]) -> Sample:
    """What is known without the reader; every question counts the same. Raises CorpusError where there is nothing to compare."""
    known = ((each, each.features * _KNOWN) for each in labelled)
    sample = _differences((rows[each.right][:RIGHT_PER_QUESTION], rows[~each.right]) for each, rows in known)
    if sample is None:
        raise CorpusError("Nothing can be learned from a set in which no question has both a right passage and a wrong one: add articles.")
    return sample


def _comparisons_of_read(labelled: Sequence[LabelledCandidates], known: Matrix) -> Sample | None:
    """The score and what the reader says, of the candidates that it has read."""
    scored = ((each, np.column_stack([each.features @ known, each.features[:, _HEARD]])) for each in labelled)
    return _differences((rows[each.read & each.right], rows[each.read & ~each.right]) for each, rows in scored)


def _differences(pairs: Iterable[tuple[Matrix, Matrix]]) -> Sample | None:
    """Right minus wrong for each pair of a question; None where no question has both."""
    rows, weights = [], []
    for right, wrong in pairs:
        if len(right) and len(wrong):
            rows.append((right[:, None] - wrong[None]).reshape(-1, right.shape[1]))
            weights.append(np.full(len(rows[-1]), 1 / len(rows[-1])))
    return Sample(np.concatenate(rows), np.ones(sum(map(len, rows)), dtype=bool), np.concatenate(weights)) if rows else None
