"""Tells those who follow something what is new: has new index versions looked through, and sends what was found.

A task beside the questions, and slower than them on purpose: it asks one thing at a time, in turn with the chats, and rests in between.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import tzinfo

import telegram
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.conversation.digest import Digest, Place
from bot.conversation.news_feed import NewsFeed
from bot.conversation.services import Services
from bot.messages.message import Message
from bot.telegram.transport.connection import never_arrived
from bot.telegram.transport.sending import send
from bot.telegram.transport.work_queue import WorkQueue
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
"""How often to look whether there is another index version, and whether somebody's quiet hours are over."""
REST = 0.25
"""As a share of the time that asking took."""
IN_LINE = "news"
"""Takes turns with the chats, as one of them."""
SEND_SECONDS = 0.1
"""Between two messages: Telegram takes 30 a second, and answers come first."""
STOP_SECONDS = 10
CLOSED = ("chat not found", "chat_write_forbidden", "user is deactivated", "group chat was deactivated")
NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted")


@asynccontextmanager
async def notifying(
    bot: telegram.Bot, services: Services, queue: WorkQueue, zone: tzinfo, has_duty: Callable[[], bool] = lambda: True
) -> AsyncIterator[None]:
    """Send news inside the block; of several processes, the one that has the duty to.

    A message that is on its way when the block ends is waited for.
    """
    notifier = Notifier(bot, services, queue, zone, has_duty=has_duty)
    running = asyncio.create_task(notifier.run(), name="notifying")
    try:
        yield
    finally:
        notifier.stop()
        try:
            await asyncio.wait_for(running, STOP_SECONDS)
        except TimeoutError:
            logger.warning("News could not be finished in time; it is sent when the bot is back")


class Notifier:
    """Sends news until it is stopped."""

    def __init__(
        self,
        bot: telegram.Bot,
        services: Services,
        queue: WorkQueue,
        zone: tzinfo,
        *,
        clock: Callable[[], float] = time.time,
        has_duty: Callable[[], bool] = lambda: True,
    ) -> None:
        self._bot = bot
        self._follows = services.store.follows
        self._feed = NewsFeed(services, zone, clock)
        self._queue = queue
        self._has_duty = has_duty
        self._stopping = asyncio.Event()
        self._trouble = ""
        """What kept it from working the last time, so that each trouble is logged once."""

    def stop(self) -> None:
        """End after what is being done."""
        self._stopping.set()

    async def run(self) -> None:
        """Look for news and send it, again and again. No error ends this: it is logged, and tried again."""
        while not self._stopping.is_set():
            try:
                if self._has_duty():
                    await self.step()
                self._trouble = ""
            except ParkQAError as error:
                if str(error) != self._trouble:
                    logger.warning("News has to wait: %s", error)
                self._trouble = str(error)
            except Exception:
                logger.exception("News could not be looked for or sent")
            await self._rest(LOOK_SECONDS)

    async def step(self) -> None:
        """Look a new version through, if there is one; then send what waits. Raises ParkQAError."""
        if await asyncio.to_thread(self._feed.is_behind):
            await self._look_through()
        for place in await asyncio.to_thread(self._feed.due):
            if self._stopping.is_set():
                return
            await self._deliver(place)
            await self._rest(SEND_SECONDS)

    async def _look_through(self) -> None:
        """In turn with the chats, resting after each step."""
        steps, end = self._feed.look_through(), object()
        while not self._stopping.is_set():
            started = time.monotonic()
            if await self._queue.run(IN_LINE, next, steps, end) is end:
                return
            await self._rest(REST * (time.monotonic() - started))

    async def _deliver(self, place: Place) -> None:
        digest = await asyncio.to_thread(self._feed.take, place)
        if digest is None:
            return
        try:
            sent = await self._send(place, digest.message)
        except TelegramError as error:
            await self._undelivered(place, digest, error)
            return
        await asyncio.to_thread(self._feed.delivered, digest, sent.message_id)

    async def _send(self, place: Place, message: Message) -> telegram.Message:
        chat, thread = place
        try:
            return await send(self._bot, chat, message, thread=thread)
        except BadRequest as error:
            if thread is None or not _says(error, NO_TOPIC):
                raise
            return await send(self._bot, chat, message)

    async def _undelivered(self, place: Place, digest: Digest, error: TelegramError) -> None:
        """Try again where that can help. After a time-out the message may have arrived: it is tried once more, and no more."""
        chat = place[0]
        logger.warning("News for chat %s did not get there: %s", chat, error)
        match error:
            case ChatMigrated():
                await asyncio.to_thread(self._follows.move_chat, chat, error.new_chat_id)
                await asyncio.to_thread(self._feed.put_back, digest)
            case Forbidden():
                await asyncio.to_thread(self._follows.forget_chat, chat)
            case BadRequest() if _says(error, CLOSED):
                await asyncio.to_thread(self._follows.forget_chat, chat)
            case BadRequest():  # Telegram will not take it however often it is offered
                await asyncio.to_thread(self._feed.drop, digest)
            case _ if never_arrived(error):
                await asyncio.to_thread(self._feed.put_back, digest)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return


def _says(error: TelegramError, phrases: tuple[str, ...]) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)
