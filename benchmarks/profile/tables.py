"""A record of benchmarks.profile as the tables of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.markdown import table


def text(record: Mapping[str, Any]) -> str:
    """A table for each thing that was timed: its steps, longest first."""
    machine, config = record["machine"], record["config"]
    told = (
        f"Measured at `{record['commit'][:12]}` on {record['made at'][:10]} with {config['weights']}: "
        f"medians of {config['questions']} questions and of {config['rounds']} new processes and reindexes; "
        f"{machine['processor']}, {machine['cores']} cores, load at the end {machine['load']}."
    )
    return "\n\n".join([told, *(_steps(name, found) for name, found in record["figures"]["of"].items())])


def _steps(name: str, found: Mapping[str, Any]) -> str:
    taken: Mapping[str, float] = found["seconds"]
    whole = sum(taken.values()) or 1.0
    longest = sorted(taken.items(), key=lambda each: each[1], reverse=True)
    rows = [[step, f"{1000 * seconds:.1f}", f"{seconds / whole:.0%}"] for step, seconds in longest]
    heads = [f"{name}, {found['passages']:,} passages", "milliseconds", "share"]
    return table(heads, [*rows, ["together", f"{1000 * whole:.1f}", "100%"]])
