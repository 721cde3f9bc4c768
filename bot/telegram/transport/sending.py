"""Our messages on their way to Telegram."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import telegram
from telegram.error import BadRequest

from bot.conversation.inline import Result
from bot.conversation.response import Attachment
from bot.messages.message import Button, Buttons, Entity, Message

NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)
"""Telegram would pick one of the linked pages at random and show it larger than the quotes."""
LONGEST_CAPTION = 500
"""Characters; Telegram takes 1024 UTF-16 code units."""


async def send(
    bot: telegram.Bot, chat_id: int, message: Message, *, reply_to: int | None = None, thread: int | None = None
) -> telegram.Message:
    """A message to a chat, to a topic of it where `thread` is given."""
    return await bot.send_message(
        chat_id,
        message.text,
        entities=[to_telegram(entity) for entity in message.entities],
        reply_markup=keyboard(message.buttons),
        link_preview_options=NO_PREVIEW,
        reply_parameters=_pointing_at(reply_to),
        message_thread_id=thread,
    )


async def send_attachment(
    bot: telegram.Bot, chat_id: int, attachment: Attachment, *, reply_to: int | None = None, thread: int | None = None
) -> telegram.Message:
    """A file to a chat."""
    return await bot.send_document(
        chat_id,
        attachment.content,
        caption=attachment.caption[:LONGEST_CAPTION] or None,
        filename=attachment.name,
        reply_parameters=_pointing_at(reply_to),
        message_thread_id=thread,
    )


async def send_picture(
    bot: telegram.Bot, chat_id: int, picture: Attachment, *, reply_to: int | None = None, thread: int | None = None
) -> telegram.Message:
    """A picture to a chat, shown in it."""
    return await bot.send_photo(
        chat_id,
        picture.content,
        caption=picture.caption[:LONGEST_CAPTION] or None,
        filename=picture.name,
        reply_parameters=_pointing_at(reply_to),
        message_thread_id=thread,
    )


async def edit(bot: telegram.Bot, chat_id: int, message_id: int, message: Message) -> None:
    """Change a message of ours. That it says so already, or that somebody has deleted it, is no error."""
    with _harmless():
        await bot.edit_message_text(
            message.text,
            chat_id=chat_id,
            message_id=message_id,
            entities=[to_telegram(entity) for entity in message.entities],
            reply_markup=keyboard(message.buttons),
            link_preview_options=NO_PREVIEW,
        )


async def change_buttons(bot: telegram.Bot, chat_id: int, message_id: int, buttons: Buttons) -> None:
    """Change the buttons below a message of ours; the same exceptions hold."""
    with _harmless():
        await bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id, reply_markup=keyboard(buttons))


def as_result(result: Result) -> telegram.InlineQueryResultArticle:
    """A result that becomes a message when it is chosen."""
    return telegram.InlineQueryResultArticle(
        result.id, result.title, as_content(result.message), url=result.url, description=result.description or None
    )


def as_content(message: Message) -> telegram.InputTextMessageContent:
    """A message that somebody else, or the bot as a guest, brings into a chat."""
    return telegram.InputTextMessageContent(
        message.text, entities=[to_telegram(entity) for entity in message.entities], link_preview_options=NO_PREVIEW
    )


@contextmanager
def _harmless() -> Iterator[None]:
    try:
        yield
    except BadRequest as error:
        if not any(phrase in error.message.lower() for phrase in ("not modified", "message to edit not found", "message can't be edited")):
            raise


def _pointing_at(message_id: int | None) -> telegram.ReplyParameters | None:
    return None if message_id is None else telegram.ReplyParameters(message_id, allow_sending_without_reply=True)


def to_telegram(entity: Entity) -> telegram.MessageEntity:
    """Telegram's own type for an entity; the kinds have the same names."""
    return telegram.MessageEntity(entity.kind, entity.offset, entity.length, url=entity.url)


def keyboard(buttons: Buttons) -> telegram.InlineKeyboardMarkup | None:
    """The buttons below a message; None where there are none."""
    return telegram.InlineKeyboardMarkup([[_to_button(button) for button in row] for row in buttons]) if buttons else None


def _to_button(button: Button) -> telegram.InlineKeyboardButton:
    share = None if button.share is None else telegram.SwitchInlineQueryChosenChat(button.share, True, False, True, True)
    copy = None if button.copy is None else telegram.CopyTextButton(button.copy)
    data = None if button.callback_data is None else str(button.callback_data)
    return telegram.InlineKeyboardButton(
        button.label, url=button.url, callback_data=data, switch_inline_query_chosen_chat=share, copy_text=copy, style=button.style
    )
