"""How fast messages may leave: as fast as Telegram takes them, and no chat waits for another one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.constants import FloodLimit
from telegram.error import ChatMigrated
from telegram.ext import AIORateLimiter

Result = bool | dict[str, Any] | list[dict[str, Any]]

UNCOUNTED = {"sendChatAction", "sendMessageDraft"}
"""They show that something is coming, and are no messages."""
MARGIN_SECONDS = 0.05
"""Telegram measures when messages arrive, and some are quicker on the way than others."""
MANY_CHATS = 1000


class Turns:
    """Gives each key one turn a second, in the order of asking."""

    def __init__(self, seconds: float = 1 / FloodLimit.MESSAGES_PER_SECOND_PER_CHAT + MARGIN_SECONDS) -> None:
        self._seconds = seconds
        self._next: dict[object, float] = {}

    async def wait(self, key: object) -> None:
        """Wait for the turn of this key."""
        now = asyncio.get_running_loop().time()
        if len(self._next) > MANY_CHATS:
            self._next = {waiting: moment for waiting, moment in self._next.items() if moment > now}
        turn = max(now, self._next.get(key, now))
        self._next[key] = turn + self._seconds
        await asyncio.sleep(turn - now)


class ChatPace(AIORateLimiter):
    """Adds to 30 messages a second and 20 a minute in a group what the library leaves out: one a second in a private chat.

    Edits have a turn of their own: a report of progress does not hold up an answer. A group that became a supergroup gets what was meant
    for it under its new number.
    """

    def __init__(self) -> None:
        super().__init__()
        self._turns = Turns()

    async def process_request(  # noqa: PLR0917 - the library's own
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401 - handed on as they are
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make a request when it is its turn."""
        edit = endpoint.startswith("edit")
        if endpoint in UNCOUNTED or not (edit or endpoint.startswith(("send", "copy", "forward"))):
            return await callback(*args, **kwargs)
        chat = data.get("chat_id")
        if isinstance(chat, int) and chat > 0:
            await self._turns.wait((chat, edit))
        try:
            return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
        except ChatMigrated as moved:
            if edit:
                raise
            data["chat_id"] = moved.new_chat_id
            data.pop("reply_parameters", None)  # messages have other numbers there
            return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
