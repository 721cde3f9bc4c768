"""What every handler has at hand, with types."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import telegram
from telegram.constants import ChatType
from telegram.ext import Application, CallbackContext, ExtBot

from bot.admin.routes import dispatcher_with_admins
from bot.admin.services import AdminServices
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.session import Session
from bot.monitoring.metrics import Metrics
from bot.telegram.transport.question_limit import Notices, QuestionLimit
from bot.telegram.transport.typing_ahead import Typing
from bot.telegram.transport.work_queue import WorkQueue
from bot.texts import TEXTS, choose_language
from bot.texts.wording import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.conversation.services import Services
    from bot.settings.settings import Settings


ALBUMS = 100
LATER_SECONDS = 3600.0
"""A chat that is told that it has to wait is told so once: Telegram goes on offering the same update."""


@dataclass(slots=True)
class BotData:
    """What the bot works with, made once in bot.telegram.app."""

    settings: Settings
    services: Services
    reindex_command: Sequence[str]
    reindexing: asyncio.Task[Any] | None = None
    """The latest reindex that was begun in a chat, or by the watcher."""
    metrics: Metrics = field(default_factory=Metrics)
    work_queue: WorkQueue = field(default_factory=WorkQueue)
    """Where handlers have everything done that searches."""
    admin_services: AdminServices = field(init=False)
    """What admins' actions work with."""
    dispatcher: Dispatcher = field(init=False)
    """Knows what every command and every button does."""
    question_limit: QuestionLimit = field(init=False)
    busy_notices: Notices = field(default_factory=Notices)
    later_notices: Notices = field(default_factory=lambda: Notices(seconds=LATER_SECONDS))
    typing: Typing = field(default_factory=Typing)
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while files that admins sent are read: one upload at a time."""
    reading_soon: set[str] = field(default_factory=set)
    """Tokens of the uploads that will be read in a moment, with whatever else comes until then."""
    albums: deque[str] = field(default_factory=lambda: deque(maxlen=ALBUMS))
    """The latest ones that were answered: each picture of one is a message of its own."""

    def __post_init__(self) -> None:
        self.question_limit = QuestionLimit(self.settings.bot.questions_per_minute)
        self.admin_services = AdminServices(self.services, self.settings, lambda: self.busy, self.metrics)
        self.dispatcher = dispatcher_with_admins(self.admin_services)

    def is_new_album(self, album: str | None) -> bool:
        """Whether a message of this album is the first, or of none, and so to be answered."""
        if album is None:
            return True
        if album in self.albums:
            return False
        self.albums.append(album)
        return True

    @property
    def busy(self) -> bool:
        """Whether a reindex that the bot has begun is running."""
        return self.reindexing is not None and not self.reindexing.done()

    def texts_for(self, user: telegram.User | None, typed: str = "") -> Texts:
        """The sentences in the language to speak to a user who has just typed this."""
        return TEXTS[choose_language(self.settings.bot.language, user.language_code if user else None, typed)]

    def session(self, user: telegram.User | None, chat: telegram.Chat, typed: str = "", thread: int | None = None) -> Session:
        """Somebody in a chat, in a topic of it, who has just typed this."""
        language = choose_language(self.settings.bot.language, user.language_code if user else None, typed)
        person = user.id if user and not user.is_bot else None  # a bot stands in for anonymous admins and channels
        return Session(person, chat.id, chat.type == ChatType.PRIVATE, language, self.is_admin(user), thread)

    def is_admin(self, user: telegram.User | None) -> bool:
        """Only the numeric ids in the settings count; anonymous group admins and channels share the id of a bot."""
        return user is not None and not user.is_bot and user.id in self.settings.bot.admins


class Context(CallbackContext[ExtBot[int], dict[Any, Any], dict[Any, Any], BotData]):
    """The context of a handler."""

    @property
    def data(self) -> BotData:
        return self.bot_data


ParkQABot = Application[ExtBot[int], Context, dict[Any, Any], dict[Any, Any], BotData, None]
