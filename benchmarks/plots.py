"""The kinds of pictures on docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDTH = 7.5
"""Inches."""
rcParams["svg.hashsalt"] = "parkqa"  # the same figures give the same file


def bars(rounds: Mapping[str, Sequence[float]], colours: Mapping[str, str], unit: str, path: Path) -> None:
    """A bar for each name as long as its median, with a line from the lowest to the highest round."""
    names, middles = list(rounds)[::-1], {name: median(values) for name, values in rounds.items()}
    figure, axes = _figure(0.35 * len(names) + 0.8)
    reach = [[middles[name] - min(rounds[name]) for name in names], [max(rounds[name]) - middles[name] for name in names]]
    axes.barh(names, [middles[name] for name in names], xerr=reach, color=[colours[name] for name in names], ecolor="#57606a")
    axes.set_xlabel(unit)
    _save(figure, path)


def lines(series: Mapping[str, Sequence[tuple[float, float]]], unit: str, path: Path) -> None:
    """Each name's values over passages, both on logarithmic scales."""
    figure, axes = _figure(3.8)
    for name, points in series.items():
        axes.plot(*zip(*points, strict=True), marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="passages", ylabel=unit)
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right upper", fontsize="small")
    _save(figure, path)


def stacks(parts: Mapping[str, Mapping[str, float]], unit: str, path: Path) -> None:
    """A bar for each name, made of its parts."""
    figure, axes = _figure(0.5 * len(parts) + 1.2)
    begun = dict.fromkeys(parts, 0.0)
    for part in dict.fromkeys(part for each in parts.values() for part in each):
        widths = [each.get(part, 0.0) for each in parts.values()]
        axes.barh(list(parts), widths, left=list(begun.values()), label=part)
        begun = {name: begun[name] + width for name, width in zip(parts, widths, strict=True)}
    axes.set_xlabel(unit)
    figure.legend(loc="outside upper center", ncols=3, fontsize="small")
    _save(figure, path)


def _figure(height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _save(figure: Figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
