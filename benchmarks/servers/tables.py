"""A record of benchmarks.servers as the table of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import Any

from benchmarks.markdown import table
from benchmarks.record import measured
from benchmarks.speed.figures import percentiles, ratio

COMPARED = "parkqa's bot, without the reader"
"""Of ours, what does no more than the others: ratios are to it."""
Figures = Mapping[str, Any]


def text(record: Mapping[str, Any]) -> str:
    """When and with what it was measured, and a row for each server."""
    config, by = record["config"], record["figures"]["by"]
    told = (
        f"{measured(record)} {config['passages']:,} passages, {config['weights']}, "
        f"{config['questions']} questions in {config['rounds']} rounds.\n\n"
        f"Servers: {', '.join(f'{name} {version}' for name, version in config['servers'].items())}."
    )
    heads = ["", "p50 ms", "p95", "CPU ms", "× ours, wall", "× ours, CPU", "2 ask: a second", "4 ask", "× ours, 4 ask", "recall@1"]
    return f"{told}\n\n{table([*heads, 'resident MB', 'first answer s'], [_row(name, by) for name in by])}"


def _row(name: str, by: Mapping[str, Figures]) -> list[str]:
    found, ours = by[name], by[COMPARED]
    spread = percentiles([each for one in found["rounds"] for each in one["milliseconds"]])
    return [
        name,
        f"{spread['p50']:.1f}",
        f"{spread['p95']:.1f}",
        f"{median(processor(found)):.1f}",
        f"{ratio(wall(found), wall(ours)):.2f}",
        f"{ratio(processor(found), processor(ours)):.2f}",
        *(f"{median(a_second(found, clients)):.1f}" for clients in ("2", "4")),
        f"{ratio(a_second(found, '4'), a_second(ours, '4')):.2f}",
        f"{sum(one['right'] for one in found['rounds']) / sum(len(one['milliseconds']) for one in found['rounds']):.3f}",
        f"{found['resident MB']:.0f}",
        f"{found['start seconds']:.1f}",
    ]


def wall(found: Figures) -> list[float]:
    """p50 of each round's questions."""
    return [median(one["milliseconds"]) for one in found["rounds"]]


def processor(found: Figures) -> list[float]:
    """Milliseconds of the processor that a question takes the server, by round."""
    return [one["processor milliseconds"] for one in found["rounds"]]


def a_second(found: Figures, clients: str) -> list[float]:
    """Questions answered where so many ask at once, by round."""
    return [one["a second"][clients] for one in found["rounds"]]
