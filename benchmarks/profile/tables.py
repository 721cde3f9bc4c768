"""A record of benchmarks.profile as the tables of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.markdown import table
from benchmarks.record import measured


def text(record: Mapping[str, Any]) -> str:
    """A table for each thing that was timed: its steps, longest first."""
    config = record["config"]
    told = (
        f"{measured(record)} {config['weights']}; medians of {config['questions']} questions, "
        f"and of {config['rounds']} new processes and reindexes."
    )
    return "\n\n".join([told, *(_steps(name, found) for name, found in record["figures"]["of"].items())])


def _steps(name: str, found: Mapping[str, Any]) -> str:
    taken: Mapping[str, float] = found["seconds"]
    whole = sum(taken.values()) or 1.0
    longest = sorted(taken.items(), key=lambda each: each[1], reverse=True)
    rows = [[step, f"{1000 * seconds:.1f}", f"{seconds / whole:.0%}"] for step, seconds in longest]
    heads = [f"{name}, {found['passages']:,} passages", "milliseconds", "share"]
    return table(heads, [*rows, ["together", f"{1000 * whole:.1f}", "100%"]])
