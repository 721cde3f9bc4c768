"""Our messages on their way to Telegram."""

from __future__ import annotations

import telegram
from telegram.error import BadRequest

from bot.message import Entity, Message

NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)
"""Telegram would pick one of the linked pages at random and show it larger than the quotes."""


async def reply(to: telegram.Message, message: Message) -> telegram.Message:
    """Answer a message, pointing at it; also when it has been deleted meanwhile."""
    return await to.reply_text(
        message.text,
        entities=[to_telegram(entity) for entity in message.entities],
        link_preview_options=NO_PREVIEW,
        do_quote=True,
        allow_sending_without_reply=True,
    )


async def edit(bot: telegram.Bot, chat_id: int, message_id: int, message: Message) -> None:
    """Change a message of ours. That it says so already, or that somebody has deleted it, is no error."""
    try:
        await bot.edit_message_text(
            message.text,
            chat_id=chat_id,
            message_id=message_id,
            entities=[to_telegram(entity) for entity in message.entities],
            link_preview_options=NO_PREVIEW,
        )
    except BadRequest as error:
        if not any(
            harmless in error.message.lower() for harmless in ("not modified", "message to edit not found", "message can't be edited")
        ):
            raise


def to_telegram(entity: Entity) -> telegram.MessageEntity:
    """Telegram's own type for an entity; the kinds have the same names."""
    return telegram.MessageEntity(entity.kind, entity.offset, entity.length, url=entity.url)
