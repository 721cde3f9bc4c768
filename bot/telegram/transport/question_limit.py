"""How much one user may ask, and how often somebody is told the same thing."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from enum import Enum

REMEMBERED = 10_000
"""Users and chats that are kept in mind; of more, those longest silent are forgotten."""
NOTICE_SECONDS = 60.0
ROUNDING = 1e-6
"""Seconds that sums of parts of a minute may be off."""


class Admission(Enum):
    """What becomes of a question."""

    ANSWER = "answer"
    REFUSE = "refuse"
    """Not answered, and the user is to be told why."""
    IGNORE = "ignore"
    """Not answered; the user was told a moment ago."""


class _Moments(OrderedDict[Hashable, float]):
    """A moment for each key, the latest keys only."""

    def note(self, key: Hashable, moment: float) -> None:
        self[key] = moment
        self.move_to_end(key)
        if len(self) > REMEMBERED:
            self.popitem(last=False)


class Notices:
    """Lets the same thing be said to somebody once a minute, or once in so many seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, seconds: float = NOTICE_SECONDS) -> None:
        self._clock = clock
        self._seconds = seconds
        self._said = _Moments()

    def due(self, to: Hashable) -> bool:
        """Whether it is to be said now. Who asks is taken to say it."""
        now = self._clock()
        due = now - self._said.get(to, -math.inf) >= self._seconds
        if due:
            self._said.note(to, now)
        return due


class QuestionLimit:
    """A bucket of tokens for each user: full at first, refilled in the course of a minute; every question takes one, less work a part."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._clock = clock
        self._empty_at = _Moments()
        """When each user's bucket was empty, if it has been refilled steadily since: a minute ago, and it is full."""
        self._notices = Notices(clock)

    def admit(self, user: Hashable, tokens: float = 1.0) -> Admission:
        """Decide about a question of this user, or about what takes another number of tokens."""
        now = self._clock()
        empty_at = max(self._empty_at.get(user, -math.inf), now - 60) + tokens * 60 / self.per_minute
        if empty_at > now + ROUNDING:
            return Admission.REFUSE if self._notices.due(user) else Admission.IGNORE
        self._empty_at.note(user, empty_at)
        return Admission.ANSWER
