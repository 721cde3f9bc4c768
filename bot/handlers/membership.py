"""Chats come and go: the bot is blocked or removed, and a group becomes a supergroup with another number."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from telegram import Update
from telegram.constants import ChatMemberStatus

from bot.context import Context
from bot.errors import StoreUnavailable

logger = logging.getLogger(__name__)

GONE = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}
"""In a private chat: the user has blocked the bot."""


async def membership_changed(update: Update, context: Context) -> None:
    """Notice that the bot may no longer speak in a chat."""
    change = update.my_chat_member
    if change and change.new_chat_member.status in GONE:
        await chat_gone(change.chat.id, context)


async def group_migrated(update: Update, context: Context) -> None:
    """Notice a group's new number. Both the old and the new chat get such a message; the one in the old chat comes first."""
    message = update.message
    if message and message.migrate_to_chat_id:
        await chat_migrated(message.chat_id, message.migrate_to_chat_id, context)


async def chat_gone(chat_id: int, context: Context) -> None:
    """Stop what the bot does in a chat by itself. Its answers stay: whoever lifts the block finds the buttons as they were."""
    logger.info("Chat %s is closed to the bot", chat_id)
    context.data.metrics.closed()


async def chat_migrated(old: int, new: int, context: Context) -> None:
    """Move what is kept for a chat to its new number. The numbers of its messages are others there."""
    logger.info("Chat %s goes on as %s", old, new)
    with suppress(StoreUnavailable):  # then its old answers cannot be followed up
        await asyncio.to_thread(context.data.desk.store.answers.move_chat, old, new)
