"""Patterns that are compiled when they are first used: together they take a quarter of a second, and one question needs half of them."""

from __future__ import annotations

import re
from typing import Any, cast

_OWN = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


def lazy_pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; what is written wrong raises re.error at the first use. Safe to use from several threads."""
    return cast("re.Pattern[str]", _LazyPattern(written, flags))


class _LazyPattern:
    """Has, from the first use on, what the compiled pattern has as its own."""

    def __init__(self, written: str, flags: int) -> None:
        self.pattern = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("_"):  # asked by copy and pickle before there is a pattern
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((own, getattr(compiled, own)) for own in _OWN)
        return getattr(compiled, name)
