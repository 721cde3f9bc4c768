"""A piece of an article around a quote, as a blockquote: verbatim, the quote bold."""

from __future__ import annotations

from collections.abc import Sequence

from bot.message import Entity, Message
from bot.utf16 import utf16_length
from corpus.article import Article
from retrieval.passage import Span
from retrieval.splitter import sentences

PAGE_LENGTH = 1200
"""Characters of an article on one page; astral characters may double them in Telegram's count, and 4096 are allowed."""


def excerpt(article: Article, span: Span, bold: Sequence[Span]) -> Message:
    """The span as a blockquote, the parts of `bold` that lie in it bold."""
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
    before = [span.start for span in spans if span.end <= quote.start and quote.start - span.start <= length]
    after = [span.end for span in spans if span.start >= quote.end and span.end - quote.end <= length]
    return Span(min(before, default=quote.start), max(after, default=quote.end))


def pages(article: Article) -> list[Span]:
    """The article in pages of whole sentences; together they hold every sentence of it."""
    found: list[Span] = []
    for span in sentences(article.text):
        if found and span.end - found[-1].start <= PAGE_LENGTH:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
