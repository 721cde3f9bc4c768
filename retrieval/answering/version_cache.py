"""What is made once of each index version: of the one in use, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from retrieval.index.engine import Snapshot

Made = TypeVar("Made")


class VersionCache(Generic[Made]):
    """Keeps what was made of the newest version; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: tuple[Snapshot, Made] | None = None

    def kept(self, snapshot: Snapshot, make: Callable[[], Made]) -> Made:
        """What was made of this version, or else is made of it now."""
        with self._lock:
            if self._newest is None or self._newest[0] is not snapshot:
                self._newest = snapshot, make()
            return self._newest[1]
