"""From an answer to the message that shows it. Pure: no front end is imported here.

A quote is a blockquote whose text is exactly its span of the article; the words that answer are bold, or where they are not known the
answering sentence, unless it is all of the quote. Under it stands the source. A message that would grow beyond Telegram's limits loses its
last quotes, or a quote loses whole sentences at its ends; nothing is ever left out inside one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.messages.hints import earlier_line, hint_for, hint_of_sides
from bot.messages.message import Entity, EntityKind, Message, join
from bot.messages.missing_line import missing_line
from bot.messages.one_line import one_line
from bot.messages.page_link import quote_address, web_address
from bot.messages.scope_line import scope_line
from bot.messages.side_line import scopes_differ, side_line
from bot.messages.understanding import understood_line
from bot.messages.utf16 import utf16_length
from bot.texts.wording import Texts
from corpus.article import Article
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.ranking.quote import Quote
from retrieval.ranking.scope import Scope
from retrieval.text.splitter import sentences

MAX_TEXT = 4096
"""UTF-16 code units that Telegram takes in one message."""
MAX_ENTITIES = 100
"""Entities that Telegram shows in one message; it ignores the ones after."""
MAX_BOLD = 30
"""Emphasised spans in one quote, so that three quotes stay below `MAX_ENTITIES`."""
FOLDED_FROM = 400
FURTHER_FOLDED_FROM = 150
"""UTF-16 code units from which the first quote is folded: Telegram then shows its first lines, and the rest on a tap. The others are folded
earlier: the first is what most people read."""
SIDE_LINE, ABOVE_SIDES = 120, 400
"""UTF-16 code units that the line above a side of a comparison takes at most, and those above all sides."""
TITLE_LENGTH = 120
NEAREST = 3
"""How many titles a message names when nothing was found."""


def render_answer(answer: Answer, texts: Texts, heading: str = "") -> Message:
    """One message: the quotes, best first, and what to mind; or that nothing was found, what was understood and what came nearest.

    `heading` is a line that goes before.
    """
    if answer.compared:
        return _below(heading, _compared(answer, texts))
    if not (answer.found and answer.quotes):
        return _below(heading, _nothing_found(answer, texts))
    return render_quotes(answer.quotes, texts, "\n".join(filter(None, (heading, listed_line(answer, texts)))), hint_for(answer, texts))


def listed_line(answer: Answer, texts: Texts) -> str:
    """How many reports there are, where all were asked for; empty where an answer was."""
    return texts.comparing.listed.format(count=answer.listed) if answer.listed else ""


def render_quotes(quotes: Sequence[Quote], texts: Texts, heading: str = "", hint: str = "", room: int = MAX_TEXT) -> Message:
    """As many of the quotes as `room` takes, each above its source, between a heading and a hint where there are any."""
    room -= sum(utf16_length(line) + 2 for line in (heading, hint) if line)
    message = Message("")
    for quote in quotes:
        folded_from = FURTHER_FOLDED_FROM if message.text else FOLDED_FROM
        block = _quote(quote, texts, room - utf16_length(message.text) - 2, folded_from)
        if block is None or len(message.entities) + len(block.entities) > MAX_ENTITIES:
            break
        message = join([message, block], "\n\n") if message.text else block
    return _below(heading, join([message, Message(hint)], "\n\n") if hint else message)


def _compared(answer: Answer, texts: Texts) -> Message:
    """Each side below its name, so that its quotes need not say again of what they are; each gets as much room as the others."""
    room = (MAX_TEXT - ABOVE_SIDES) // len(answer.sides) - SIDE_LINE
    blocks = [] if answer.found else [Message(_incomplete(answer, texts))]
    of_scope = scopes_differ(answer.sides)
    for side in answer.sides:
        quotes = render_quotes([replace(quote, scope=Scope()) for quote in side.quotes], texts, room=room)
        blocks.append(join([Message(side_line(side, texts, of_scope=of_scope)), *([quotes] if quotes.text else [])], "\n"))
    blocks += [Message(line) for line in (earlier_line(answer, texts), hint_of_sides(answer.sides, texts)) if line]
    return join(blocks, "\n\n")


def _incomplete(answer: Answer, texts: Texts) -> str:
    compared = not any(side.thing for side in answer.sides)
    return texts.comparing.incomplete if compared else texts.comparing.incomplete_parts


def _below(heading: str, message: Message) -> Message:
    return join([Message(heading), message], "\n\n") if heading else message


def _quote(quote: Quote, texts: Texts, room: int, folded_from: int) -> Message | None:
    """A quote and its source in at most `room` UTF-16 code units; None where not even the answering sentence fits."""
    source, of = source_of(quote, texts), scope_line(quote, texts)
    span = _fitting(quote, room - utf16_length(source.text) - utf16_length(of) - 2)
    if span is None:
        return None
    text = quote.article.text[span.start : span.end]
    length = utf16_length(text)
    kind: EntityKind = "expandable_blockquote" if length >= folded_from else "blockquote"
    quoted = Message(text, (Entity(kind, 0, length), *_bold(quote, span)))
    return join([*([Message(of)] if of else []), quoted, source], "\n")


def _fitting(quote: Quote, room: int) -> Span | None:
    """The quote's span, or the longest run of whole sentences around the answering one that takes at most `room`."""

    def fits(start: int, end: int) -> bool:
        return utf16_length(quote.article.text[start:end]) <= room

    if fits(quote.start, quote.end):
        return Span(quote.start, quote.end)
    spans = [Span(quote.start + start, quote.start + end) for start, end in sentences(quote.text)]
    answering = quote.emphasis[0].start if quote.emphasis else quote.start
    first = last = next((i for i, span in enumerate(spans) if span.end > answering), 0)
    if not spans or not fits(*spans[first]):
        return None
    while True:
        if last + 1 < len(spans) and fits(spans[first].start, spans[last + 1].end):
            last += 1
        elif first > 0 and fits(spans[first - 1].start, spans[last].end):
            first -= 1
        else:
            return Span(spans[first].start, spans[last].end)


