"""Patterns that are compiled when they are first used: together they take a quarter of a second, and one question needs half of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, cast

Compile = Callable[[str, int], re.Pattern[str]]

_OWN = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


def lazy_pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; what is written wrong raises re.error at the first use. Safe to use from several threads."""
    return cast("re.Pattern[str]", _LazyPattern(written, flags))


def _compiled(written: str, flags: int) -> re.Pattern[str]:
    return re.compile(written, flags)


@contextmanager
def compiling_with(compile: Compile) -> Iterator[None]:
    """Let patterns that are first used inside the block, on whatever thread, be compiled another way."""
    before, _LazyPattern.compile = _LazyPattern.compile, compile
    try:
        yield
    finally:
        _LazyPattern.compile = before


class _LazyPattern:
    """Has, from the first use on, what the compiled pattern has as its own."""

    compile: ClassVar[Compile] = staticmethod(_compiled)

    def __init__(self, written: str, flags: int) -> None:
        self.pattern = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("_"):  # asked by copy and pickle before there is a pattern
            raise AttributeError(name)
        compiled = _LazyPattern.compile(self.pattern, self._flags)
        self.__dict__.update((own, getattr(compiled, own)) for own in _OWN)
        return getattr(compiled, name)
