"""Chats come and go: the bot is added, blocked or removed, and a group becomes a supergroup with another number."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

import telegram
from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.conversation.starting_points import first_example
from bot.errors import StoreUnavailable
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.sending import send

logger = logging.getLogger(__name__)

GONE = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}
"""In a private chat: the user has blocked the bot."""


async def membership_changed(update: Update, context: Context) -> None:
    """Greet a group that the bot was added to, and notice where it may no longer speak."""
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in GONE:
        await chat_gone(change.chat.id, context)
    elif change.old_chat_member.status in GONE and change.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}:
        await _greet(change, context)


async def group_migrated(update: Update, context: Context) -> None:
    """Notice a group's new number. Both the old and the new chat get such a message; the one in the old chat comes first."""
    message = update.message
    if message and message.migrate_to_chat_id:
        await chat_migrated(message.chat_id, message.migrate_to_chat_id, context)


async def _greet(change: telegram.ChatMemberUpdated, context: Context) -> None:
    """Say how to ask here, in the language of whoever added the bot."""
    me, data = context.bot.bot, context.data
    session = data.session(change.from_user, change.chat)
    groups = data.services.texts(session).groups
    example = await data.work_queue.run(change.chat.id, first_example, data.services, session.language)
    hears_all = me.can_read_all_group_messages or change.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR
    mentions = (groups.hears_all if hears_all else groups.privacy_mode).format(username=me.username)
    await send(context.bot, change.chat.id, Message(f"{groups.greeting.format(example=example)}\n\n{mentions}"))


async def chat_gone(chat_id: int, context: Context) -> None:
    """Stop what the bot does in a chat by itself. Its answers stay: whoever lifts the block finds the buttons as they were."""
    logger.info("Chat %s is closed to the bot", chat_id)
    context.data.metrics.closed()
    with suppress(StoreUnavailable):  # then the next message that it sends by itself finds the chat closed
        await asyncio.to_thread(context.data.services.store.follows.forget_chat, chat_id)


async def chat_migrated(old: int, new: int, context: Context) -> None:
    """Move what is kept for a chat to its new number. The numbers of its messages are others there."""
    logger.info("Chat %s goes on as %s", old, new)
    store = context.data.services.store
    with suppress(StoreUnavailable):  # then its old answers cannot be followed up
        await asyncio.to_thread(store.answers.move_chat, old, new)
        await asyncio.to_thread(store.follows.move_chat, old, new)
