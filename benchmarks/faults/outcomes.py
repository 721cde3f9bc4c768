"""What comes of trials, and what the costliest took."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.conversation.services import Expired
from bot.errors import StoreUnavailable
from corpus.errors import ParkQAError, UnreadableFile

FINE, SAID = "as before", "said"
"""Nothing was noticed, because nothing was lost; refused in one line with what is wrong."""
SECONDS = 5.0
"""Of processor time for one trial where somebody else waits."""
TOLD_EVERY = 500
"""Trials after which it is told how far they are: what is stopped then has shown something."""
SPOKEN = (ParkQAError, StoreUnavailable, UnreadableFile, Expired)


@dataclass(slots=True)
class Trials:
    """Trials of one kind."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    """Seconds of processor time; 0 where they are not timed one by one."""

    @property
    def total(self) -> int:
        return self.outcomes.total()

    @property
    def worse(self) -> dict[str, int]:
        """What should not have been, by what it was."""
        return {name: count for name, count in self.outcomes.items() if name not in {FINE, SAID}}

    def run(self, act: Callable[[], bool], what: object = "") -> None:
        """Count what comes of something that is right where it returns true, or says in a line why it cannot be done.

        Where it is neither, `what` was tried is told.
        """
        started = time.process_time()
        outcome = _tried(act)
        self.count(outcome, time.process_time() - started, what)

    def count(self, outcome: str, seconds: float = 0.0, what: object = "") -> None:
        """Count what has come of a trial, and the processor time that it took."""
        self.slowest = max(self.slowest, seconds)
        outcome = outcome if seconds < SECONDS else "slow"
        self.outcomes[outcome] += 1
        if outcome not in {FINE, SAID}:
            sys.stderr.write(f"{outcome}, trial {self.total}, {seconds:.1f} s: {what!r}\n")
        if self.total % TOLD_EVERY == 0:
            sys.stderr.write(f"{self.total}: {dict(self.outcomes)}, slowest {self.slowest:.1f} s\n")


def _tried(act: Callable[[], bool]) -> str:
    try:
        return FINE if act() else "wrong"
    except SPOKEN as error:
        return SAID if "\n" not in str(error) else "more than a line"
    except Exception as error:
        return type(error).__name__
