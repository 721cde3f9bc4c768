"""One report on a card: what it is, how it begins, and the ways to read on. No question led to it, so nothing in it is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.action import Action
from bot.conversation.article_views import article_page, as_file, facts
from bot.conversation.excerpt import excerpt
from bot.conversation.holdings import key
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message, join
from bot.messages.page_link import web_address
from bot.messages.rendering import source_line
from corpus.article import Article
from corpus.language.span import Span
from retrieval.text.splitter import sentences

OPENING_LENGTH = 300
"""Characters of whole sentences, at least one."""


@dataclass(frozen=True, slots=True)
class OfReport(CallbackData):
    """About a report that no question led to."""

    report: str
    """Key of the article's id."""


@dataclass(frozen=True, slots=True)
class ShowReport(OfReport):
    """Shows its card."""

    name = "report"
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class ReadReport(OfReport):
    """Shows a page of it."""

    name = "read"
    page: int = 0


@dataclass(frozen=True, slots=True)
class SendReport(OfReport):
    """Sends it as a file."""

    name = "file"


def show(services: Services, session: Session, data: ShowReport) -> Response:
    """A new card, or the card again in the place of a page. Raises Expired, IndexUnavailable."""
    card = _card(services, session, _article(services, data))
    return Response(edit=card) if data.in_place else Response(send=card)


def read(services: Services, session: Session, data: ReadReport) -> Response:
    """A page of the report, in the place of the card. Raises Expired, IndexUnavailable."""
    texts = services.texts(session)
    message, page = article_page(_article(services, data), data.page, texts.browsing.page)
    back = Button(texts.button_source, callback_data=ShowReport(data.report, in_place=True))
    return Response(edit=message.with_buttons(page.turning(lambda to: ReadReport(data.report, to), back)))


def file(services: Services, session: Session, data: SendReport) -> Response:
    """The report as a text file. Raises Expired, IndexUnavailable."""
    article = _article(services, data)
    return Response(file=as_file(article, source_line(article, None).text))


def opening(article: Article) -> Message:
    """How a report begins, as a blockquote."""
    first, *further = sentences(article.text)
    end = max([first.end, *(span.end for span in further if span.end - first.start <= OPENING_LENGTH)])
    return excerpt(article, Span(first.start, end), ())


def _article(services: Services, data: OfReport) -> Article:
    id_ = services.holdings().by_key.get(data.report)
    if id_ is None:
        raise Expired
    return services.article(id_)


def _card(services: Services, session: Session, article: Article) -> Message:
    texts, address, report = services.texts(session), web_address(article.url), key(article.id)
    return join([Message("\n".join(facts(article, texts))), opening(article)], "\n\n").with_buttons(
        [Button(texts.button_page, url=address)] if address else [],
        [Button(texts.button_read, callback_data=ReadReport(report)), Button(texts.button_file, callback_data=SendReport(report))],
    )


ACTIONS: Sequence[Action[Services, Any]] = (
    Action(ShowReport, show),
    Action(ReadReport, read),
    Action(SendReport, file),
)
