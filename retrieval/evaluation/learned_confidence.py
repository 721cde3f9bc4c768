"""Learns how sure a first quote is: logistic regression on whether it answers, then brought to the probability that people will meet.

The weights are learned from as many questions without an answer as with one, because these are what has to be told apart. That alone would
be too doubtful of everyday questions, so slope and bias are learned once more where few have none (Platt 1999).

What by its meaning speaks against an answer can only lower the confidence, and what speaks for one only raise it: where the learned weight
says the opposite, it makes up for another feature in these very sets, and the feature is left out. On sets held out this is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.errors import CorpusError
from retrieval.evaluation.accepted_share import learn_thresholds
from retrieval.evaluation.labelled_candidates import LabelledCandidates
from retrieval.evaluation.logistic import Mask, Matrix, Sample, fit, joined
from retrieval.ranking.confidence import ALSO_DOUBTFUL, CONTRADICTED, CONTRADICTIONS, LEAD, LONGEST_LEAD, MOST_OVERRULED, READ, UNLESS_READ
from retrieval.ranking.features import FEATURES, READER_ANSWERS

TO_TELL_APART = {"asked": 1.0, "withheld": 0.5, "altered": 1.0}
"""What each group of a set's questions counts while the weights are learned."""
AS_ASKED = {"asked": 1.0, "withheld": 0.05, "altered": 0.05}
"""The same for slope and bias: one question in ten that nobody can answer, beside those of the set itself."""


_AGAINST = re.compile(r"other |.*(?:missing|lacking|contradicted|other time)|plans")
_EITHER_WAY = ("length", "position", "english")
_SIGNS = np.array([0.0 if name in _EITHER_WAY else -1.0 if _AGAINST.match(name) else 1.0 for name in (*FEATURES, LEAD)])
"""Of each signal what its weight may be: below 0, above, or (0) either."""
_CONTRADICTIONS, _UNLESS_READ, _DOUBTFUL = (
    [place for place, name in enumerate(FEATURES) if name in names]
    for names in (CONTRADICTIONS, UNLESS_READ, (*UNLESS_READ, ALSO_DOUBTFUL))
)
_READER = list(FEATURES).index(READER_ANSWERS)


@dataclass(frozen=True, slots=True)
class TopCandidates:
    """The first candidates of one set's questions: what confidence sees of each, and whether its quote answers."""

    rows: dict[str, Matrix]
    """By group: as asked; with the relevant articles withheld; altered so that nobody can answer. Empty groups are left out."""
    right: dict[str, Mask]
    unanswerable: tuple[Matrix, ...]
    """The signals of all questions without an answer, by where they come from."""

    def sample(self, counts: dict[str, float]) -> Sample:
        """All groups as one sample."""
        return Sample(
            np.concatenate(list(self.rows.values())),
            np.concatenate(list(self.right.values())),
            np.concatenate([np.full(len(rows), counts[group] / len(rows)) for group, rows in self.rows.items()]),
        )


def top_candidates(labelled: Sequence[LabelledCandidates], ranking: Matrix) -> TopCandidates:
    """Rank a set's questions and look at what comes first."""
    asked = [question for question in labelled if not question.altered]
    groups = {
        "asked": asked,
        "withheld": [question.without_relevant() for question in asked if question.answerable],
        "altered": [question for question in labelled if question.altered],
    }
    found = {group: [top_signals(question, ranking) for question in questions if question.articles] for group, questions in groups.items()}
    rows = {group: np.array([signals for signals, _ in each]) for group, each in found.items() if each}
    right = {group: np.array([wanted for _, wanted in each]) for group, each in found.items() if each}
    without_answer = np.array([not question.answerable for question in asked if question.articles], dtype=bool)
    unanswerable = (
        rows["asked"][without_answer] if "asked" in rows else np.empty((0, 0)),
        *(rows[group] for group in ("withheld", "altered") if group in rows),
    )
    return TopCandidates(rows, right, tuple(each for each in unanswerable if len(each)))


def top_signals(question: LabelledCandidates, ranking: Matrix) -> tuple[Matrix, bool]:
    """The confidence's signals for a labelled question, as `confidence_signals` has them, and whether its first quote answers."""
    scores = question.features @ ranking
    order = np.argsort(-scores, kind="stable")
    first = order[0]
    rivals = [scores[row] for row in order if question.articles[row] != question.articles[first]]
    lead = scores[first] - (rivals[0] if rivals else scores[order[-1]])
    return np.append(question.features[first], min(lead, LONGEST_LEAD)), bool(question.quoted[first])


def learn_confidence(sets: Sequence[TopCandidates]) -> tuple[Matrix, float]:
    """Weights of the signals, and the bias. Raises CorpusError where there is nothing to tell apart."""
    to_tell_apart = joined([top.sample(TO_TELL_APART) for top in sets])
    if to_tell_apart.wanted.all() or not to_tell_apart.wanted.any():
        raise CorpusError("Nothing can be learned from sets in which every first quote answers or none does: add others.")
    weights, bias = _fit_in_sense(to_tell_apart)
    everyday = joined([top.sample(AS_ASKED) for top in sets])
    slope, shift = fit(Sample((everyday.rows @ weights + bias)[:, None], everyday.wanted, everyday.weight), with_bias=True)
    return weights * slope[0], bias * float(slope[0]) + shift


def _fit_in_sense(sample: Sample) -> tuple[Matrix, float]:
    """Weights that have the sign of what their features mean, 0 for those that would not; and the bias."""
    kept = np.ones(len(_SIGNS))
    while True:
        weights, bias = fit(replace(sample, rows=sample.rows * kept), with_bias=True)
        weights *= kept
        if not (reversed_ := weights * _SIGNS < 0).any():
            return weights, bias
        kept[reversed_] = 0


def learn_accepted(sets: Sequence[TopCandidates]) -> dict[float, float]:
    """By share of false answers, the least confidence that keeps to it in each group of questions without an answer."""
    return learn_thresholds(list(_unseen(sets)))


def _unseen(sets: Sequence[TopCandidates]) -> Iterator[Matrix]:
    """The confidence in each question without an answer, learned without its set where there is another."""
    for place, top in enumerate(sets):
        weights, bias = learn_confidence([*sets[:place], *sets[place + 1 :]] or sets)
        yield from (confidences(signals, weights, bias) for signals in top.unanswerable)


def confidences(signals: Matrix, weights: Matrix, bias: float) -> Matrix:
    """As `confidence` has it, of many signals at once."""
    sure = 1 / (1 + np.exp(-(signals @ weights + bias)))
    overruled = (signals[:, _READER] > READ) & (signals[:, _DOUBTFUL].sum(axis=1) <= MOST_OVERRULED)
    unread = (signals[:, _UNLESS_READ] >= 1).any(axis=1) & ~overruled
    return np.where((signals[:, _CONTRADICTIONS] >= 1).any(axis=1) | unread, np.minimum(sure, CONTRADICTED * (1 + sure) / 2), sure)
