"""Reading on from an answer: more quotes, what stands around one, where it comes from, and its whole article.

A card is a message of its own; the buttons on a card change that card.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.article_views import as_file, facts, page_of
from bot.dialogue.deep_link import payload
from bot.dialogue.desk import Desk, Expired
from bot.dialogue.excerpt import excerpt, pages, surroundings
from bot.dialogue.press import Press
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.messages.message import Button, Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import quote_address
from bot.rendering import display_title, render_quotes, source_of
from bot.store.answers import ShownAnswer
from bot.texts.wording import Texts
from corpus.article import Article
from retrieval.passage import Span
from retrieval.quote import Quote

STEP = 16
"""The number in callback data is the quote's, and so many times a page or a width."""
CONTEXT_LENGTH = 250
"""Characters on each side of a quote at first; each press on "wider" adds as many."""
WIDEST = 5
NAMED_REPRINTS = 5


def more(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """The quotes from the one of this number on. Raises Expired, IndexUnavailable."""
    texts = desk.texts(visitor, shown.typed)
    message = render_quotes(_quotes(desk, shown, number), texts, texts.more_quotes)
    further = number + desk.quotes
    left = shown.quotes is not None and len(shown.quotes) > further
    return Reaction(send=message.with_buttons([_button(texts.button_more, "more", shown, further)] if left else []))


def wider(desk: Desk, visitor: Visitor, shown: ShownAnswer, _: int) -> Reaction:
    """The quotes that came nearest to a question that none answers. Raises Expired, IndexUnavailable."""
    texts = desk.texts(visitor, shown.typed)
    buttons = [_button(texts.button_context, "context", shown, 0), _button(texts.button_source, "source", shown, 0)]
    return Reaction(send=render_quotes(_quotes(desk, shown, 0), texts, texts.wider_quotes).with_buttons(buttons))


def context(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """A new card: a quote with what stands before and after it. Raises Expired, IndexUnavailable."""
    return Reaction(send=_context_card(desk, visitor, shown, number))


def around(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """The same in the place of the card before. Raises Expired, IndexUnavailable."""
    return Reaction(edit=_context_card(desk, visitor, shown, number))


def source(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """A new card: where a quote comes from, and the ways to read its article. Raises Expired, IndexUnavailable."""
    return Reaction(send=_source_card(desk, visitor, shown, number))


def about(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """The same in the place of the card before. Raises Expired, IndexUnavailable."""
    return Reaction(edit=_source_card(desk, visitor, shown, number))


def page(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """A page of a quote's article, in the place of the card before. Raises Expired, IndexUnavailable."""
    place, number = divmod(number, STEP)
    quote, texts = desk.quote(shown, number), desk.texts(visitor, shown.typed)
    turned = page_of(quote.article, place, texts.page, [Span(quote.start, quote.end)])
    back = _button(texts.button_source, "about", shown, number)
    buttons = turned.turning(lambda to: Press("page", shown.token, number + STEP * to), back)
    return Reaction(edit=turned.message.with_buttons(buttons))


def whole(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """A quote's article as a text file. Raises Expired, IndexUnavailable."""
    quote, texts = desk.quote(shown, number), desk.texts(visitor, shown.typed)
    return Reaction(file=as_file(quote.article, source_of(quote, texts).text))


def linked_quote(desk: Desk, visitor: Visitor, token: str, number: int) -> Message:
    """The quote that a link leads to, or that it has expired. Raises ParkQAError."""
    shown = desk.store.answers.get(token)
    texts = desk.texts(visitor, shown.typed if shown else "")
    try:
        if shown is None:
            raise Expired
        quote = desk.quote(shown, number)
    except Expired:
        return Message(texts.link_expired)
    return render_quotes([quote], texts, texts.linked_quote.format(question=one_line(shown.question, 200)))


def _quotes(desk: Desk, shown: ShownAnswer, first: int) -> list[Quote]:
    """As many quotes as a message holds, without those whose article is gone. Raises Expired where none is left."""
    kept = (shown.quotes or ())[first : first + desk.quotes]
    found = []
    for number in range(first, first + len(kept)):
        try:
            found.append(desk.quote(shown, number))
        except Expired:
            continue
    if not found:
        raise Expired
    return found


def _context_card(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Message:
    width, number = divmod(number, STEP)
    quote, texts = desk.quote(shown, number), desk.texts(visitor, shown.typed)
    itself = Span(quote.start, quote.end)
    span, wider_span = (surroundings(quote.article, itself, CONTEXT_LENGTH * (width + more)) for more in (1, 2))
    card = join([excerpt(quote.article, span, [itself]), source_of(quote, texts)], "\n")
    grows = wider_span != span and width < WIDEST
    return card.with_buttons(
        [_button(texts.button_widen, "around", shown, number + STEP * (width + 1))] if grows else [],
        [*_others(shown, "around", number, texts), _button(texts.button_source, "source", shown, number)],
    )


def _source_card(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Message:
    quote, texts = desk.quote(shown, number), desk.texts(visitor, shown.typed)
    article, address = quote.article, quote_address(quote)
    spans = pages(article)
    here = next((place for place, span in enumerate(spans) if span.end > quote.start), 0)
    link = desk.link_to(payload(shown.token, number)) if desk.link_to else None
    return Message("\n".join(_told_in(desk, quote, texts))).with_buttons(
        [Button(texts.button_page, url=address)] if address else [],
        [_button(texts.button_read, "page", shown, number + STEP * here), _button(texts.button_file, "whole", shown, number)],
        [*_others(shown, "about", number, texts), *([Button(texts.button_link, copy=link)] if link else [])],
    )


def _told_in(desk: Desk, quote: Quote, texts: Texts) -> Iterator[str]:
    """The facts of a quote's article, and where else its story is told."""
    yield from facts(quote.article, texts)
    for reprint in _reprints(desk, quote):
        yield texts.source_reprint.format(title=display_title(reprint), publisher=one_line(reprint.publisher or "", 60))


def _reprints(desk: Desk, quote: Quote) -> Iterator[Article]:
    with desk.answerer.index.open() as (_, snapshot):
        found = [snapshot.article(id_) for id_ in quote.also_in[:NAMED_REPRINTS]]
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
