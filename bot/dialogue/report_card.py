"""One report on a card: what it is, how it begins, and the ways to read on. No question led to it, so nothing in it is marked."""

from __future__ import annotations

from bot.dialogue.article_views import as_file, facts, page_of
from bot.dialogue.contents import key
from bot.dialogue.desk import Desk, Expired
from bot.dialogue.excerpt import excerpt
from bot.dialogue.press import Press
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.messages.message import Button, Message, join
from bot.messages.page_link import web_address
from bot.rendering import source_line
from corpus.article import Article
from retrieval.passage import Span
from retrieval.splitter import sentences

OPENING_LENGTH = 300
"""Characters of whole sentences, at least one."""


def report(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """A new card. Raises Expired, IndexUnavailable."""
    return Reaction(send=_card(desk, visitor, _article(desk, pressed)))


def card(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """The card again, in the place of a page. Raises Expired, IndexUnavailable."""
    return Reaction(edit=_card(desk, visitor, _article(desk, pressed)))


def read(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """A page of the report, in the place of the card. Raises Expired, IndexUnavailable."""
    texts = desk.texts(visitor)
    page = page_of(_article(desk, pressed), pressed.number, texts.browsing.page)
    back = Button(texts.button_source, press=str(Press("card", pressed.token)))
    return Reaction(edit=page.message.with_buttons(page.turning(lambda to: Press("read", pressed.token, to), back)))


def file(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """The report as a text file. Raises Expired, IndexUnavailable."""
    article = _article(desk, pressed)
    return Reaction(file=as_file(article, source_line(article, None).text))


def opening(article: Article) -> Message:
    """How a report begins, as a blockquote."""
    first, *further = sentences(article.text)
    end = max([first.end, *(span.end for span in further if span.end - first.start <= OPENING_LENGTH)])
    return excerpt(article, Span(first.start, end), ())


def _article(desk: Desk, pressed: Press) -> Article:
    id_ = desk.contents().by_key.get(pressed.token)
    if id_ is None:
        raise Expired
    return desk.article(id_)


def _card(desk: Desk, visitor: Visitor, article: Article) -> Message:
    texts, address, token = desk.texts(visitor), web_address(article.url), key(article.id)
    return join([Message("\n".join(facts(article, texts))), opening(article)], "\n\n").with_buttons(
        [Button(texts.button_page, url=address)] if address else [],
        [Button(texts.button_read, press=str(Press("read", token))), Button(texts.button_file, press=str(Press("file", token)))],
    )
