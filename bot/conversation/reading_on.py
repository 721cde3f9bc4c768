"""Reading on from an answer: more quotes, what stands around one, where it comes from, and its whole article.

A card is a message of its own; the buttons on a card change that card.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.conversation.action import Action, below_answer
from bot.conversation.article_views import article_page, as_file, facts
from bot.conversation.deep_link import payload
from bot.conversation.excerpt import excerpt, pages, surroundings
from bot.conversation.keyboards import MoreQuotes, NearestQuotes, OfAnswer, ShowContext, ShowSource, again_button, picture_button
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.errors import StoreUnavailable
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import quote_address
from bot.messages.rendering import display_title, render_quotes, source_of
from bot.messages.utf16 import utf16_length
from bot.store.answers import ShownAnswer, new_token
from bot.store.topics import Topic
from bot.texts.wording import Texts
from corpus.article import Article
from corpus.language.span import Span
from retrieval.ranking.quote import Quote

logger = logging.getLogger(__name__)

CONTEXT_LENGTH = 250
"""Characters on each side of a quote at first; each press on "wider" adds as many."""
WIDEST = 5
NAMED_ALSO_IN = 5
LONGEST_COPY = 256
"""UTF-16 code units that Telegram puts on the clipboard."""


@dataclass(frozen=True, slots=True)
class ReadArticle(OfAnswer):
    """Shows a page of a quote's article."""

    name = "page"
    quote: int
    page: int


@dataclass(frozen=True, slots=True)
class SendArticle(OfAnswer):
    """Sends a quote's article as a file."""

    name = "send"
    quote: int


def more(services: Services, session: Session, shown: ShownAnswer, data: MoreQuotes) -> Response:
    """Further quotes. Raises Expired, IndexUnavailable."""
    texts = services.texts(session, shown.typed)
    kept, further = len(shown.quotes or ()), data.first + services.quotes
    left = kept > further
    heading, cut = texts.more_quotes, ""
    if shown.listed:
        heading = texts.comparing.listed_on.format(first=data.first + 1, last=min(further, kept), count=shown.listed)
        cut = texts.comparing.listed_cut.format(count=kept) if kept < shown.listed and not left else ""
    message = render_quotes(_quotes(services, shown, data.first), texts, heading, cut)
    return Response(send=message.with_buttons([Button(texts.button_more, callback_data=MoreQuotes(shown.token, further))] if left else []))


def nearest(services: Services, session: Session, shown: ShownAnswer, _: NearestQuotes) -> Response:
    """The quotes that came nearest to a question that none answers. Raises Expired, IndexUnavailable."""
    texts = services.texts(session, shown.typed)
    return Response(
        send=render_quotes(_quotes(services, shown, 0), texts, texts.wider_quotes).with_buttons(
            [
                Button(texts.button_context, callback_data=ShowContext(shown.token)),
                Button(texts.button_source, callback_data=ShowSource(shown.token)),
            ]
        )
    )


def context(services: Services, session: Session, shown: ShownAnswer, data: ShowContext) -> Response:
    """A card: a quote with what stands before and after it. Raises Expired, IndexUnavailable."""
    card = _context_card(services, session, shown, data)
    return Response(edit=card) if data.in_place else Response(send=card)


def source(services: Services, session: Session, shown: ShownAnswer, data: ShowSource) -> Response:
    """A card: where a quote comes from, and the ways to read its article. Raises Expired, IndexUnavailable."""
    card = _source_card(services, session, shown, data)
    return Response(edit=card) if data.in_place else Response(send=card)


def read(services: Services, session: Session, shown: ShownAnswer, data: ReadArticle) -> Response:
    """A page of a quote's article, in the place of the card before. Raises Expired, IndexUnavailable."""
    quote, texts = services.quote(shown, data.quote), services.texts(session, shown.typed)
    message, page = article_page(quote.article, data.page, texts.page, [Span(quote.start, quote.end)])
    back = Button(texts.button_source, callback_data=ShowSource(shown.token, data.quote, in_place=True))
    return Response(edit=message.with_buttons(page.turning(lambda to: ReadArticle(shown.token, data.quote, to), back)))


def whole(services: Services, session: Session, shown: ShownAnswer, data: SendArticle) -> Response:
    """A quote's article as a text file. Raises Expired, IndexUnavailable."""
    quote, texts = services.quote(shown, data.quote), services.texts(session, shown.typed)
    return Response(file=as_file(quote.article, source_of(quote, texts).text))


def linked_quote(services: Services, session: Session, token: str, number: int) -> Response:
    """The quote that a link leads to, as an answer of this chat that can be gone on from; or that it has expired. Raises ParkQAError."""
    shared, texts = services.store.answers.get(token), services.texts(session)
    try:
        if shared is None:
            raise Expired
        quote = services.quote(shared, number)
    except Expired:
        return Response(send=Message(texts.link_expired))
    heading = texts.linked_quote.format(question=one_line(shared.question, 200))
    message = render_quotes([quote], texts, heading, texts.linked_quote_is)
    try:
        shown = _shared_with(services, session, shared, number)
    except StoreUnavailable as error:  # a quote without buttons is better than none
        logger.warning("%s", error)
        return Response(send=message)
    buttons = [
        Button(texts.button_context, callback_data=ShowContext(shown.token)),
        Button(texts.button_source, callback_data=ShowSource(shown.token)),
        again_button(shown.token, texts),
    ]
    return Response(send=message.with_buttons(buttons), answer=shown.token)


