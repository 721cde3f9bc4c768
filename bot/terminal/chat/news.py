"""What is new for somebody at a terminal: looked for between two lines, since nothing can be shown while somebody types."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from bot.conversation.news_feed import NewsFeed
from bot.messages.message import Message


def latest_news(feed: NewsFeed) -> Iterator[Message]:
    """What has not been told yet, outside the quiet hours. Raises ParkQAError."""
    if feed.is_behind():
        deque(feed.look_through(), maxlen=0)
    for place in feed.due():
        if digest := feed.take(place):
            yield digest.message
            feed.delivered(digest)
