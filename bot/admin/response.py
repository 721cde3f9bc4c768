"""What comes of what an admin pressed: something to see, and perhaps something to begin."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.response import Response


@dataclass(frozen=True, slots=True)
class AdminResponse(Response):
    """A response, after which work begins."""

    reindex: bool = False
    """Whether to reindex now."""
    upload: str | None = None
    """Token of the upload that the reindex is for, or that waits to be read."""
