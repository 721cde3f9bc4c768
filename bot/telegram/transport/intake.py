"""Where updates come in, whichever way Telegram delivers them: none is lost, none is handled twice, and each chat keeps its order."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextlib import suppress
from functools import partial

from telegram import Bot, Update

from bot.monitoring.log_context import handling
from bot.telegram.transport.chat_queues import ChatQueues
from bot.telegram.transport.inbox import Inbox, InboxUnavailable
from bot.telegram.transport.updates import Arrived, UnreadableUpdate, ids_of, read

logger = logging.getLogger(__name__)

CAPACITY = 2000
"""Updates that may be waiting or in work. What comes then waits where it is: Telegram keeps it for a day."""
DRAIN_SECONDS = 20
"""How long the end of the process waits for what has been accepted; the next process does the rest."""


Handle = Callable[[Update], Awaitable[None]]


class NotAccepted(Exception):
    """Updates could not be taken; Telegram should deliver them again."""


def queue_of(update: Update) -> Hashable:
    """Updates with the same answer are handled one after the other: those of one chat. What belongs to no chat needs no order."""
    chat = update.effective_chat
    return chat.id if chat else ("update", update.update_id)


class Intake:
    """Takes updates into the inbox and has them handled."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        *,
        handle: Handle,
        turn_away: Handle,
        handled: Callable[[float], None],
        set_aside: Callable[[], None] = lambda: None,
    ) -> None:
        """`turn_away` gets what `handle` does not: an update of a chat of which too many are waiting already.

        `handled` is told the seconds from the arrival of an update until it was done with; `set_aside` of each that nobody can handle.
        """
        self._bot = bot
        self._inbox = inbox
        self._handle = handle
        self._turn_away = turn_away
        self._handled = handled
        self._note_set_aside = set_aside
        self._queues = ChatQueues()
        self._accepting = asyncio.Lock()
        self._room = asyncio.Event()
        self._room.set()
        self.unhandled = 0
        """Updates that were accepted and are waiting or in work."""

    async def resume(self) -> None:
        """Begin with what an earlier process accepted and did not finish."""
        try:
            left, deadly = await self._inbox.left(), await self._inbox.deadly()
        except InboxUnavailable as error:
            logger.error("What the last process left cannot be read: %s", error)
            return
        if left:
            logger.info("%d updates are left from the last process", len(left))
        for update in left:
            if update.number in deadly:
                await self._set_aside(update, "processes ended at it")
            else:
                await self._begin(update)

    async def accept(self, updates: Sequence[Arrived]) -> None:
        """Take updates over: once this returns, Telegram may forget them. Raises NotAccepted when there is no room or no disk."""
        await asyncio.shield(self._accept(updates))  # stored or not, but not in between

    async def room(self) -> None:
        """Wait until there is room for more."""
        await self._room.wait()

    async def drain(self) -> None:
        """Let everything be finished that was accepted, for a while."""
        async with self._accepting:
            await self._queues.finish(DRAIN_SECONDS)
            with suppress(InboxUnavailable):
                await self._inbox.begin_anew()
        if self.unhandled:
            logger.warning("%d updates are left for the next start", self.unhandled)

    async def _accept(self, updates: Sequence[Arrived]) -> None:
        async with self._accepting:
            if not self._room.is_set():
                raise NotAccepted(f"{self.unhandled} updates are waiting already")
            try:
                new = await self._inbox.take(updates)
            except InboxUnavailable as error:
                raise NotAccepted(f"the inbox cannot be written: {error}") from error
            for update in updates:
                if update.number in new:
                    await self._begin(update)

    async def _begin(self, update: Arrived) -> None:
        try:
            readable = read(update.content, self._bot)
        except UnreadableUpdate as error:
            await self._set_aside(update, f"it cannot be read ({error})")
        else:
            self._put_in_line(readable)

    def _put_in_line(self, update: Update) -> None:
        self.unhandled += 1
        work_off = partial(self._work_off, update, time.perf_counter())
        if self.unhandled >= CAPACITY:
            self._room.clear()
        if not self._queues.put(queue_of(update), partial(work_off, self._handle)):
            self._queues.put_aside(partial(work_off, self._turn_away))

    async def _work_off(self, update: Update, accepted: float, handle: Handle) -> None:
        with handling(ids_of(update)):
            with suppress(InboxUnavailable):  # then its beginning is not counted
                await self._inbox.begin(update.update_id)
            try:
                await handle(update)
            except Exception:
                logger.exception("An update was not handled")
            with suppress(InboxUnavailable):  # then it is handled once more after a restart
                await self._inbox.done(update.update_id)
        self._handled(time.perf_counter() - accepted)
        self.unhandled -= 1
        if self.unhandled < CAPACITY:
            self._room.set()

    async def _set_aside(self, update: Arrived, reason: str) -> None:
        self._note_set_aside()
        logger.error("Update %d is set aside: %s", update.number, reason)
        with suppress(InboxUnavailable):  # then it is set aside once more after a restart
            await self._inbox.set_aside(update.number, reason)
