"""Which update is being handled, so that every log line written meanwhile can say it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from telegram import Update

_handled: ContextVar[dict[str, int] | None] = ContextVar("handled", default=None)


@contextmanager
def handling(update: Update) -> Iterator[None]:
    """Whatever is logged in this block, in its tasks and in its threads, carries the ids of the update."""
    chat, user = update.effective_chat, update.effective_user
    ids = {"update": update.update_id, "chat": chat.id if chat else None, "user": user.id if user else None}
    token = _handled.set({name: number for name, number in ids.items() if number is not None})
    try:
        yield
    finally:
        _handled.reset(token)


class CurrentUpdate(logging.Filter):
    """Passes every record and gives it `ids`: update, chat and user, as far as there are any."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.ids = _handled.get() or {}
        return True
