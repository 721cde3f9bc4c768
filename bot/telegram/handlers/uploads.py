"""Files and addresses that admins send for the corpus."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

import telegram
from telegram import Update
from telegram.error import TelegramError

from bot.admin.addresses import GuardedTransport
from bot.admin.fetching import AT_ONCE, MOST, NotFetched, fetch, page_client
from bot.admin.inspecting import inspect
from bot.admin.upload_codes import UploadCode
from bot.admin.upload_report import upload_report
from bot.admin.uploads import Arrival, note_findings, note_report, refusal, stage, suffix_of
from bot.conversation.audit import note, note_refusal
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.sending import edit, reply, send
from corpus.reason import Reason

logger = logging.getLogger(__name__)

SETTLE_SECONDS = 1.0
"""Files that come within so long of each other are read together, and reported in one message."""

ADDRESSES = r"^\s*https?://\S+(?:\s+https?://\S+)*\s*$"
"""A message that is nothing but addresses."""


async def receive_file(update: Update, context: Context) -> None:
    """Take an admin's file for a trial reading; others are told that the bot only reads text."""
    message, data = update.message, context.data
    if message is None or message.document is None:
        return
    session, document = data.session(message.from_user, message.chat), message.document
    name = document.file_name or ""
    if not session.admin:
        await asyncio.to_thread(note_refusal, data.services.store, session, f"the file {name}")
        await reply(message, Message(data.services.texts(session).text_only))
        return
    reason = refusal(name, document.file_size or 0, data.admin_services.max_bytes)
    arrival = Arrival(name, refusal=reason) if reason else await _downloaded(document, name)
    upload = await asyncio.to_thread(stage, data.admin_services, session, message.date.timestamp(), [arrival])
    await asyncio.to_thread(note, data.services.store, session, f"send the file {name}", str(arrival.refusal or "staged"))
    read_soon(context, session, upload.token, message.message_id)


async def receive_addresses(update: Update, context: Context) -> None:
    """Fetch the pages of an admin's addresses for a trial reading; others are told that the bot only reads text."""
    message = update.message
    if message is None:
        return
    session, addresses = context.data.session(message.from_user, message.chat), (message.text or "").split()
    texts = context.data.services.texts(session)
    if not session.admin:
        await asyncio.to_thread(note_refusal, context.data.services.store, session, f"{len(addresses)} addresses")
        await reply(message, Message(texts.text_only))
        return
    if len(addresses) > MOST:
        await asyncio.to_thread(note, context.data.services.store, session, f"fetch {len(addresses)} addresses", "too many")
        await reply(message, Message(texts.admin.too_many_addresses.format(most=MOST)))
        return
    notice = await reply(message, Message(texts.admin.fetching.format(count=len(addresses))))
    context.application.create_task(_fetch_all(context, session, message, notice, addresses), update)


def read_soon(context: Context, session: Session, token: str, reply_to: int) -> None:
    """Read what is new in an upload and report on it, after a moment in which more may come."""
    if token not in context.data.reading_soon:
        context.data.reading_soon.add(token)
        context.application.create_task(_read(context, session, token, reply_to))


async def _downloaded(document: telegram.Document, name: str) -> Arrival:
    """A file as Telegram hands it out; why not, where it does not."""
    try:
        content = await (await document.get_file()).download_as_bytearray()
    except TelegramError as error:
        logger.warning("A file was not handed out: %s", error)
        return Arrival(name, refusal=Reason(UploadCode.NOT_HANDED_OUT))
    return Arrival(name, suffix_of(name), bytes(content))


async def _fetch_all(context: Context, session: Session, message: telegram.Message, notice: telegram.Message, addresses: list[str]) -> None:
    data, texts, at_once = context.data, context.data.services.texts(session), asyncio.Semaphore(AT_ONCE)

    async def fetched(address: str) -> Arrival:
        async with at_once:
            try:
                page = await fetch(client, address, data.admin_services.max_bytes)
            except NotFetched as error:
                return Arrival(address, refusal=error.reason)
        return Arrival(address, page.suffix, page.content)

    async with page_client(GuardedTransport()) as client:
        arrivals = await asyncio.gather(*map(fetched, addresses))
    upload = await asyncio.to_thread(stage, data.admin_services, session, message.date.timestamp(), arrivals)
    for arrival in arrivals:
        await asyncio.to_thread(note, data.services.store, session, f"fetch {arrival.shown}", str(arrival.refusal or "staged"))
    got = sum(arrival.refusal is None for arrival in arrivals)
    said = Message(texts.admin.fetched.format(fetched=got, count=len(addresses)))
    await edit(context.bot, session.chat, notice.message_id, said)
    read_soon(context, session, upload.token, message.message_id)


async def _read(context: Context, session: Session, token: str, reply_to: int) -> None:
    data = context.data
    await asyncio.sleep(SETTLE_SECONDS)
    data.reading_soon.discard(token)
    async with data.reading:
        upload = await asyncio.to_thread(data.admin_services.store.uploads.get, token)
        if upload is None or upload.state != "open":
            return
        if names := upload.unread:
            inspections = await inspect(data.admin_services.staging.folder, names, data.admin_services.max_bytes)
            upload = await asyncio.to_thread(partial(note_findings, data.admin_services, token, names, inspections))
        report = upload_report(upload, data.services.texts(session))
        if upload.message:
            await edit(context.bot, session.chat, upload.message, report)
        else:
            sent = await send(context.bot, session.chat, report, reply_to=reply_to)
            await asyncio.to_thread(note_report, data.admin_services, token, sent.message_id)
