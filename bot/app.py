"""The Telegram bot as a process: put together, run, and ended in good order."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout
from telegram.error import InvalidToken, TelegramError
from telegram.ext import AIORateLimiter, Application, ContextTypes
from telegram.helpers import create_deep_linked_url

from bot.command_menu import set_command_menus
from bot.connection import PatientRequest, UpdatesRequest
from bot.context import BotData, Context, ParkQABot
from bot.dialogue.desk import Desk
from bot.errors import AlreadyRunning, TokenRejected
from bot.handlers import handlers
from bot.handlers.failure import report_failure
from bot.index_figures import read_figures
from bot.log_file import start_logging
from bot.ordering import OrderedByChat
from bot.polling import Polling
from bot.reindexing import reindex_command
from bot.store.store import open_store
from corpus.errors import ParkQAError
from retrieval.config import Settings
from retrieval.errors import ConfigError
from retrieval.factory import open_answerer

logger = logging.getLogger(__name__)

CONCURRENT_UPDATES = 100
"""As many as Telegram hands out at once."""
REQUEST_SECONDS = 30.0
STOP_SECONDS = 10
"""How long the end of the process waits for what runs beside the questions, such as the last word on a reindex."""


def run_bot(settings: Settings, config_path: Path | None) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises ConfigError without a token, AlreadyRunning, TokenRejected, StoreUnavailable or EmbedderUnavailable.
    """
    if settings.bot.token is None:
        raise ConfigError("The bot has no token: set PARKQA_BOT__TOKEN to the one that @BotFather gave you.")
    token = settings.bot.token.get_secret_value()
    start_logging(settings.log, [token])
    with _sole_instance(settings.index.folder, token):
        store = open_store(settings.bot.store or settings.index.folder / f"bot-{_short_name(token)}.sqlite")
        desk = Desk(open_answerer(settings), store, settings.answer.quotes, partial(read_figures, settings))
        data = BotData(settings, desk, reindex_command(settings, config_path))
        with suppress(asyncio.CancelledError):  # the second signal
            asyncio.run(serve(build_application(token, data)))


def build_application(token: str, data: BotData) -> ParkQABot:
    """The application, ready to be initialised; it polls by bot.polling and has no updater of its own."""
    builder = (
        Application.builder()
        .token(token)
        .request(PatientRequest(connection_pool_size=64, read_timeout=REQUEST_SECONDS, connect_timeout=10, pool_timeout=REQUEST_SECONDS))
        .get_updates_request(UpdatesRequest(connect_timeout=10))
        .rate_limiter(AIORateLimiter())
        .concurrent_updates(OrderedByChat(CONCURRENT_UPDATES))
        .context_types(ContextTypes(context=Context, bot_data=cast("type[BotData]", lambda: data)))
        .updater(None)
        .job_queue(None)
    )
    if data.settings.bot.base_url:
        builder = builder.base_url(f"{data.settings.bot.base_url.rstrip('/').removesuffix('/bot')}/bot")
    application = builder.build()
    application.add_handlers(handlers(data.settings.bot.admins))
    application.add_error_handler(report_failure)
    return application


async def serve(application: ParkQABot) -> None:
    """Run the application until a signal asks it to end; what has been asked by then is answered first."""
    _end_on_signal()
    try:
        await _connect(application)
        application.create_task(_prepare(application))
        await Polling(application).run()
    except asyncio.CancelledError:
        logger.info("Asked to stop")
    finally:
        await _close(application)


async def _connect(application: ParkQABot) -> None:
    try:
        await application.initialize()
    except InvalidToken:
        raise TokenRejected("Telegram rejects the bot's token: check PARKQA_BOT__TOKEN, or get a new one from @BotFather.") from None
    with suppress(
        TelegramError
    ):  # with a webhook left over from elsewhere there would be no updates; an older server may not know webhooks
        await application.bot.delete_webhook()
    application.bot_data.desk.link_to = partial(create_deep_linked_url, application.bot.username)
    await application.start()
    logger.info("Serving as @%s", application.bot.username)


async def _prepare(application: ParkQABot) -> None:
    """What need not be ready before the first question, and makes it faster or nicer."""
    data = application.bot_data
    with suppress(ParkQAError):  # the one who asks will be told
        await asyncio.to_thread(data.desk.answerer.ask, "开发区")
    await set_command_menus(application.bot, data.settings.bot.language, data.settings.bot.admins)


async def _close(application: ParkQABot) -> None:
    if application.bot_data.reindexing:
        application.bot_data.reindexing.cancel()
    if application.running:
        with suppress(TimeoutError):
            await asyncio.wait_for(application.stop(), STOP_SECONDS)
    await application.shutdown()
    logger.info("Stopped")


def _end_on_signal() -> None:
    """The first signal ends in good order, a second one at once."""
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("signals end a task, and there is none")
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)


def _short_name(token: str) -> str:
    """Tells the bots that share an index apart, and nothing of their tokens."""
    return blake2b(token.encode(), digest_size=4).hexdigest()


@contextmanager
def _sole_instance(folder: Path, token: str) -> Iterator[None]:
    """Hold the lock of this bot beside the index, which several bots may share. Raises AlreadyRunning, or ConfigError where it cannot."""
    path = folder / f"bot-{_short_name(token)}.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, blocking=False).acquire()
    except Timeout:
        raise AlreadyRunning(f"This bot is running already (its lock is {path}): stop that process first.") from None
    except OSError as error:
        raise ConfigError(f"The bot cannot keep its lock {path} ({error.strerror}): make the index folder writable.") from error
    with lock:
        yield