def _shared_with(services: Services, session: Session, shared: ShownAnswer, number: int) -> ShownAnswer:
    """The answer with one quote, as one of the chat that it was shared with. Raises StoreUnavailable."""
    shown = replace(
        shared,
        token=new_token(),
        chat=session.chat,
        asker=session.person,
        question_message=None,
        message=None,
        typed="",
        before=(),
        preceding=None,
        visible=1,
        quotes=(shared.quotes or ())[number : number + 1],
        listed=0,
        created_at=time.time(),
    )
    services.store.answers.keep(shown)
    services.store.topics.set(session.chat, session.person, Topic(shown.question, shown.found, answer=shown.token, seen=1))
    return shown


def _quotes(services: Services, shown: ShownAnswer, first: int) -> list[Quote]:
    """As many quotes as a message holds, without those whose article is gone. Raises Expired where none is left."""
    kept = (shown.quotes or ())[first : first + services.quotes]
    found = []
    for number in range(first, first + len(kept)):
        try:
            found.append(services.quote(shown, number))
        except Expired:
            continue
    if not found:
        raise Expired
    return found


def _context_card(services: Services, session: Session, shown: ShownAnswer, data: ShowContext) -> Message:
    quote, texts = services.quote(shown, data.quote), services.texts(session, shown.typed)
    itself = Span(quote.start, quote.end)
    span, wider_span = (surroundings(quote.article, itself, CONTEXT_LENGTH * (data.width + more)) for more in (1, 2))
    card = join([excerpt(quote.article, span, quote.emphasis or [itself]), source_of(quote, texts)], "\n")
    grows = wider_span != span and data.width < WIDEST
    return card.with_buttons(
        [Button(texts.button_widen, callback_data=ShowContext(shown.token, data.quote, data.width + 1, in_place=True))] if grows else [],
        [
            *_others(shown, data.quote, lambda quote: ShowContext(shown.token, quote, in_place=True), texts),
            Button(texts.button_source, callback_data=ShowSource(shown.token, data.quote)),
            *picture_button(shown, data.quote, texts),
        ],
    )


def _source_card(services: Services, session: Session, shown: ShownAnswer, data: ShowSource) -> Message:
    quote, texts = services.quote(shown, data.quote), services.texts(session, shown.typed)
    article, address = quote.article, quote_address(quote)
    spans = pages(article)
    here = next((place for place, span in enumerate(spans) if span.end > quote.start), 0)
    link = services.link_to(payload(shown.token, data.quote)) if services.link_to else None
    return Message("\n".join(_told_in(services, quote, texts))).with_buttons(
        [Button(texts.button_page, url=address)] if address else [],
        [
            Button(texts.button_read, callback_data=ReadArticle(shown.token, data.quote, here)),
            Button(texts.button_file, callback_data=SendArticle(shown.token, data.quote)),
            *picture_button(shown, data.quote, texts),
        ],
        [
            *_others(shown, data.quote, lambda quote: ShowSource(shown.token, quote, in_place=True), texts),
            _copy_button(quote, texts),
            *([Button(texts.button_link, copy=link)] if link else []),
        ],
    )


def _copy_button(quote: Quote, texts: Texts) -> Button:
    """Puts quote and source on the clipboard; the source alone where both are too long for it."""
    source = source_of(quote, texts).text
    both = f"{quote.text}\n{source}"
    return (
        Button(texts.button_copy_quote, copy=both)
        if utf16_length(both) <= LONGEST_COPY
        else Button(texts.button_copy_source, copy=source[:LONGEST_COPY])
    )


def _told_in(services: Services, quote: Quote, texts: Texts) -> Iterator[str]:
    """The facts of a quote's article, and which others say the same."""
    yield from facts(quote.article, texts)
    for other in _also_in(services, quote):
        yield texts.source_also_in.format(title=display_title(other), publisher=one_line(other.publisher or "", 60))


def _also_in(services: Services, quote: Quote) -> Iterator[Article]:
    with services.answerer.index.open() as (_, snapshot):
        found = [snapshot.article(id_) for id_ in quote.also_in[:NAMED_ALSO_IN]]
    return (article for article in found if article)


def _others(shown: ShownAnswer, quote: int, card_of: Callable[[int], CallbackData], texts: Texts) -> Iterator[Button]:
    """To the same card of the quote before and of the next."""
    if quote:
        yield Button(texts.button_quote_before.format(number=quote), callback_data=card_of(quote - 1))
    if quote + 1 < len(shown.quotes or ()):
        yield Button(texts.button_next_quote.format(number=quote + 2), callback_data=card_of(quote + 1))


ACTIONS: Sequence[Action[Services, Any]] = (
    below_answer(MoreQuotes, more),
    below_answer(NearestQuotes, nearest),
    below_answer(ShowContext, context),
    below_answer(ShowSource, source),
    below_answer(ReadArticle, read),
    below_answer(SendArticle, whole),
)
