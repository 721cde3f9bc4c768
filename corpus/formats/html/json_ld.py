"""What a page's JSON-LD says of its article: headline, date, publisher, and at times the whole text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.language.timestamps import parse_timestamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE, _PAGE = re.compile(r"(?:Article|Posting|Report)$"), re.compile(r"WebPage$")
_CONTROL = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class StructuredArticle:
    """An article as it is declared for search engines."""

    headline: str | None = None
    published: date | None = None
    publisher: str | None = None
    body: str | None = None


def structured_article(root: HtmlElement) -> StructuredArticle:
    """The first article that the page declares, else the page itself; nothing where it declares neither."""
    pages: list[StructuredArticle] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            declared = json.loads(_CONTROL.sub(" ", script.text or ""))
        except (ValueError, RecursionError):
            continue
        for record in _records(declared):
            kinds = list(_texts(record.get("@type")))
            if any(map(_ARTICLE.search, kinds)):
                return _article(record)
            pages += [_article(record)] if any(map(_PAGE.search, kinds)) else []
    return pages[0] if pages else StructuredArticle()


def _records(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each
            yield from (inner for inner in each.get("@graph") or () if isinstance(inner, dict))


def _article(record: dict[str, Any]) -> StructuredArticle:
    publisher = record.get("publisher") or record.get("sourceOrganization")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return StructuredArticle(
        headline=next(_texts(record.get("headline")), None),
        published=parse_timestamp(record.get("datePublished") or record.get("dateCreated") or record.get("pubDate")),
        publisher=next(_texts(name), None),
        body=next(_texts(record.get("articleBody") or record.get("text")), None),
    )


def _texts(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str) and each.strip():
            yield each.strip()
