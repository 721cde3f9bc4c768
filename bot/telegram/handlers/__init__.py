"""One module for each kind of update, and the order in which they are asked whether an update is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, CommandHandler, InlineQueryHandler, MessageHandler, filters

from bot.conversation.dispatcher import Dispatcher
from bot.telegram.context import Context
from bot.telegram.handlers.buttons import pressed
from bot.telegram.handlers.commands import obey, offer_admin_menu
from bot.telegram.handlers.inline import answer_as_guest, offer
from bot.telegram.handlers.membership import group_migrated, membership_changed
from bot.telegram.handlers.question import answer, answer_again
from bot.telegram.handlers.unsupported import not_text, unknown_command
from bot.telegram.handlers.uploads import NAMES_ADDRESS, receive_addresses, receive_file, receive_photo

IN_CHANNELS = ("follow", "unfollow", "following")
"""Commands that whoever may post there can give: what is new then comes as posts."""

Handlers = Sequence[BaseHandler[Any, Context, Any]]


def handlers(dispatcher: Dispatcher) -> dict[int, Handlers]:
    """By group. The first handler of each group that wants an update gets it.

    Only questions react to edits: an old /reindex must not run again because of one.
    """
    new = filters.UpdateType.MESSAGE & ~filters.IS_AUTOMATIC_FORWARD
    private = new & filters.ChatType.PRIVATE
    return {
        0: [
            InlineQueryHandler(offer),
            MessageHandler(filters.UpdateType.GUEST_MESSAGE, answer_as_guest),
            ChatMemberHandler(membership_changed, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(new & filters.StatusUpdate.MIGRATE, group_migrated),
            CommandHandler(IN_CHANNELS, obey, filters=filters.UpdateType.CHANNEL_POST),
            CommandHandler("ask", answer, filters=new),
            CommandHandler(dispatcher.commands, obey, filters=new),
            MessageHandler(private & filters.COMMAND, unknown_command),
            MessageHandler(private & NAMES_ADDRESS, receive_addresses),
            MessageHandler(private & filters.Document.ALL, receive_file),
            MessageHandler(private & filters.PHOTO, receive_photo),
            MessageHandler(new & (filters.TEXT | filters.CAPTION), answer),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE & (filters.TEXT | filters.CAPTION), answer_again),
            MessageHandler(private & filters.ATTACHMENT, not_text),
            CallbackQueryHandler(pressed),
        ],
        1: [CommandHandler("start", offer_admin_menu, filters=new)],
    }
