"""What a self-check found, and where it is kept: as confidences, so that its figures can be given for any threshold."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

from retrieval.index.durable_files import replace_file

_Z = 1.96
"""Standard deviations to either side of the mean that hold 95 % of a normal distribution."""


class Share(NamedTuple):
    """A share of a number of questions, with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SelfCheckFigures:
    """What a self-check says of one threshold, in whole questions."""

    questions: int
    right: int
    """Found, and the first quote holds the figure that was asked for."""
    wrong: int
    """Found, and it does not."""
    withheld: int
    """Questions asked again without the passages that answer them, where any other came into question."""
    false_answers: int
    """Of these, found nevertheless."""

    @property
    def false_share(self) -> Share | None:
        """The share of false answers; None where withholding left nothing."""
        return share(self.false_answers, self.withheld)

    def as_dict(self) -> dict[str, Any]:
        """Counts, and the share of false answers with its 95 % interval, in plain JSON types."""
        found = self.false_share
        interval = None if found is None else [round(found.low, 4), round(found.high, 4)]
        return asdict(self) | {"false_answer_share": found and round(found.value, 4), "interval": interval}


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The confidences that a self-check met."""

    right: tuple[float, ...]
    """Where the first quote held the figure that was asked for."""
    wrong: tuple[float, ...]
    """Where it did not."""
    withheld: tuple[float, ...]
    """Where it could not."""

    def at(self, threshold: float) -> SelfCheckFigures:
        """The figures when every question of at least this confidence is answered."""
        right, wrong, false_answers = (sum(sure >= threshold for sure in met) for met in (self.right, self.wrong, self.withheld))
        return SelfCheckFigures(len(self.right) + len(self.wrong), right, wrong, len(self.withheld), false_answers)


def figures_from(plain: Mapping[str, Any]) -> SelfCheckFigures:
    """The figures that `as_dict` gave. Raises KeyError where one is missing."""
    return SelfCheckFigures(**{field.name: plain[field.name] for field in fields(SelfCheckFigures)})


def share(count: int, total: int) -> Share | None:
    """A share with its Wilson interval, which is sound near 0 and 1 and for few questions (Wilson 1927, JASA); None of nothing."""
    if not total:
        return None
    value, spread = count / total, _Z * _Z / total
    middle = (value + spread / 2) / (1 + spread)
    reach = _Z * math.sqrt(value * (1 - value) / total + spread / (4 * total)) / (1 + spread)
    return Share(value, max(0.0, middle - reach), min(1.0, middle + reach))


def save_self_check(path: Path, version: str, weights: str, check: SelfCheck) -> None:
    """Write what a version gave with these weights (named by their digest), replacing any other."""
    replace_file(path, json.dumps({"version": version, "weights": weights, **asdict(check)}))


def load_self_check(path: Path, version: str, weights: str) -> SelfCheck | None:
    """What was written; None when it is missing, unreadable, or of another version or other weights."""
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        content = json.loads(path.read_text(encoding="utf-8"))
        if (content["version"], content["weights"]) == (version, weights):
            return SelfCheck(*(tuple(map(float, content[name])) for name in ("right", "wrong", "withheld")))
    return None
