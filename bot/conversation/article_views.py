"""What an article looks like in a chat: its facts, its pages, and a file of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.conversation.excerpt import excerpt, pages
from bot.conversation.response import Attachment
from bot.conversation.services import Expired
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message, join
from bot.messages.one_line import one_line
from bot.messages.rendering import display_title
from bot.texts.wording import Texts
from corpus.article import Article
from corpus.language.span import Span

FILE_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Page:
    """One of several faces of a message, and which one it is, from 0."""

    message: Message
    place: int
    count: int

    def turning(self, to: Callable[[int], CallbackData], *between: Button) -> Iterator[Button]:
        """Buttons to the page before and the page after, and others between them; `to` is the callback data that turns to a place."""
        if self.place:
            yield Button(f"‹ {self.place}", callback_data=to(self.place - 1))
        yield from between
        if self.place + 1 < self.count:
            yield Button(f"{self.place + 2} ›", callback_data=to(self.place + 1))


def facts(article: Article, texts: Texts) -> Iterator[str]:
    """Title, publisher, date, parks and length, a line each, as far as they are known."""
    yield texts.source_title.format(title=display_title(article))
    if article.publisher:
        yield texts.source_publisher.format(publisher=one_line(article.publisher, 100))
    if article.published:
        yield texts.source_date.format(date=article.published.isoformat())
    if article.parks:
        yield texts.source_parks.format(parks=texts.comma.join(one_line(park, 40) for park in article.parks))
    yield texts.source_length.format(characters=len(article.text))


def page_of(article: Article, place: int, heading: str, bold: Sequence[Span] = ()) -> Page:
    """A page of an article under a heading with {title}, {page} and {pages}. Raises Expired where it has no such page."""
    spans = pages(article)
    if place >= len(spans):
        raise Expired
    said = heading.format(title=display_title(article), page=place + 1, pages=len(spans))
    return Page(join([Message(said), excerpt(article, spans[place], bold)], "\n\n"), place, len(spans))


def as_file(article: Article, caption: str) -> Attachment:
    """The whole article as a text file."""
    return Attachment(f"{_file_name(article)}.txt", _as_text(article).encode(), caption)


def _file_name(article: Article) -> str:
    """A name that every file system takes."""
    return one_line("".join(" " if char in '\\/:*?"<>|.' else char for char in display_title(article)), FILE_NAME_LENGTH)


def _as_text(article: Article) -> str:
    published = article.published.isoformat() if article.published else None
    return "\n".join([*filter(None, (article.title, article.publisher, published, article.url)), "", article.text, ""])
