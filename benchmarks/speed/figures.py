"""The arithmetic of benchmarks.speed: percentiles, and ratios of what was measured in the same round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

import numpy as np

PERCENTILES = (50, 95, 99)


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99, between the values where none of them is it."""
    return {f"p{share}": float(np.percentile(values, share)) for share in PERCENTILES}


def ratio(others: Sequence[float], ours: Sequence[float]) -> float:
    """The median over rounds of theirs divided by ours: what slows a round slows both. Raises ValueError when rounds are missing."""
    return median(other / mine for other, mine in zip(others, ours, strict=True))


def right_share(found: Sequence[str], relevant: Sequence[frozenset[str]]) -> float:
    """recall@1: how often the article that came first is one that answers."""
    return sum(first in right for first, right in zip(found, relevant, strict=True)) / len(found)


def lasted(ended: Mapping[str, float]) -> dict[str, float]:
    """From the seconds at which each stage ended, in order, those that each took."""
    starts = [0.0, *ended.values()]
    return {stage: end - start for (stage, end), start in zip(ended.items(), starts, strict=False)}


def turned(names: Sequence[str], round_number: int) -> list[str]:
    """The same names, another one first in each round: nobody always comes after the same one."""
    turn = round_number % len(names)
    return [*names[turn:], *names[:turn]]
