"""The learned numbers of ranking and confidence, read from the file beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
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


def as_toml(weights: LearnedWeights, learned_from: Sequence[str]) -> str:
    """The text of learned_weights.toml, with a line on where the numbers come from."""
    origin = f"# Learned from {', '.join(learned_from)} by `parkqa tune`; what each feature means stands in retrieval/evidence.py."
    return "\n".join([origin, "", *_table("ranking", weights.ranking), "", *_table("confidence", weights.confidence), ""])


def _table(name: str, weights: Mapping[str, float]) -> list[str]:
    return [f"[{name}]", *(f'"{feature}" = {weight:.3f}' for feature, weight in weights.items())]
