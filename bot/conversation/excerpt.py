"""A piece of an article around a quote, as a blockquote: verbatim, the quote bold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.messages.message import Entity, Message
from bot.messages.utf16 import index_of, utf16_length
from corpus.article import Article
from corpus.language.span import Span
from retrieval.text.splitter import sentences

PAGE_LENGTH = 1200
"""Characters of an article on one page."""
LONGEST = 3500
"""UTF-16 code units of an excerpt; Telegram takes 4096 in a message, and a heading or a source goes with it."""


def excerpt(article: Article, span: Span, bold: Sequence[Span]) -> Message:
    """The span, or as much of its beginning as a message takes, as a blockquote; the parts of `bold` that lie in it bold."""
    span = Span(span.start, index_of(article.text[span.start : span.end], LONGEST) + span.start)
    text = article.text[span.start : span.end]
    entities = [Entity("blockquote", 0, utf16_length(text))]
    for part in bold:
        start, end = max(part.start, span.start), min(part.end, span.end)
        if start < end:
            entities.append(Entity("bold", utf16_length(article.text[span.start : start]), utf16_length(article.text[start:end])))
    return Message(text, tuple(entities))


def surroundings(article: Article, quote: Span, length: int) -> Span:
    """The quote with whole sentences before and after it, up to `length` characters on each side."""
    spans = sentences(article.text)
    room = min(
        length, (LONGEST - utf16_length(article.text[quote.start : quote.end])) // 4
    )  # on each side, each character at most two units
    before = [span.start for span in spans if span.end <= quote.start and quote.start - span.start <= room]
    after = [span.end for span in spans if span.start >= quote.end and span.end - quote.end <= room]
    return Span(min(before, default=quote.start), max(after, default=quote.end))


def pages(article: Article) -> list[Span]:
    """The article in pages of whole sentences, a sentence that is longer than a page on several; together they hold every sentence."""
    found: list[Span] = []
    for span in (piece for sentence in sentences(article.text) for piece in _pieces(sentence)):
        if found and span.end - found[-1].start <= PAGE_LENGTH:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _pieces(span: Span) -> Iterator[Span]:
    return (Span(start, min(start + PAGE_LENGTH, span.end)) for start in range(span.start, span.end, PAGE_LENGTH))
