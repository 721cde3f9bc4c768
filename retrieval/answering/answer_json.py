"""An answer as JSON: what `parkqa ask --json` prints and other programs read."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from corpus.article import Article
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.answering.missing import ToldTime
from retrieval.answering.side import Side
from retrieval.ranking.quote import Quote
from retrieval.ranking.scope import Scope


def answer_as_dict(answer: Answer, question_id: str | int | None = None) -> dict[str, Any]:
    """The answer in plain JSON types; where it was explained, with the whole explanation.

    A quote's `start`, `end`, `emphasis`, `answer` and `around` are offsets into the article's text, in characters (Unicode code points)
    from 0, the end not included: `text` is `article.text[start:end]`, `answer` the very words that answer, or null, and `around` the
    wider span that the quote was cut from. `emphasis_in_text` and `answer_in_text` are the same, counted from the start of `text`.
    `of` is what the answering sentence is of: parks, the first and the last day of the time that its figures are of, whether it is
    planned; null is not sure. `recognised` names the pages, from 1, from whose pictures text recognition read something of the quote.
    """
    plain = {
        "id": question_id,
        "question": answer.question.text,
        "found": answer.found,
        "confidence": round(answer.confidence, 4),
        "index_version": answer.index_version,
        "took_ms": round(answer.took_ms, 1),
        "quotes": [_quote_as_dict(quote) for quote in answer.quotes],
        "understood": _plain(answer.understood),
        "missing": None if answer.found else _plain(answer.missing),
    }
    if answer.listed:
        plain["listed"] = answer.listed
    if answer.differ:
        plain["figures_differ"] = True
    if answer.sides:
        plain["sides"] = [_side_as_dict(side) for side in answer.sides]
    return plain | {"explanation": _plain(answer.explanation)} if answer.explanation else plain


def _quote_as_dict(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "emphasis": [list(span) for span in quote.emphasis],
        "emphasis_in_text": [_in_text(span, quote) for span in quote.emphasis],
        "answer": list(quote.answer) if quote.answer else None,
        "answer_in_text": _in_text(quote.answer, quote) if quote.answer else None,
        "around": list(quote.around),
        "of": _scope_as_dict(quote.scope),
        "score": round(quote.score, 6),
        "recognised": list(quote.recognised_pages),
        "article": article_as_dict(quote.article),
        "also_in": list(quote.also_in),
    }


def _in_text(span: Span, quote: Quote) -> list[int]:
    """Offsets into the quote's own text."""
    return [span.start - quote.start, span.end - quote.start]


def _scope_as_dict(scope: Scope) -> dict[str, Any]:
    return {"parks": list(scope.parks), "from": _plain(scope.first), "to": _plain(scope.last), "planned": scope.planned}


def _side_as_dict(side: Side) -> dict[str, Any]:
    """One side of a comparison or one year of a series; `found` says whether anything tells of it."""
    return {
        "park": side.park,
        "from": _plain(side.time.first) if side.time else None,
        "to": _plain(side.time.last) if side.time else None,
        "found": bool(side.quotes),
        "thing": side.thing,
        "planned": side.planned,
        "confidence": round(side.confidence, 4),
        "quotes": [_quote_as_dict(quote) for quote in side.quotes],
    }


def article_as_dict(article: Article) -> dict[str, Any]:
    """What is known of an article, without its text, in plain JSON types."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "parks": list(article.parks),
        "path": article.path,
    }


def _plain(value: object) -> object:
    """A dataclass with all that it holds in plain JSON types: objects by field name, lists, dates as text, numbers to six places."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, ToldTime):
        return {name: _plain(day) for name, day in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 6) if isinstance(value, float) else value
