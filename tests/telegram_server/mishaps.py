"""The network's and Telegram's bad moments, ordered in advance."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mishap:
    """What happens to the next request of a method instead of (or after) carrying it out."""

    status: int = 200
    retry_after: int | None = None
    delay: float = 0
    drop_before_delivery: bool = False
    """The connection breaks and nothing is carried out."""
    drop_after_delivery: bool = False
    """It is carried out, but the bot never hears so."""
