"""What comes of what an admin wrote or pressed: something to see, and perhaps something to begin."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.response import Response


@dataclass(frozen=True, slots=True)
class ReindexJob:
    """A reindex that is to begin."""

    upload: str | None = None
    """Token of the upload that it takes in."""
    dry_run: bool = False
    full: bool = False
    sure: bool = False
    """Whether somebody has seen what would be removed."""
    in_place: bool = False
    """Whether it is followed in the message whose button was pressed, or in a new one."""


@dataclass(frozen=True, slots=True)
class AdminResponse(Response):
    """A response, after which work begins."""

    reindex: ReindexJob | None = None
    unread: str | None = None
    """Token of an upload that waits to be read."""
