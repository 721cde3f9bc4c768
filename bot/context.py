"""What every handler has at hand, with types."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import telegram
from telegram.ext import Application, CallbackContext, ExtBot

from bot.texts import TEXTS, choose_language
from bot.texts.wording import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answerer import Answerer
    from retrieval.config import Settings

REMEMBERED_ANSWERS = 2000


class MessageId(NamedTuple):
    """A message is known by its chat and its number in it."""

    chat: int
    message: int


class SentAnswers:
    """Which message answered which question, for the latest questions, so that an edited question changes its answer."""

    def __init__(self, capacity: int = REMEMBERED_ANSWERS) -> None:
        self._capacity = capacity
        self._answers: OrderedDict[MessageId, int] = OrderedDict()

    def __setitem__(self, question: MessageId, answer: int) -> None:
        self._answers[question] = answer
        if len(self._answers) > self._capacity:
            self._answers.popitem(last=False)

    def get(self, question: MessageId) -> int | None:
        """Number of the answering message in the same chat."""
        return self._answers.get(question)


@dataclass(slots=True)
class BotData:
    """What the bot works with, made once in bot.app."""

    settings: Settings
    answerer: Answerer
    reindex_command: Sequence[str]
    sent_answers: SentAnswers = field(default_factory=SentAnswers)
    reindexing: asyncio.Task[None] | None = None

    def texts_for(self, user: telegram.User | None, said: str = "") -> Texts:
        """The sentences in the language to speak to a user who has just said this."""
        return TEXTS[choose_language(self.settings.bot.language, user.language_code if user else None, said)]

    def is_admin(self, user: telegram.User | None) -> bool:
        """Only the numeric ids in the settings count; anonymous group admins and channels have none of their own."""
        return user is not None and user.id in self.settings.bot.admins


class Context(CallbackContext[ExtBot[int], dict[Any, Any], dict[Any, Any], BotData]):
    """The context of a handler."""

    @property
    def data(self) -> BotData:
        return self.bot_data


ParkQABot = Application[ExtBot[int], Context, dict[Any, Any], dict[Any, Any], BotData, None]
