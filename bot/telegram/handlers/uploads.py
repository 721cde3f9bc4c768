"""Files and addresses that admins send for the corpus."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

import telegram
from telegram.error import TelegramError
from telegram.ext import filters

from bot.admin.fetching import MOST
from bot.admin.fetching_apart import Fetched, fetch_apart
from bot.admin.response import AdminResponse
from bot.admin.upload_codes import UploadCode
from bot.admin.uploads import Arrival, refusal, stage, suffix_of
from bot.conversation.audit import note, note_refusal
from bot.conversation.response import Response
from bot.messages.message import Message
from bot.store.uploads import Upload
from bot.telegram.handlers.admission import admitted
from bot.telegram.handlers.question import answered
from bot.telegram.handlers.reading import read_soon
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import on_message
from bot.telegram.transport.addresses_in_text import ADDRESS, addresses_in, without_addresses
from bot.telegram.transport.addressing import question_in
from bot.telegram.transport.sending import edit
from corpus.reason import Reason

logger = logging.getLogger(__name__)

NAMES_ADDRESS = filters.Regex(ADDRESS)
PHOTO_NAME = "photo.jpg"


@on_message
async def receive_file(request: Request, message: telegram.Message) -> Response | None:
    """Take an admin's file for a trial reading; others are told that the bot only reads text."""
    document = message.document
    return await _received(request, message, document, document.file_name or "") if document else None


@on_message
async def receive_photo(request: Request, message: telegram.Message) -> Response | None:
    """The same with a photo, of which Telegram keeps several sizes and no name."""
    return await _received(request, message, message.photo[-1], PHOTO_NAME) if message.photo else None


async def _received(
    request: Request, message: telegram.Message, sent: telegram.Document | telegram.PhotoSize, name: str
) -> Response | None:
    if not request.session.admin:
        return await _refused(request, message, f"the file {name}")
    reason = refusal(name, sent.file_size or 0, request.data.admin_services.max_bytes)
    arrival = Arrival(name, refusal=reason) if reason else await _downloaded(sent, name)
    upload = await _staged(request, message, [arrival])
    await _note(request, f"send the file {name}", str(arrival.refusal or "staged"))
    return AdminResponse(unread=upload.token)


@on_message
async def receive_addresses(request: Request, message: telegram.Message) -> Response | None:
    """Fetch the pages of the addresses that an admin names, whatever stands around them; others are answered what they ask beside them."""
    text, texts = message.text or "", request.texts
    addresses = addresses_in(text)
    if not request.session.admin:
        asked = without_addresses(text)
        return await answered(request, message, asked) if asked else await _refused(request, message, f"{len(addresses)} addresses")
    if len(addresses) > MOST:
        await _note(request, f"fetch {len(addresses)} addresses", "too many")
        return Response(send=Message(texts.admin.too_many_addresses.format(most=MOST)))
    notice = await request.reply(Message(texts.admin.fetching.format(count=len(addresses))))
    request.go_on(_fetch_all(request, message, notice, addresses))
    return None


async def _refused(request: Request, message: telegram.Message, what: str) -> Response | None:
    """What somebody is told who may send no files: once for an album. What stands below a picture is a question."""
    if message.caption and (question := question_in(message, request.me)):
        return await answered(request, message, question)
    if not (request.data.is_new_album(message.media_group_id) and admitted(message, request.data, light=True)):
        return None
    await asyncio.to_thread(note_refusal, request.services.store, request.session, what)
    return Response(send=Message(request.texts.text_only))


async def _note(request: Request, action: str, outcome: str) -> None:
    await asyncio.to_thread(note, request.services.store, request.session, action, outcome)


async def _staged(request: Request, message: telegram.Message, arrivals: Sequence[Arrival]) -> Upload:
    return await asyncio.to_thread(stage, request.data.admin_services, request.session, message.date.timestamp(), arrivals)


async def _downloaded(sent: telegram.Document | telegram.PhotoSize, name: str) -> Arrival:
    """A file as Telegram hands it out; why not, where it does not."""
    try:
        content = await (await sent.get_file()).download_as_bytearray()
    except TelegramError as error:
        logger.warning("A file was not handed out: %s", error)
        return Arrival(name, refusal=Reason(UploadCode.NOT_HANDED_OUT))
    return Arrival(name, suffix_of(name), bytes(content))


async def _fetch_all(request: Request, message: telegram.Message, notice: int, addresses: Sequence[str]) -> None:
    fetched = await fetch_apart(addresses, request.data.admin_services.max_bytes)
    arrivals = [*map(_arrival, addresses, fetched)]
    upload = await _staged(request, message, arrivals)
    for arrival in arrivals:
        await _note(request, f"fetch {arrival.shown}", str(arrival.refusal or "staged"))
    got = sum(arrival.refusal is None for arrival in arrivals)
    report = Message(request.texts.admin.fetched.format(fetched=got, count=len(addresses)))
    await edit(request.bot, request.session.chat, notice, report)
    read_soon(request, upload.token)


def _arrival(address: str, fetched: Fetched) -> Arrival:
    return Arrival(address, refusal=fetched) if isinstance(fetched, Reason) else Arrival(address, fetched.suffix, fetched.content)
