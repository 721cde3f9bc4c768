"""Questions and their answers."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

import telegram
from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.addressing import question_in
from bot.context import Context, MessageId
from bot.errors import error_text
from bot.message import Message
from bot.rendering import render_answer
from bot.sending import edit, reply
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)

TYPING_AFTER = 0.3
"""Seconds until the chat shows that the bot is typing. Most answers come sooner and need no second request."""


async def answer(update: Update, context: Context) -> None:
    """Answer a message that asks the bot something."""
    message = update.message
    question = question_in(message, context.bot.bot) if message else None
    if message is None or question is None:
        return
    sent = await reply(message, await _answer_while_typing(question, message, context))
    context.data.sent_answers[MessageId(message.chat_id, message.message_id)] = sent.message_id


async def answer_again(update: Update, context: Context) -> None:
    """Change the answer to a question that was edited. Other edits are passed over: they may be years old."""
    message = update.edited_message
    question = question_in(message, context.bot.bot) if message else None
    answered = context.data.sent_answers.get(MessageId(message.chat_id, message.message_id)) if message else None
    if message and question and answered is not None:
        await edit(context.bot, message.chat_id, answered, await _answer(question, message, context))


async def _answer_while_typing(question: str, message: telegram.Message, context: Context) -> Message:
    typing = asyncio.create_task(_type(message))
    try:
        return await _answer(question, message, context)
    finally:
        typing.cancel()


async def _type(message: telegram.Message) -> None:
    await asyncio.sleep(TYPING_AFTER)
    with suppress(TelegramError):  # a courtesy that an older server may not know
        await message.reply_chat_action(ChatAction.TYPING)


async def _answer(question: str, message: telegram.Message, context: Context) -> Message:
    texts = context.data.texts_for(message.from_user, said=question)
    if not question:
        return Message(texts.ask_usage)
    try:
        answered = await asyncio.to_thread(context.data.answerer.ask, question, top=context.data.settings.answer.quotes)
    except ParkQAError as error:
        logger.warning("A question was not answered: %s", error)
        return Message(error_text(error, texts))
    return render_answer(answered, texts)
