"""Flood limits, as Telegram's FAQ for bots states them."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field

from tests.telegram_server.chats import Chat
from tests.telegram_server.refusals import TooManyRequests


@dataclass
class FloodLimits:
    """More messages than these are answered with 429. Telegram tolerates short bursts; so much more than the limit `burst` allows."""

    private_per_second: int = 1
    group_per_minute: int = 20
    overall_per_second: int = 30
    burst: int = 0
    strict: bool = False
    """A message too many also counts as a violation."""
    sent: dict[object, deque[float]] = field(default_factory=lambda: defaultdict(deque), repr=False)

    def admit(self, chat: Chat) -> None:
        """Count a message. Raises TooManyRequests, and then does not count it."""
        own, seconds = (self.private_per_second, 1) if chat.kind == "private" else (self.group_per_minute, 60)
        now = time.monotonic()
        waits = [self._wait(chat.number, own, seconds, now), self._wait("all", self.overall_per_second, 1, now)]
        if max(waits) > 0:
            raise TooManyRequests(math.ceil(max(waits)))
        for key in (chat.number, "all"):
            self.sent[key].append(now)

    def _wait(self, key: object, limit: int, seconds: float, now: float) -> float:
        """Seconds until there is room for one more."""
        recent = self.sent[key]
        while recent and recent[0] <= now - seconds:
            recent.popleft()
        return 0.0 if len(recent) < limit + self.burst else recent[0] + seconds - now
