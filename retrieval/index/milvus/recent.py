"""What was read from the server lately, so that it is not read again: people ask about the same reports."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Keeps so many values, those asked for last; safe to use from several threads. A value in use is one object."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def look_up(self, keys: Iterable[Key], read: Callable[[Sequence[Key]], Mapping[Key, Value]]) -> dict[Key, Value]:
        """The values of `keys`; those not at hand are read in one go. What `read` does not give is not in the result."""
        wanted = list(dict.fromkeys(keys))
        with self._lock:
            found = {key: self._kept[key] for key in wanted if key in self._kept}
        fresh = read([key for key in wanted if key not in found]) if len(found) < len(wanted) else {}
        with self._lock:
            for key in wanted:
                if key in fresh:
                    found[key] = self._kept.setdefault(key, fresh[key])
                if key in self._kept:
                    self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
