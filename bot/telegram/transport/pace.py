"""How fast messages may leave: as fast as Telegram takes them, and no chat waits for another one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from telegram.constants import FloodLimit
from telegram.error import ChatMigrated
from telegram.ext import AIORateLimiter

Result = bool | dict[str, Any] | list[dict[str, Any]]

UNCOUNTED = {"sendChatAction", "sendMessageDraft"}
"""They show that something is coming, and are no messages."""
MANY_CHATS = 1000


class Turns:
    """Gives each key one turn a second, in the order of asking.

    Telegram measures when a message arrives. That is known once it has answered, and so the second is counted from there.
    """

    def __init__(self, seconds: float = 1 / FloodLimit.MESSAGES_PER_SECOND_PER_CHAT) -> None:
        self._seconds = seconds
        self._queues: dict[object, _Queue] = {}

    @asynccontextmanager
    async def of(self, key: object) -> AsyncIterator[None]:
        """Wait for the turn of this key, and keep it."""
        clock = asyncio.get_running_loop().time
        if len(self._queues) > MANY_CHATS:
            self._queues = {waiting: queue for waiting, queue in self._queues.items() if queue.is_in_use(clock())}
        queue = self._queues.setdefault(key, _Queue())
        async with queue.lock:
            await asyncio.sleep(queue.next_turn - clock())
            try:
                yield
            finally:
                queue.next_turn = clock() + self._seconds


@dataclass
class _Queue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_turn: float = 0.0
    """The clock of the event loop, in seconds."""

    def is_in_use(self, now: float) -> bool:
        return self.lock.locked() or self.next_turn > now


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
        private = isinstance(chat, int) and chat > 0
        async with self._turns.of((chat, edit)) if private else nullcontext():
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except ChatMigrated as moved:
                if edit:
                    raise
                data["chat_id"] = moved.new_chat_id
                data.pop("reply_parameters", None)  # messages have other numbers there
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
