"""What is new for those who follow something, from its finding to its arrival. A front end sends it, and decides how fast all goes."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from datetime import tzinfo

from bot.conversation.digest import Digest, Place, pack
from bot.conversation.following import quiet_hours
from bot.conversation.news import News, Overtaken, current_version, find, news_of_current_version
from bot.conversation.services import Services
from bot.store.follows import Subject
from bot.store.pushes import Find
from corpus.errors import ParkQAError
from retrieval.errors import QuestionRefused

logger = logging.getLogger(__name__)


class NewsFeed:
    """Goes once through each index version, and hands out what it brings. Every method raises StoreUnavailable and IndexUnavailable."""

    def __init__(self, services: Services, zone: tzinfo, clock: Callable[[], float] = time.time) -> None:
        """By the clock of `zone` the quiet hours are reckoned."""
        self._services = services
        self._zone = zone
        self._clock = clock
        self._looked_through = ""
        """The version that holds no more news."""

    def is_behind(self) -> bool:
        """Whether the version in use was not looked through yet."""
        return current_version(self._services) != self._looked_through

    def look_through(self) -> Iterator[None]:
        """Find what the version in use brings to each subject that is followed, a step at a time, so that others may come in between.

        Nothing is noted before the last step is done.
        """
        services = self._services
        news = news_of_current_version(services)
        yield
        found: list[tuple[int, Find]] = []
        try:
            for subject, follows in services.store.follows.by_subject().items() if news.articles else ():
                finds = self._find(news, subject)
                found += ((follow, each) for follow in follows for each in finds)
                yield
        except Overtaken:
            logger.info("Version %s was replaced while it was looked through", news.version)
            return
        services.store.pushes.settle(news.unseen, found)
        self._looked_through = news.version
        if news.articles:
            logger.info("Version %s brings %d new articles; %d quotes of them are to be sent", news.version, len(news.articles), len(found))

    def due(self) -> list[Place]:
        """Where something waits and nobody is asleep."""
        waiting = self._services.store.pushes.waiting_places()
        return [place for place in waiting if not quiet_hours(self._services, place[0]).holds_at(self._clock(), self._zone)]

    def take(self, place: Place) -> Digest | None:
        """Everything that waits for a place, from now on being sent; None where nothing of it is worth telling any more."""
        pushes = self._services.store.pushes
        waiting = pushes.waiting_for(*place)
        digest = pack(self._services, place, waiting)
        if digest is None:
            pushes.done([push.number for push in waiting])
            return None
        self._services.store.answers.keep(digest.shown)
        pushes.begin(digest.pushes)
        return digest

    def delivered(self, digest: Digest, message: int | None = None) -> None:
        """It has arrived, as the message of this number where messages have one."""
        self.drop(digest)
        if message is not None:
            self._services.store.answers.sent(digest.shown.token, message)

    def put_back(self, digest: Digest) -> None:
        """It has certainly not arrived, and will be handed out again."""
        self._services.store.pushes.put_back(digest.pushes)

    def drop(self, digest: Digest) -> None:
        """It is not handed out again."""
        self._services.store.pushes.done(digest.pushes)

    def _find(self, news: News, subject: Subject) -> list[Find]:
        try:
            return find(self._services, news, subject)
        except QuestionRefused as error:
            logger.warning("A followed question is not asked: %s", error)
            return []
        except (ParkQAError, Overtaken):
            raise
        except Exception:  # a question that no answer can be worked out for must not keep the news from all others
            logger.exception("A followed question could not be asked")
            return []
