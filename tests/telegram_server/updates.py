"""What waits for the bot to fetch it."""

from __future__ import annotations

from itertools import count

from telegram.constants import UpdateType

from tests.telegram_server.news import News
from tests.telegram_server.wire import Json

EVERY_KIND = {str(kind.value) for kind in UpdateType}
DEFAULT_KINDS = EVERY_KIND - {"chat_member", "message_reaction", "message_reaction_count"}


class Updates:
    """The queue, and the kinds of updates that the bot has asked for."""

    def __init__(self, news: News) -> None:
        self.pending: dict[int, Json] = {}
        self.kinds = set(DEFAULT_KINDS)
        self.left_out: list[Json] = []
        """What the bot did not ask for and therefore never hears of."""
        self._news = news
        self._numbers = count(1000)

    def add(self, content: Json) -> None:
        """Put an update of any content into the queue."""
        number = next(self._numbers)
        self.pending[number] = {"update_id": number} | content
        self._news.tell()

    def add_if_asked_for(self, kind: str, body: Json) -> bool:
        """Put an update into the queue if the bot wants this kind; whether it does."""
        if kind in self.kinds:
            self.add({kind: body})
            return True
        self.left_out.append({kind: body})
        return False

    def choose_kinds(self, kinds: list[str] | None) -> None:
        """Remember allowed_updates: None leaves them as they are, an empty list means the usual ones."""
        if kinds is not None:
            self.kinds = set(kinds) or set(DEFAULT_KINDS)

    def confirm(self, offset: int) -> None:
        """Forget what lies before an offset; a negative one counts from the end."""
        first = offset if offset >= 0 else min(sorted(self.pending)[offset:], default=0)
        for number in [number for number in self.pending if number < first]:
            del self.pending[number]
        self._news.tell()

    def first(self, limit: int) -> list[Json]:
        return [self.pending[number] for number in sorted(self.pending)][:limit]
