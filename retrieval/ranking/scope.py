"""What the answering sentence of a quote is of, as far as that is sure: it can stand beside a quote that does not say so itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scope:
    """Empty where nothing is sure."""

    parks: tuple[str, ...] = ()
    """As short as their names are, in the article's script."""
    first: date | None = None
    """First day of the time that its figures are of; with `last`."""
    last: date | None = None
    planned: bool = False
    """Whether it tells of what is meant to be by then."""
