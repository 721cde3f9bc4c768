"""The Telegram bot as a process: put together, run, and ended in good order."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import cast

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes
from telegram.helpers import create_deep_linked_url

from bot.admin.reindex_process import reindex_command
from bot.conversation.deep_link import HELP
from bot.conversation.picture_process import picture_of
from bot.conversation.services import Services
from bot.errors import ConfigError, TokenRejected
from bot.monitoring.endpoints import Contact, monitoring
from bot.monitoring.index_facts import facts_of
from bot.monitoring.log_file import start_logging
from bot.monitoring.metrics import Metrics, counted
from bot.settings.secrets import hide_memory, secrets_of
from bot.settings.settings import Settings
from bot.settings.time_zone import time_zone
from bot.store.inbox import Inbox
from bot.telegram.context import BotData, Context, ParkQABot
from bot.telegram.handlers import handlers
from bot.telegram.handlers.admission import put_off, turn_away
from bot.telegram.handlers.failure import give_up, report_failure
from bot.telegram.handlers.nothing_kept import NothingKept
from bot.telegram.handlers.question import was_answered
from bot.telegram.notifier import notifying
from bot.telegram.own_reindex import renew_outdated
from bot.telegram.pruning import pruning
from bot.telegram.transport.command_menu import set_command_menus
from bot.telegram.transport.connection import PatientRequest, UpdatesRequest
from bot.telegram.transport.intake import Intake
from bot.telegram.transport.memory import opened_memory
from bot.telegram.transport.pace import ChatPace
from bot.telegram.transport.polling import Polling
from bot.telegram.transport.profile import set_profile
from bot.telegram.transport.webhook import Webhook, check_webhook
from bot.telegram.vitals import index_problem, warm_up, watch_vitals
from bot.telegram.watcher import watching
from retrieval.factory import open_answerer

logger = logging.getLogger(__name__)

REQUEST_SECONDS = 30.0
WARM_SECONDS = 60
"""How long what was asked waits for the bot to be ready; then whoever asked hears what keeps it."""
STOP_SECONDS = 10
"""How long the end of the process waits for what runs beside the questions, such as the last word on a reindex."""


def run_bot(settings: Settings, config_path: Path | None) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises ConfigError (no token, a webhook that cannot be), AlreadyRunning, TokenRejected, WebhookRefused, StoreUnavailable or
    EmbedderUnavailable.
    """
    if settings.bot.token is None:
        raise ConfigError("The bot has no token: set PARKQA_BOT__TOKEN to the one that @BotFather gave you.")
    check_webhook(settings)
    hide_memory()
    token = settings.bot.token.get_secret_value()
    start_logging(settings.log, secrets_of(settings))
    with opened_memory(settings, token) as (store, inbox):
        metrics = Metrics()
        services = Services(
            counted(open_answerer(settings), metrics),
            store,
            settings.answer.quotes,
            partial(facts_of, settings),
            zone=time_zone(settings.bot.timezone),
            notifies=True,
            picture_of=partial(picture_of, settings.corpus.folder),
        )
        reindex = (*reindex_command(settings, config_path), "--lang", "en")  # whoever reads it in a chat is told in their own language
        data = BotData(settings, services, reindex, metrics=metrics)
        with suppress(asyncio.CancelledError):  # the second signal
            asyncio.run(serve(build_application(token, data), inbox))


def build_application(token: str, data: BotData) -> ParkQABot:
    """The application, ready to be initialised. It has no updater of its own: updates come through bot.telegram.transport.intake."""
    builder = (
        Application.builder()
        .token(token)
        .request(PatientRequest(connection_pool_size=64, read_timeout=REQUEST_SECONDS, connect_timeout=10, pool_timeout=REQUEST_SECONDS))
        .get_updates_request(UpdatesRequest(connect_timeout=10))
        .rate_limiter(ChatPace())
        .context_types(ContextTypes(context=Context, bot_data=cast("type[BotData]", lambda: data)))
        .updater(None)
        .job_queue(None)
    )
    if data.settings.bot.base_url:
        server = data.settings.bot.base_url.removesuffix("/bot")
        builder = builder.base_url(f"{server}/bot").base_file_url(f"{server}/file/bot")
    application = builder.build()
    application.add_handlers(handlers(data.dispatcher))
    application.add_error_handler(report_failure)
    return application


