"""A record of benchmarks.engines as the tables of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.markdown import table
from benchmarks.record import measured
from retrieval.index.self_check_record import share

NAMES = {"in_process": "in a folder", "milvus": "Milvus"}
JUDGED = ("right first", "right and found", "false answers")
ALIKE = ("same first quote", "found in both or neither")


def text(record: Mapping[str, Any]) -> str:
    """How good the answers of each engine are, and how many are the same."""
    sets = record["figures"]["sets"]
    judged = [
        [name, NAMES[engine], *(shown(quality[what]) for what in JUDGED), f"{quality['median ms']:.0f}"]
        for name, found in sets.items()
        for engine, quality in found["engines"].items()
    ]
    alike = [[name, str(found["questions"]), *(shown(found[what]) for what in ALIKE)] for name, found in sets.items()]
    return (
        f"{measured(record)} Over {record['config']['server']}; in brackets 95 % intervals.\n\n"
        f"{table(['set', 'index', *JUDGED, 'median ms'], judged)}\n\n{table(['set', 'questions', *ALIKE], alike)}"
    )


def shown(count: Sequence[int]) -> str:
    """A share with its interval, and what it is of."""
    if (found := share(*count)) is None:
        return "–"
    low, high = (f"{value:.3f}".removeprefix("0") for value in (found.low, found.high))
    return f"{found.value:.3f}".removeprefix("0") + f" ({low} to {high}) of {count[1]}"
