"""One report on a card: what it is, how it begins, and the ways to read on. No question led to it, so nothing in it is marked."""

from __future__ import annotations

from bot.conversation.article_views import as_file, facts, page_of
from bot.conversation.callback_data import Press
from bot.conversation.excerpt import excerpt
from bot.conversation.holdings import key
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.message import Button, Message, join
from bot.messages.page_link import web_address
from bot.messages.rendering import source_line
from corpus.article import Article
from corpus.language.span import Span
from retrieval.text.splitter import sentences

OPENING_LENGTH = 300
"""Characters of whole sentences, at least one."""


def report(services: Services, session: Session, pressed: Press) -> Response:
    """A new card. Raises Expired, IndexUnavailable."""
    return Response(send=_card(services, session, _article(services, pressed)))


def card(services: Services, session: Session, pressed: Press) -> Response:
    """The card again, in the place of a page. Raises Expired, IndexUnavailable."""
    return Response(edit=_card(services, session, _article(services, pressed)))


def read(services: Services, session: Session, pressed: Press) -> Response:
    """A page of the report, in the place of the card. Raises Expired, IndexUnavailable."""
    texts = services.texts(session)
    page = page_of(_article(services, pressed), pressed.number, texts.browsing.page)
    back = Button(texts.button_source, press=str(Press("card", pressed.token)))
    return Response(edit=page.message.with_buttons(page.turning(lambda to: Press("read", pressed.token, to), back)))


def file(services: Services, session: Session, pressed: Press) -> Response:
    """The report as a text file. Raises Expired, IndexUnavailable."""
    article = _article(services, pressed)
    return Response(file=as_file(article, source_line(article, None).text))


def opening(article: Article) -> Message:
    """How a report begins, as a blockquote."""
    first, *further = sentences(article.text)
    end = max([first.end, *(span.end for span in further if span.end - first.start <= OPENING_LENGTH)])
    return excerpt(article, Span(first.start, end), ())


def _article(services: Services, pressed: Press) -> Article:
    id_ = services.holdings().by_key.get(pressed.token)
    if id_ is None:
        raise Expired
    return services.article(id_)


def _card(services: Services, session: Session, article: Article) -> Message:
    texts, address, token = services.texts(session), web_address(article.url), key(article.id)
    return join([Message("\n".join(facts(article, texts))), opening(article)], "\n\n").with_buttons(
        [Button(texts.button_page, url=address)] if address else [],
        [Button(texts.button_read, press=str(Press("read", token))), Button(texts.button_file, press=str(Press("file", token)))],
    )
