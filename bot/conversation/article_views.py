"""What an article looks like in a chat: its facts, its pages, and a file of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.conversation.excerpt import excerpt, pages
from bot.conversation.pager import ListPage, page_of
from bot.conversation.response import Attachment
from bot.messages.message import Message, join
from bot.messages.one_line import one_line
from bot.messages.rendering import display_title
from bot.texts.wording import Texts
from corpus.article import Article
from corpus.language.span import Span

FILE_NAME_LENGTH = 60


def facts(article: Article, texts: Texts) -> Iterator[str]:
    """Title, publisher, date, parks and length, a line each, as far as they are known."""
    yield texts.source_title.format(title=display_title(article))
    if article.publisher:
        yield texts.source_publisher.format(publisher=one_line(article.publisher, 100))
    if article.published:
        yield texts.source_date.format(date=article.published.isoformat())
    if article.parks:
        yield texts.source_parks.format(parks=texts.comma.join(one_line(park, 40) for park in article.parks))
    if article.recognised:
        yield texts.source_recognised.format(pages=texts.comma.join(map(str, article.recognised_pages(0, len(article.text)))))
    yield texts.source_length.format(characters=len(article.text))


def article_page(article: Article, number: int, heading: str, bold: Sequence[Span] = ()) -> tuple[Message, ListPage[Span]]:
    """A page of an article under a heading with {title}, {page} and {pages}. Raises Expired where it has no such page."""
    page = page_of(pages(article), number, 1)
    above = Message(heading.format(title=display_title(article), page=number + 1, pages=page.count))
    return join([above, *(excerpt(article, span, bold) for span in page.things)], "\n\n"), page


def as_file(article: Article, caption: str) -> Attachment:
    """The whole article as a text file."""
    return Attachment(f"{_file_name(article)}.txt", _as_text(article).encode(), caption)


def _file_name(article: Article) -> str:
    """A name that every file system takes."""
    return one_line("".join(" " if char in '\\/:*?"<>|.' else char for char in display_title(article)), FILE_NAME_LENGTH)


def _as_text(article: Article) -> str:
    published = article.published.isoformat() if article.published else None
    return "\n".join([*filter(None, (article.title, article.publisher, published, article.url)), "", article.text, ""])
