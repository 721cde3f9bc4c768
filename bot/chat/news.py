"""What is new for somebody at a terminal: looked for between two lines, since nothing can be shown while somebody types."""

from __future__ import annotations

import time
from datetime import tzinfo

from bot.dialogue.delivery import pack, places_due
from bot.dialogue.desk import Desk
from bot.dialogue.news import Overtaken, current_version, find, look
from bot.messages.message import Message


class NewsStand:
    """Looks once through each index version that appears while something is followed."""

    def __init__(self, desk: Desk, zone: tzinfo) -> None:
        self._desk = desk
        self._zone = zone
        """By whose clock the quiet hours are reckoned."""
        self._looked_through = ""

    def latest(self) -> list[Message]:
        """What has not been told yet, outside the quiet hours. Raises ParkQAError."""
        if self._desk.store.follows.by_subject() and current_version(self._desk) != self._looked_through:
            self._look_through()
        return [message for place in places_due(self._desk, time.time(), self._zone) if (message := self._taken(*place))]

    def _look_through(self) -> None:
        news = look(self._desk)
        follows = self._desk.store.follows.by_subject() if news.articles else {}
        try:
            found = [(number, each) for subject in follows for each in find(self._desk, news, subject) for number in follows[subject]]
        except Overtaken:  # the next line comes soon
            return
        self._desk.store.pushes.settle(news.unseen, found)
        self._looked_through = news.version

    def _taken(self, chat: int, thread: int | None) -> Message | None:
        parcel, store = pack(self._desk, (chat, thread)), self._desk.store
        if parcel.shown:
            store.answers.keep(parcel.shown)
        store.pushes.done(parcel.pushes)
        return parcel.message
