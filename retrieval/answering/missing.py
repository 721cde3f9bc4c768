"""What is missing where nothing was found, as far as that is sure, and what there is instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class ToldTime(NamedTuple):
    """A time of which something is told: first and last day."""

    first: date
    last: date

    def lies_in(self, other: ToldTime) -> bool:
        """Whether it is a part of another one, and not all of it."""
        return self != other and other.first <= self.first and self.last <= other.last


@dataclass(frozen=True, slots=True)
class Missing:
    """Empty where nothing is sure."""

    park: str | None = None
    """A park asked about on which there is no report, in the words of the question; None where it only leaves open which is meant."""
    alike: tuple[str, ...] = ()
    """Parks with reports that may have been meant, as these write them, the likeliest first."""
    of: str | None = None
    """The park that the rest is of; None where none was asked about."""
    times: tuple[ToldTime, ...] = ()
    """The times asked for, where what was asked is told of other times only, or of parts of them."""
    told: tuple[ToldTime, ...] = ()
    """These others, in order."""
    unsure: bool = False
    """Whether something that came near is of the time asked for, but does not answer for sure."""
    reported: tuple[int, ...] = ()
    """The years in which these lie and of which there are reports all the same, in order; they tell other things, or nothing was found."""
    word: str | None = None
    """A word of the question that no report on the park has, or none at all."""

    @property
    def in_part(self) -> bool:
        """Whether it is told of a part of a time asked for."""
        return any(time.lies_in(asked) for time in self.told for asked in self.times)