def _bold(quote: Quote, span: Span) -> Iterator[Entity]:
    """What is bold inside `span`: neighbours joined, no more than `MAX_BOLD`, offsets from the start of the span."""
    text = quote.article.text
    merged: list[Span] = []
    for emphasised in sorted(_strongest(quote)):
        start, end = max(emphasised.start, span.start), min(emphasised.end, span.end)
        if start < end and merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        elif start < end:
            merged.append(Span(start, end))
    for start, end in merged[:MAX_BOLD]:
        yield Entity("bold", utf16_length(text[span.start : start]), utf16_length(text[start:end]))


def _strongest(quote: Quote) -> tuple[Span, ...]:
    """The words that answer, or else the answering sentence; nothing where all of the quote would be bold."""
    whole = (Span(quote.start, quote.end),)
    return (quote.answer,) if quote.answer else () if quote.emphasis == whole else quote.emphasis


def source_of(quote: Quote, texts: Texts) -> Message:
    """The line below a quote; its title leads to the quoted sentence where the page's address is known."""
    also_in = texts.also_in.format(count=len(quote.also_in)) if quote.also_in else ""
    recognised = texts.recognised if quote.recognised_pages else ""
    return below_quote(source_line(quote.article, quote_address(quote), also_in, recognised))


def below_quote(source: Message) -> Message:
    """A source as it stands below a quote."""
    return join([Message("— "), source], "")


def source_line(article: Article, address: str | None, *further: str) -> Message:
    """Title, publisher and date, as far as they are known, and what else there is; the title leads to the address where there is one."""
    details = [one_line(article.publisher or "", TITLE_LENGTH), article.published.isoformat() if article.published else "", *further]
    return join([_title(article, address), Message("".join(f" · {detail}" for detail in details if detail))], "")


def display_title(article: Article) -> str:
    """What to call an article in one line."""
    names = (one_line(name, TITLE_LENGTH) for name in (article.title or "", article.heading, article.id))
    return next(filter(None, names), "…")


def _title(article: Article, address: str | None) -> Message:
    title = display_title(article)
    return Message(title, (Entity("text_link", 0, utf16_length(title), address),) if address else ())


def _nothing_found(answer: Answer, texts: Texts) -> Message:
    articles = list({quote.article.id: quote.article for quote in answer.quotes}.values())[:NEAREST]
    in_english = answer.question.in_english
    understood = understood_line(answer.understood, texts, in_english=in_english)
    parts = [Message("\n".join(filter(None, (missing_line(answer.missing, texts, in_english=in_english), understood))))]
    if articles:
        named = (below_quote(source_line(article, web_address(article.url))) for article in articles)
        parts.append(join([Message(texts.nearest), *named], "\n"))
    return join(parts, "\n\n")
