"""What is new for somebody at a terminal: looked for between two lines, since nothing can be shown while somebody types."""

from __future__ import annotations

import time
from datetime import tzinfo

from bot.conversation.digest import pack, places_due
from bot.conversation.news import Overtaken, current_version, find, look
from bot.conversation.services import Services
from bot.messages.message import Message


class NewsStand:
    """Looks once through each index version that appears while something is followed."""

    def __init__(self, services: Services, zone: tzinfo) -> None:
        self._services = services
        self._zone = zone
        """By whose clock the quiet hours are reckoned."""
        self._looked_through = ""

    def latest(self) -> list[Message]:
        """What has not been told yet, outside the quiet hours. Raises ParkQAError."""
        if self._services.store.follows.by_subject() and current_version(self._services) != self._looked_through:
            self._look_through()
        return [message for place in places_due(self._services, time.time(), self._zone) if (message := self._taken(*place))]

    def _look_through(self) -> None:
        news = look(self._services)
        follows = self._services.store.follows.by_subject() if news.articles else {}
        try:
            found = [(number, each) for subject in follows for each in find(self._services, news, subject) for number in follows[subject]]
        except Overtaken:  # the next line comes soon
            return
        self._services.store.pushes.settle(news.unseen, found)
        self._looked_through = news.version

    def _taken(self, chat: int, thread: int | None) -> Message | None:
        digest, store = pack(self._services, (chat, thread)), self._services.store
        if digest.shown:
            store.answers.keep(digest.shown)
        store.pushes.done(digest.pushes)
        return digest.message
