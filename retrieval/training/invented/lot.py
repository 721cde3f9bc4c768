"""Chance that follows from a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Lot(random.Random):
    """What picks words, figures and questions; the same seed, the same pages."""

    def one(self, things: Sequence[T]) -> T:
        """One of the things. Raises ValueError when there is none."""
        return things[self.randrange(len(things))]

    def some(self, things: Sequence[T], most: int, least: int = 0) -> list[T]:
        """Some of the things, each once, in no order."""
        most = min(most, len(things))
        return self.sample(things, self.randint(min(least, most), most))

    def happens(self, share: float) -> bool:
        """True in this share of the cases."""
        return self.random() < share
