"""What a passage is embedded and indexed with, so that it says whose figure it holds, and of when.

A passage alone often names neither park nor year: they stand in the title and the date of its article. Setting them before the passage
raises the first answers on yearly reports of the same park more than any other single thing (see docs/quality.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corpus.article import Article
from retrieval.text.passage import Passage

CONTEXT = "title-month-parks-1"
"""Names the form of the context; part of the manifest."""


def with_context(passage: Passage) -> str:
    """The passage's text after its context line, where it has one; the unit that is embedded and analysed."""
    line = context_line(passage.article)
    return f"{line}\n{passage.text}" if line else passage.text


def context_line(article: Article) -> str:
    """An article's title, month and parks."""
    return context_of(article.title or "", article.published, article.parks)


def context_of(title: str, published: date | None, parks: Iterable[str]) -> str:
    """The same of an article of these."""
    month = f"{published.year}年{published.month}月" if published else ""
    others = " ".join(park for park in parks if park not in title)
    return " ".join(part for part in (title, month, others) if part)
