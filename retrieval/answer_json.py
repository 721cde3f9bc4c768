"""An answer as JSON: what `parkqa ask --json` prints and other programs read."""

from __future__ import annotations

from typing import Any

from corpus.article import Article
from retrieval.answer import Answer
from retrieval.quote import Quote


def answer_as_dict(answer: Answer, question_id: str | int | None = None, *, explain: bool = False) -> dict[str, Any]:
    """The answer in plain JSON types; with `explain` each quote also carries the evidence behind its score.

    A quote's `start`, `end` and `emphasis` are offsets into the article's text: `text` is `article.text[start:end]`.
    """
    return {
        "id": question_id,
        "question": answer.question,
        "found": answer.found,
        "confidence": round(answer.confidence, 4),
        "index_version": answer.index_version,
        "took_ms": round(answer.took_ms, 1),
        "quotes": [_quote_as_dict(quote, explain) for quote in answer.quotes],
    }


def _quote_as_dict(quote: Quote, explain: bool) -> dict[str, Any]:
    plain = {
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "emphasis": [list(span) for span in quote.emphasis],
        "score": round(quote.score, 6),
        "article": _article_as_dict(quote.article),
        "also_in": list(quote.also_in),
    }
    return plain | {"evidence": {name: round(value, 6) for name, value in quote.evidence.items()}} if explain else plain


def _article_as_dict(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "parks": list(article.parks),
        "path": article.path,
    }
