"""Which updates the bot wants, and how what a server sends becomes something that can be handled."""

from __future__ import annotations

import json
import logging
from typing import Any

from telegram import Update

logger = logging.getLogger(__name__)

UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.GUEST_MESSAGE,
)
"""The kinds that are subscribed to, by polling and by webhook. Posts of channels are none of them: what they say is not for us."""


def well_formed(payload: bytes) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """JSON without lone surrogates, which it can hold as escapes but which no library, file or index could take. Raises ValueError."""
    text = json.dumps(json.loads(payload.decode("utf-8", "replace")), ensure_ascii=False)
    return json.loads(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def ids_of(update: Update) -> dict[str, int]:
    """What a log line says of an update: its number, and its chat and user as far as it has any."""
    chat, user = update.effective_chat, update.effective_user
    return {"update": update.update_id, **({"chat": chat.id} if chat else {}), **({"user": user.id} if user else {})}


def readable(raw: object) -> dict[str, Any] | None:
    """The update as it came; with nothing but its number where it cannot be read, so that it holds up nobody; None without a number."""
    if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
        logger.warning("Telegram sent an update without a number; it is left out")
        return None
    try:
        Update.de_json(raw, None)
    except Exception as error:
        logger.warning("Update %s cannot be read (%s); it is skipped", raw["update_id"], type(error).__name__)
        return {"update_id": raw["update_id"]}
    return raw
