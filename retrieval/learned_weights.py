"""The learned numbers of ranking and confidence, read from the file beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LearnedWeights:
    """One weight per feature of the ranking, and the confidence's with its bias."""

    ranking: dict[str, float]
    confidence: dict[str, float]


def load_weights() -> LearnedWeights:
    """Read learned_weights.toml."""
    tables = tomllib.loads(files("retrieval").joinpath("learned_weights.toml").read_text(encoding="utf-8"))
    return LearnedWeights(ranking=tables["ranking"], confidence=tables["confidence"])
