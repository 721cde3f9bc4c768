"""Reading on from an answer: more quotes, what stands around one, where it comes from, and its whole article.

A card is a message of its own; the buttons on a card change that card.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.conversation.article_views import as_file, facts, page_of
from bot.conversation.callback_data import Press
from bot.conversation.deep_link import payload
from bot.conversation.excerpt import excerpt, pages, surroundings
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.message import Button, Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import quote_address
from bot.messages.rendering import display_title, render_quotes, source_of
from bot.store.answers import ShownAnswer
from bot.texts.wording import Texts
from corpus.article import Article
from corpus.language.span import Span
from retrieval.ranking.quote import Quote

STEP = 16
"""The number in callback data is the quote's, and so many times a page or a width."""
CONTEXT_LENGTH = 250
"""Characters on each side of a quote at first; each press on "wider" adds as many."""
WIDEST = 5
NAMED_ALSO_IN = 5


def more(services: Services, session: Session, shown: ShownAnswer, number: int) -> Response:
    """The quotes from the one of this number on. Raises Expired, IndexUnavailable."""
    texts = services.texts(session, shown.typed)
    message = render_quotes(_quotes(services, shown, number), texts, texts.more_quotes)
    further = number + services.quotes
    left = shown.quotes is not None and len(shown.quotes) > further
    return Response(send=message.with_buttons([_button(texts.button_more, "more", shown, further)] if left else []))


def wider(services: Services, session: Session, shown: ShownAnswer, _: int) -> Response:
    """The quotes that came nearest to a question that none answers. Raises Expired, IndexUnavailable."""
    texts = services.texts(session, shown.typed)
    buttons = [_button(texts.button_context, "context", shown, 0), _button(texts.button_source, "source", shown, 0)]
    return Response(send=render_quotes(_quotes(services, shown, 0), texts, texts.wider_quotes).with_buttons(buttons))


def context(services: Services, session: Session, shown: ShownAnswer, number: int) -> Response:
    """A new card: a quote with what stands before and after it. Raises Expired, IndexUnavailable."""
    return Response(send=_context_card(services, session, shown, number))


def around(services: Services, session: Session, shown: ShownAnswer, number: int) -> Response:
    """The same in the place of the card before. Raises Expired, IndexUnavailable."""
    return Response(edit=_context_card(services, session, shown, number))


def source(services: Services, session: Session, shown: ShownAnswer, number: int) -> Response:
    """A new card: where a quote comes from, and the ways to read its article. Raises Expired, IndexUnavailable."""
    return Response(send=_source_card(services, session, shown, number))


def about(services: Services, session: Session, shown: ShownAnswer, number: int) -> Response:
    """The same in the place of the card before. Raises Expired, IndexUnavailable."""
    return Response(edit=_source_card(services, session, shown, number))


def page(services: Services, session: Session, shown: ShownAnswer, number: int) -> Response:
    """A page of a quote's article, in the place of the card before. Raises Expired, IndexUnavailable."""
    place, number = divmod(number, STEP)
    quote, texts = services.quote(shown, number), services.texts(session, shown.typed)
    turned = page_of(quote.article, place, texts.page, [Span(quote.start, quote.end)])
    back = _button(texts.button_source, "about", shown, number)
    buttons = turned.turning(lambda to: Press("page", shown.token, number + STEP * to), back)
    return Response(edit=turned.message.with_buttons(buttons))


def whole(services: Services, session: Session, shown: ShownAnswer, number: int) -> Response:
    """A quote's article as a text file. Raises Expired, IndexUnavailable."""
    quote, texts = services.quote(shown, number), services.texts(session, shown.typed)
    return Response(file=as_file(quote.article, source_of(quote, texts).text))


def linked_quote(services: Services, session: Session, token: str, number: int) -> Message:
    """The quote that a link leads to, or that it has expired. Raises ParkQAError."""
    shown = services.store.answers.get(token)
    texts = services.texts(session, shown.typed if shown else "")
    try:
        if shown is None:
            raise Expired
        quote = services.quote(shown, number)
    except Expired:
        return Message(texts.link_expired)
    return render_quotes([quote], texts, texts.linked_quote.format(question=one_line(shown.question, 200)))


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


def _context_card(services: Services, session: Session, shown: ShownAnswer, number: int) -> Message:
    width, number = divmod(number, STEP)
    quote, texts = services.quote(shown, number), services.texts(session, shown.typed)
    itself = Span(quote.start, quote.end)
    span, wider_span = (surroundings(quote.article, itself, CONTEXT_LENGTH * (width + more)) for more in (1, 2))
    card = join([excerpt(quote.article, span, [itself]), source_of(quote, texts)], "\n")
    grows = wider_span != span and width < WIDEST
    return card.with_buttons(
        [_button(texts.button_widen, "around", shown, number + STEP * (width + 1))] if grows else [],
        [*_others(shown, "around", number, texts), _button(texts.button_source, "source", shown, number)],
    )


def _source_card(services: Services, session: Session, shown: ShownAnswer, number: int) -> Message:
    quote, texts = services.quote(shown, number), services.texts(session, shown.typed)
    article, address = quote.article, quote_address(quote)
    spans = pages(article)
    here = next((place for place, span in enumerate(spans) if span.end > quote.start), 0)
    link = services.link_to(payload(shown.token, number)) if services.link_to else None
    return Message("\n".join(_told_in(services, quote, texts))).with_buttons(
        [Button(texts.button_page, url=address)] if address else [],
        [_button(texts.button_read, "page", shown, number + STEP * here), _button(texts.button_file, "whole", shown, number)],
        [*_others(shown, "about", number, texts), *([Button(texts.button_link, copy=link)] if link else [])],
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


def _others(shown: ShownAnswer, verb: str, number: int, texts: Texts) -> Iterator[Button]:
    """To the same card of the quote before and of the next."""
    count = len(shown.quotes or ())
    if number:
        yield _button(texts.button_quote_before.format(number=number), verb, shown, number - 1)
    if number + 1 < count:
        yield _button(texts.button_next_quote.format(number=number + 2), verb, shown, number + 1)


def _button(label: str, verb: str, shown: ShownAnswer, number: int) -> Button:
    return Button(label, press=str(Press(verb, shown.token, number)))
