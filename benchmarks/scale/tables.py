"""A record of benchmarks.scale as the table and the curves of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.markdown import table
from benchmarks.record import measured
from benchmarks.scale.measuring import PROCESSOR, WALL
from benchmarks.speed.figures import percentiles

Curves = dict[str, list[tuple[float, float]]]


def text(record: Mapping[str, Any], pictures: str) -> str:
    """All of it, with the pictures out of the folder of that name."""
    heads = [
        "passages",
        "written by the engine",
        "one changed, by the engine",
        "on disk",
        "opened",
        "recall@10",
        "dense search",
        "question p50 / p95",
        "resident",
    ]
    rows = [_row(int(size), each) for size, each in record["figures"].items()]
    steps = list(next(iter(record["figures"].values()))["questions"][0])
    by_step = [[step, *(f"{1000 * _step(each, step):.1f}" for each in record["figures"].values())] for step in steps]
    return "\n\n".join(
        [
            f"{measured(record)} Times are by the clock, in brackets of the processor.",
            table(heads, rows),
            f"![what an index costs]({pictures}/scale-index.svg)",
            f"![milliseconds a question]({pictures}/scale-questions.svg)",
            table(["milliseconds, median", *(f"{int(size):,} passages" for size in record["figures"])], by_step),
        ]
    )


def index_curves(record: Mapping[str, Any]) -> Curves:
    """Seconds and megabytes by passages."""
    return {
        "seconds to write": _curve(record, lambda each: each["written"][WALL]),
        "seconds to change one article": _curve(record, lambda each: each["changed"][WALL]),
        "seconds to open": _curve(record, lambda each: each["opened"][WALL]),
        "megabytes on disk": _curve(record, lambda each: each["MB"]),
        "megabytes resident": _curve(record, lambda each: each["resident MB"]),
    }


def question_curves(record: Mapping[str, Any]) -> Curves:
    """Milliseconds of a question by passages: p50, p95 and the steps that grow."""
    steps = next(iter(record["figures"].values()))["questions"][0]
    return {
        "a question, p50": _curve(record, lambda each: _percentiles(each)["p50"]),
        "a question, p95": _curve(record, lambda each: _percentiles(each)["p95"]),
        "search by meaning alone": _curve(record, lambda each: 1000 * median(one[WALL] for one in each["dense"])),
        **{step: _curve(record, lambda each, step=step: 1000 * _step(each, step)) for step in steps},
    }


def _curve(record: Mapping[str, Any], value: Any) -> list[tuple[float, float]]:  # noqa: ANN401 - of one size's figures
    return [(int(size), value(each)) for size, each in record["figures"].items()]


def _row(size: int, figures: Mapping[str, Any]) -> Sequence[str]:
    clock, processor = _percentiles(figures), _percentiles(figures, PROCESSOR)
    dense = [1000 * median(one[what] for one in figures["dense"]) for what in (WALL, PROCESSOR)]
    return [
        f"{size:,}",
        _seconds(figures["written"], 1),
        _seconds(figures["changed"], 2),
        f"{figures['MB']:,.0f} MB",
        _seconds(figures["opened"], 2),
        f"{figures['recall@10']:.3f}",
        f"{dense[0]:.1f} ms ({dense[1]:.1f})",
        f"{clock['p50']:.0f} / {clock['p95']:.0f} ms ({processor['p50']:.0f} / {processor['p95']:.0f})",
        f"{figures['resident MB']:,.0f} MB",
    ]


def _seconds(took: Mapping[str, float], digits: int) -> str:
    return f"{took[WALL]:.{digits}f} s ({took[PROCESSOR]:.{digits}f})"


def _percentiles(figures: Mapping[str, Any], what: str = WALL) -> dict[str, float]:
    """Milliseconds of whole questions."""
    return percentiles([1000 * sum(step[what] for step in question.values()) for question in figures["questions"]])


def _step(figures: Mapping[str, Any], step: str) -> float:
    return float(median(question[step][WALL] for question in figures["questions"]))
