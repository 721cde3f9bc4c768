"""Tells those who follow something what is new: notices new index versions, looks them through, and sends what was found.

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

from bot.conversation.digest import Digest, Place, pack, places_due
from bot.conversation.news import News, Overtaken, current_version, find, look
from bot.conversation.services import Services
from bot.messages.message import Message
from bot.store.follows import Subject
from bot.store.pushes import Find
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
async def pushing(bot: telegram.Bot, services: Services, queue: WorkQueue, zone: tzinfo) -> AsyncIterator[None]:
    """Push news inside the block. A message that is on its way when the block ends is waited for."""
    pusher = Pusher(bot, services, queue, zone)
    running = asyncio.create_task(pusher.run(), name="pushing")
    try:
        yield
    finally:
        pusher.stop()
        try:
            await asyncio.wait_for(running, STOP_SECONDS)
        except TimeoutError:
            logger.warning("News could not be finished in time; it is sent when the bot is back")


class Pusher:
    """Pushes news until it is stopped."""

    def __init__(
        self, bot: telegram.Bot, services: Services, queue: WorkQueue, zone: tzinfo, clock: Callable[[], float] = time.time
    ) -> None:
        self._bot = bot
        self._services = services
        self._queue = queue
        self._zone = zone
        self._clock = clock
        self._stopping = asyncio.Event()
        self._looked_through = ""
        """The version that holds no more news."""
        self._trouble = ""
        """What kept it from working the last time, so that each trouble is logged once."""

    def stop(self) -> None:
        """End after what is being done."""
        self._stopping.set()

    async def run(self) -> None:
        """Look for news and send it, again and again. No error ends this: it is logged, and tried again."""
        while not self._stopping.is_set():
            try:
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
        if await asyncio.to_thread(current_version, self._services) != self._looked_through:
            await self._look_through()
        for place in await asyncio.to_thread(places_due, self._services, self._clock(), self._zone):
            if self._stopping.is_set():
                return
            await self._deliver(place)
            await self._rest(SEND_SECONDS)

    async def _look_through(self) -> None:
        news = await self._queue.run(IN_LINE, look, self._services)
        found: list[tuple[int, Find]] = []
        try:
            for subject, follows in (await asyncio.to_thread(self._services.store.follows.by_subject)).items() if news.articles else ():
                if self._stopping.is_set():
                    return
                started = time.monotonic()
                finds = await self._queue.run(IN_LINE, self._find, news, subject)
                found += ((follow, find) for follow in follows for find in finds)
                await self._rest(REST * (time.monotonic() - started))
        except Overtaken:
            logger.info("Version %s was replaced while it was looked through", news.version)
            return
        await asyncio.to_thread(self._services.store.pushes.settle, news.unseen, found)
        self._looked_through = news.version
        if news.articles:
            logger.info("Version %s brings %d new articles; %d quotes of them are to be sent", news.version, len(news.articles), len(found))

    def _find(self, news: News, subject: Subject) -> list[Find]:
        try:
            return find(self._services, news, subject)
        except (ParkQAError, Overtaken):
            raise
        except Exception:  # a question that no answer can be worked out for must not keep the news from all others
            logger.exception("A followed question could not be asked")
            return []

    async def _deliver(self, place: Place) -> None:
        digest, store = await asyncio.to_thread(pack, self._services, place), self._services.store
        if digest.shown is None or digest.message is None:
            await asyncio.to_thread(store.pushes.done, digest.pushes)
            return
        await asyncio.to_thread(store.answers.keep, digest.shown)
        await asyncio.to_thread(store.pushes.begin, digest.pushes)
        try:
            sent = await self._send(place, digest.message)
        except TelegramError as error:
            await self._undelivered(place, digest, error)
            return
        await asyncio.to_thread(store.pushes.done, digest.pushes)
        await asyncio.to_thread(store.answers.sent, digest.shown.token, sent.message_id)

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
        store, chat = self._services.store, place[0]
        logger.warning("News for chat %s did not get there: %s", chat, error)
        match error:
            case ChatMigrated():
                await asyncio.to_thread(store.follows.move_chat, chat, error.new_chat_id)
                await asyncio.to_thread(store.pushes.put_back, digest.pushes)
            case Forbidden():
                await asyncio.to_thread(store.follows.forget_chat, chat)
            case BadRequest() if _says(error, CLOSED):
                await asyncio.to_thread(store.follows.forget_chat, chat)
            case BadRequest():  # Telegram will not take it however often it is offered
                await asyncio.to_thread(store.pushes.done, digest.pushes)
            case _ if never_arrived(error):
                await asyncio.to_thread(store.pushes.put_back, digest.pushes)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return


def _says(error: TelegramError, phrases: tuple[str, ...]) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)
