"""Which updates the bot wants, and how what a server sends becomes something that can be handled."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from inspect import Parameter, signature
from typing import Any

from telegram import Bot, TelegramObject, Update

from bot.store.inbox import Arrived

logger = logging.getLogger(__name__)

UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.GUEST_MESSAGE,
)
"""The kinds that are subscribed to, by polling and by webhook. Of posts in channels only commands are for us."""


ENVELOPE = "content"
"""A field that no update of Telegram has; in it the text of one passes through the library."""
_END_OF_NUMBERS = 1 << 63
"""No file could keep a greater number."""


class UnreadableUpdate(Exception):
    """The library cannot make sense of an update; the message says why."""


def well_formed(payload: bytes) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """JSON without lone surrogates, which it can hold as escapes but which no library, file or index could take.

    Raises ValueError, also where it is nested too deep.
    """
    try:
        text = json.dumps(json.loads(payload.decode("utf-8", "replace")), ensure_ascii=False)
        return json.loads(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def ids_of(update: Update) -> dict[str, int]:
    """What a log line says of an update: its number, and its chat and user as far as it has any."""
    chat, user = update.effective_chat, update.effective_user
    return {"update": update.update_id, **({"chat": chat.id} if chat else {}), **({"user": user.id} if user else {})}


def arrived(raw: object) -> Arrived | None:
    """An update as it came; None for what has no number that Telegram could have given."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < _END_OF_NUMBERS:
        logger.warning("Telegram sent an update without a number; it is left out")
        return None
    return Arrived(number, json.dumps(raw, ensure_ascii=False))


def read(content: str, bot: Bot | None) -> Update:
    """The update that a text is, as the library sees it. Raises UnreadableUpdate, whatever the text holds."""
    try:
        update = Update.de_json(json.loads(content), bot)
        if not all(isinstance(number, int) and abs(number) < _END_OF_NUMBERS for number in ids_of(update).values()):
            raise TypeError("a chat or user whose id is no number")
        if missing := next(_missing(update), None):
            raise TypeError(f"without {missing}")
    except Exception as error:  # the library's own assumptions are many, and what is sent to a bot is anybody's choice
        raise UnreadableUpdate(f"{type(error).__name__}: {error}") from error
    return update


def _missing(update: Update) -> Iterator[str]:
    """What an update, or a part of it, must have and has not; the library does not look."""
    content: TelegramObject | None = next((part for kind in UPDATES if (part := getattr(update, kind)) is not None), None)
    for part in (content, *_parts(content)) if content else ():
        yield from (f"{type(part).__name__}.{name}" for name in _required(type(part)) if getattr(part, name, "") is None)


def _parts(content: TelegramObject) -> Iterator[TelegramObject]:
    return (part for name in signature(type(content)).parameters if isinstance(part := getattr(content, name, None), TelegramObject))


def _required(kind: type[TelegramObject]) -> Sequence[str]:
    return [name for name, parameter in signature(kind).parameters.items() if parameter.default is Parameter.empty]


def opened(update: Update) -> Arrived:
    """What came in an envelope."""
    return Arrived(update.update_id, update.api_kwargs[ENVELOPE])
