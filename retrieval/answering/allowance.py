"""How much work a question may make: whatever it asks, others have their turn."""

from __future__ import annotations

import time
from collections.abc import Callable

from retrieval.errors import QuestionTooCostly


class Allowance:
    """Seconds of this thread's processor time, from the first `check` on: by then models are loaded, and a busy machine costs nothing."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.thread_time) -> None:
        self._seconds = seconds
        self._clock = clock
        self._begun: float | None = None

    def check(self) -> None:
        """Raises QuestionTooCostly where they are spent."""
        now = self._clock()
        if self._begun is None:
            self._begun = now
        elif now - self._begun > self._seconds:
            raise QuestionTooCostly(f"The question takes more than {self._seconds:g} s of work: ask for one thing at a time.")
