"""The hours of the day in which a chat is left alone."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import NamedTuple


class QuietHours(NamedTuple):
    """From one full hour to another, over midnight where the first is the later one; never where they are the same."""

    first: int
    last: int

    def holds_at(self, moment: float, zone: tzinfo) -> bool:
        """Whether a moment, in seconds since 1970, lies in these hours of a time zone's day."""
        hour = datetime.fromtimestamp(moment, zone).hour
        if self.first <= self.last:
            return self.first <= hour < self.last
        return hour >= self.first or hour < self.last

    @property
    def never(self) -> bool:
        return self.first == self.last

    def __str__(self) -> str:
        return f"{self.first}:00–{self.last}:00"


BY_DEFAULT = QuietHours(22, 8)
CHOICES = (QuietHours(0, 0), BY_DEFAULT, QuietHours(23, 7), QuietHours(20, 9))
