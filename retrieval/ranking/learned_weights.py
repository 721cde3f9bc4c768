"""The learned numbers of ranking and confidence, read from the file beside this module."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from importlib.resources import files

import numpy as np

_NEVER_AND_ALWAYS = {0.0: 1.0, 1.0: 0.0}
"""Who accepts no false answer gets no answer, and who accepts all gets all."""


@dataclass(frozen=True, slots=True)
class LearnedWeights:
    """One weight per feature of the ranking, the confidence's with its bias, and what confidence keeps false answers rare."""

    ranking: dict[str, float]
    confidence: dict[str, float]
    thresholds: dict[float, float]
    """By a share of false answers, the least confidence that kept it: how rarely "found" was said of a question without an answer."""

    def threshold(self, false_answers: float) -> float:
        """The least confidence for "found" that keeps to this share of false answers (0 to 1); straight lines between what was learned."""
        shares, least = zip(*sorted((_NEVER_AND_ALWAYS | self.thresholds).items()), strict=True)
        return float(np.interp(false_answers, shares, least))

    @property
    def digest(self) -> str:
        """Tells one set of learned weights from another."""
        return blake2b(json.dumps(asdict(self), sort_keys=True).encode(), digest_size=8).hexdigest()


def load_weights() -> LearnedWeights:
    """Read learned_weights.toml."""
    tables = tomllib.loads(files("retrieval.ranking").joinpath("learned_weights.toml").read_text(encoding="utf-8"))
    thresholds = {float(share): least for share, least in tables["thresholds"].items()}
    return LearnedWeights(tables["ranking"], tables["confidence"], thresholds)


def as_toml(weights: LearnedWeights, learned_from: Sequence[str]) -> str:
    """The text of learned_weights.toml, with a line on where the numbers come from."""
    origin = f"# Learned from {', '.join(learned_from)} by `parkqa tune`; what each feature means stands in retrieval/ranking/examiner.py."
    thresholds = {str(share): least for share, least in weights.thresholds.items()}
    tables = {"ranking": weights.ranking, "confidence": weights.confidence, "thresholds": thresholds}
    return "\n".join([origin, *(line for name, numbers in tables.items() for line in ("", *_table(name, numbers))), ""])


def _table(name: str, numbers: Mapping[str, float]) -> list[str]:
    return [f"[{name}]", *(f'"{key}" = {number:.3f}' for key, number in numbers.items())]
