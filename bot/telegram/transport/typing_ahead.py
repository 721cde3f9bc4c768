"""What somebody is typing: each letter asks anew, and only the latest asking still matters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Typing:
    """The latest asking of everybody who is typing."""

    def __init__(self) -> None:
        self._latest: dict[int, object] = {}

    @contextmanager
    def asking(self, person: int) -> Iterator[TypedSoFar]:
        """From now on what the person asked before is overtaken."""
        asking = TypedSoFar(self._latest, person)
        self._latest[person] = asking
        try:
            yield asking
        finally:
            if not asking.overtaken:
                del self._latest[person]


class TypedSoFar:
    """One state of what somebody is typing."""

    def __init__(self, latest: dict[int, object], person: int) -> None:
        self._latest = latest
        self._person = person

    @property
    def overtaken(self) -> bool:
        """Whether the person has typed on; safe to ask from any thread."""
        return self._latest.get(self._person) is not self
