"""Which update is being handled, so that every log line written meanwhile can say it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

_handled: ContextVar[Mapping[str, int] | None] = ContextVar("handled", default=None)


@contextmanager
def handling(ids: Mapping[str, int]) -> Iterator[None]:
    """Whatever is logged in this block, in its tasks and in its threads, carries the ids of the update."""
    token = _handled.set(ids)
    try:
        yield
    finally:
        _handled.reset(token)


class CurrentUpdate(logging.Filter):
    """Passes every record and gives it `ids`: update, chat and user, as far as there are any."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.ids = _handled.get() or {}
        return True
