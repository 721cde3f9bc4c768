"""Compares two runs over the same questions, question by question.

Whether a difference may be chance is told by a paired randomisation test (Smucker, Allan and Carterette 2007, CIKM): were both runs equally
good, each question that changed could as well have changed the other way. For yes-or-no measures this is McNemar's test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import RunUnusable
from retrieval.evaluation.measures import LOWER_IS_BETTER
from retrieval.evaluation.run_record import EarlierRun

Values = Mapping[str, Mapping[str, float]]
"""By question's id, what each measure says of it."""

SIGN_CHANGES = 9999
"""Ways to turn the changes round that are tried; where there are no more of them (up to 13 changed questions), all are, and p is exact."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How the runs differ in one measure."""

    measure: str
    before: float
    now: float
    better: int
    """Questions."""
    worse: int
    same: int
    p: float
    """How likely a difference at least this large is between runs that are equally good."""


@dataclass(frozen=True, slots=True)
class Change:
    """A question that is answered otherwise than before: which measures became better and worse."""

    id: str
    better: tuple[str, ...]
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One run beside an earlier one, over the questions that both asked."""

    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    shared: int
    only_one: int
    """Questions that only one of the runs asked."""

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def compare(now: Values, earlier: EarlierRun) -> Comparison:
    """Compare question by question. Raises RunUnusable when the runs have no question in common."""
    before = earlier.values
    shared = [id_ for id_ in now if id_ in before]
    if not shared:
        raise RunUnusable(f"The run to compare with asked none of these questions: it is of the set {earlier.name!r}.")
    measures = list(dict.fromkeys(name for id_ in shared for name in now[id_] if name in before[id_]))
    return Comparison(
        differences=tuple(_difference(name, now, before, shared) for name in measures),
        changes=tuple(change for id_ in shared if (change := _change(id_, now[id_], before[id_])).better or change.worse),
        shared=len(shared),
        only_one=len(now.keys() ^ before.keys()),
    )


def _difference(measure: str, now: Values, before: Values, shared: list[str]) -> Difference:
    pairs = np.array([(now[id_][measure], before[id_][measure]) for id_ in shared if measure in now[id_] and measure in before[id_]])
    gains = (pairs[:, 0] - pairs[:, 1]) * _sign(measure)
    better, worse = int((gains > 0).sum()), int((gains < 0).sum())
    mean_now, mean_before = pairs.mean(axis=0)
    return Difference(measure, float(mean_before), float(mean_now), better, worse, len(pairs) - better - worse, _p(gains[gains != 0]))


def _p(changes: NDArray[np.float64]) -> float:
    from scipy.stats import permutation_test

    if len(changes) < 2:  # one change could as well have been the other way
        return 1.0
    test = permutation_test(
        (changes,), np.sum, permutation_type="samples", n_resamples=SIGN_CHANGES, batch=100, rng=np.random.default_rng(0)
    )
    return float(test.pvalue)


def _change(id_: str, now: Mapping[str, float], before: Mapping[str, float]) -> Change:
    gains = {name: (now[name] - before[name]) * _sign(name) for name in now if name in before}
    return Change(id_, tuple(name for name, gain in gains.items() if gain > 0), tuple(name for name, gain in gains.items() if gain < 0))


def _sign(measure: str) -> int:
    return -1 if measure in LOWER_IS_BETTER else 1
