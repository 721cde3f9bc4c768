"""How far long work has come: what is called meanwhile, and what one process tells another, a line of JSON at a time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

Progress = Callable[[str, int, int], None]
"""Called with the stage (reading, recognising, splitting, embedding, comparing, writing or checking), how much of it is done, and how much
there is."""


@dataclass(frozen=True, slots=True)
class StageProgress:
    """How far a stage has come."""

    stage: str
    done: int
    total: int

    def as_line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def progress_from(line: str) -> StageProgress | None:
    """What `as_line` gave; None where a line says something else."""
    try:
        plain = json.loads(line)
        return StageProgress(str(plain["stage"]), int(plain["done"]), int(plain["total"]))
    except (ValueError, TypeError, KeyError):
        return None
