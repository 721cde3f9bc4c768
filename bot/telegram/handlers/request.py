"""Something that somebody wrote or pressed, with everything that answering it takes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

import telegram
from telegram import Update

from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.context import BotData, Context
from bot.telegram.transport import sending
from bot.telegram.transport.addressing import written_in
from bot.texts.wording import Texts

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """An update that is being answered."""

    update: Update
    context: Context
    session: Session
    message: int
    """Number of the message that is replied to: theirs, or ours whose button they pressed."""
    ours: int | None = None
    """Number of the message of ours that changes, where one may."""

    @property
    def bot(self) -> telegram.Bot:
        return self.context.bot

    @property
    def me(self) -> telegram.User:
        return self.context.bot.bot

    @property
    def data(self) -> BotData:
        return self.context.data

    @property
    def services(self) -> Services:
        return self.data.services

    @property
    def texts(self) -> Texts:
        return self.services.texts(self.session)

    async def in_turn(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What a function returns or raises, in a thread, when it is this chat's turn. Raises QueueFull instead of waiting for ever."""
        return await self.data.work_queue.run(self.session.chat, function, *args, **kwargs)

    async def reply(self, message: Message) -> int:
        """Send a message, pointing at the one that is replied to; its number."""
        sent = await sending.send(self.bot, self.session.chat, message, reply_to=self.message, thread=self.session.thread)
        return sent.message_id

    def go_on(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do long work in the background, while other updates are answered."""
        return self.context.application.create_task(work, self.update)


def request_of(message: telegram.Message, update: Update, context: Context) -> Request:
    """What somebody has written."""
    session = context.data.session(message.from_user, message.chat, written_in(message) or "", thread_of(message))
    return Request(update, context, session, message.message_id)


def thread_of(message: telegram.MaybeInaccessibleMessage) -> int | None:
    """The topic that a message is in."""
    return message.message_thread_id if isinstance(message, telegram.Message) and message.is_topic_message else None