async def serve(application: ParkQABot, inbox: Inbox) -> None:
    """Run the application until a signal asks it to end; what has been accepted by then is answered first."""
    _end_on_signal()
    data, contact = application.bot_data, Contact()
    intake = _intake(application, inbox)
    intake.hold_back()
    preparing: asyncio.Task[None] | None = None
    watch_vitals(data, intake)
    with monitoring(data.settings.monitoring, data.metrics, alive=contact.problem, ready=lambda: intake.problem() or index_problem(data)):
        try:
            await _connect(application)
            preparing = application.create_task(_prepare(application, intake))
            if not data.settings.bot.watch:  # the watcher reindexes as it begins
                application.create_task(renew_outdated(application.bot, data))
            await intake.resume()
            zone = time_zone(data.settings.bot.timezone)
            async with (
                pruning(data.services.store, intake.has_duty),
                watching(application.bot, data),
                notifying(application.bot, data.services, data.work_queue, zone, intake.has_duty),
            ):
                await _receive(application, intake, contact)
        except asyncio.CancelledError:
            logger.info("Asked to stop")
        finally:
            if preparing:
                preparing.cancel()
            await intake.drain()
            await _close(application)


def _intake(application: ParkQABot, inbox: Inbox) -> Intake:
    async def handle_again(update: Update) -> None:
        if not await was_answered(update, Context.from_update(update, application)):
            await application.process_update(update)

    async def give_up_unanswered(update: Update) -> None:
        if not await was_answered(update, context := Context.from_update(update, application)):
            await give_up(update, context)

    return Intake(
        application.bot,
        inbox,
        handle=application.process_update,
        handle_again=handle_again,
        turn_away=lambda update: turn_away(update, Context.from_update(update, application)),
        put_off=lambda update: put_off(update, Context.from_update(update, application)),
        give_up=give_up_unanswered,
        handled=application.bot_data.metrics.handled,
        set_aside=partial(application.bot_data.metrics.failed, "set aside"),
        nothing_kept=NothingKept(application),
    )


async def _connect(application: ParkQABot) -> None:
    try:
        await application.initialize()
    except InvalidToken:
        raise TokenRejected("Telegram rejects the bot's token: check PARKQA_BOT__TOKEN, or get a new one from @BotFather.") from None
    services = application.bot_data.services
    services.link_to = partial(create_deep_linked_url, application.bot.username)
    services.group_link = create_deep_linked_url(application.bot.username, HELP, group=True)
    services.shares = bool(application.bot.supports_inline_queries)
    if not services.shares:
        logger.warning("Inline mode is off, so answers have no button to share them: send /setinline to @BotFather")
    await application.start()
    logger.info("Serving as @%s", application.bot.username)


async def _receive(application: ParkQABot, intake: Intake, contact: Contact) -> None:
    """Hand updates to the intake until cancelled, in the way that the settings say."""
    bot, settings = application.bot, application.bot_data.settings.webhook
    if settings.url:
        contact.end()
        await Webhook(settings, bot, intake).run()
    else:
        with suppress(TelegramError):  # with a webhook left over there would be no updates; an older server may not know webhooks
            await bot.delete_webhook()
        await Polling(bot, intake, contact.note).run()


async def _prepare(application: ParkQABot, intake: Intake) -> None:
    """Load what a question needs, and only then begin with the first; then what makes the bot nicer."""
    data = application.bot_data
    try:
        async with asyncio.timeout(WARM_SECONDS):
            await data.work_queue.run(None, warm_up, data.services.answerer)
    except Exception as error:  # whatever it is, whoever asks is told
        logger.warning("Not ready for questions: %s", str(error) or type(error).__name__)
    await intake.go_ahead()
    await set_command_menus(application.bot, data.settings.bot.language, data.settings.bot.admins, data.dispatcher)
    await set_profile(application.bot, data.settings.bot.language)


async def _close(application: ParkQABot) -> None:
    if application.bot_data.reindexing:
        application.bot_data.reindexing.cancel()
    if application.running:
        with suppress(TimeoutError):
            await asyncio.wait_for(application.stop(), STOP_SECONDS)
    await application.shutdown()
    application.bot_data.work_queue.close()
    logger.info("Stopped")


def _end_on_signal() -> None:
    """The first signal ends in good order, a second one at once."""
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("signals end a task, and there is none")
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
