"""What is logged again and again must not wash away what is logged once: a stranger can make a bot log as much as they like."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

MOST_A_MINUTE = 30
"""Lines of one kind: the same words, whatever stands in their blanks."""
KINDS = 1000


class RepeatedLines(logging.Filter):
    """Leaves out lines of a kind of which there have been enough in a minute, and says with the next one how many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._since: dict[tuple[str, str], float] = {}
        self._count: dict[tuple[str, str], int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        kind, now = (record.name, str(record.msg)), self._clock()
        if now - self._since.get(kind, -60) >= 60:
            left_out = self._count.get(kind, 0) - MOST_A_MINUTE
            if left_out > 0:
                record.msg = f"{record.msg} (and {left_out} more like this before)"
            if len(self._since) >= KINDS:
                self._since.clear()
                self._count.clear()
            self._since[kind], self._count[kind] = now, 0
        self._count[kind] += 1
        return self._count[kind] <= MOST_A_MINUTE
