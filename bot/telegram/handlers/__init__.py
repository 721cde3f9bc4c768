"""One module for each topic of conversation, and the order in which they are asked whether an update is theirs."""

from __future__ import annotations

from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, CommandHandler, InlineQueryHandler, MessageHandler, filters

from bot.telegram.context import Context
from bot.telegram.handlers.admin import feedback, gaps, reindex, rejected, status
from bot.telegram.handlers.browsing import about, latest, sources, start_anew
from bot.telegram.handlers.buttons import pressed
from bot.telegram.handlers.following import list_follows, start_following, stop_following
from bot.telegram.handlers.inline import answer_as_guest, offer
from bot.telegram.handlers.membership import group_migrated, membership_changed
from bot.telegram.handlers.question import answer, answer_again
from bot.telegram.handlers.start import explain, start
from bot.telegram.handlers.unsupported import not_text, unknown_command
from bot.telegram.handlers.uploads import ADDRESSES, receive_addresses, receive_file


def handlers() -> list[BaseHandler[Any, Context, Any]]:
    """The first handler that wants an update gets it. Only questions react to edits: an old /reindex must not run again because of one."""
    new = filters.UpdateType.MESSAGE & ~filters.IS_AUTOMATIC_FORWARD
    private = new & filters.ChatType.PRIVATE
    return [
        InlineQueryHandler(offer),
        MessageHandler(filters.UpdateType.GUEST_MESSAGE, answer_as_guest),
        ChatMemberHandler(membership_changed, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(new & filters.StatusUpdate.MIGRATE, group_migrated),
        CommandHandler("start", start, filters=new),
        CommandHandler("help", explain, filters=new),
        CommandHandler("ask", answer, filters=new),
        CommandHandler("new", start_anew, filters=new),
        CommandHandler("latest", latest, filters=new),
        CommandHandler("sources", sources, filters=new),
        CommandHandler("about", about, filters=new),
        CommandHandler("follow", start_following, filters=new),
        CommandHandler("unfollow", stop_following, filters=new),
        CommandHandler("following", list_follows, filters=new),
        CommandHandler("reindex", reindex, filters=new),
        CommandHandler("status", status, filters=new),
        CommandHandler("rejected", rejected, filters=new),
        CommandHandler("gaps", gaps, filters=new),
        CommandHandler("feedback", feedback, filters=new),
        MessageHandler(private & filters.COMMAND, unknown_command),
        MessageHandler(private & filters.Regex(ADDRESSES), receive_addresses),
        MessageHandler(private & filters.Document.ALL, receive_file),
        MessageHandler(new & filters.TEXT, answer),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, answer_again),
        MessageHandler(private & filters.ATTACHMENT, not_text),
        CallbackQueryHandler(pressed),
    ]
