"""Document to article: title, date, publisher and parks, as declared by the file or as its page shows them, or None."""

from __future__ import annotations

import re

from corpus.article import LONGEST_NAME, LONGEST_TITLE, MOST_PARKS, Article
from corpus.cleaning.noise import is_byline, is_sentence
from corpus.cleaning.page import PageParts, clean
from corpus.formats.document import Document
from corpus.metadata.carried_spans import carried_over
from corpus.metadata.parks import parks_of
from corpus.metadata.published import day_of_publication, past
from corpus.metadata.publisher import byline_publisher, issuer, labelled_publisher, owner_publisher, signature_publisher, text_publisher
from corpus.metadata.title import bare_title, glued_title, labelled_title, official_title

_URL_LINE = re.compile(r"\A\ufeff?\s*URL\s*[:：]\s*(\S+)[^\S\n]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)


def to_article(document: Document, id: str, path: str) -> Article:
    """Clean a document and find its metadata; what the document declares wins over what its text shows."""
    url, text = _split_url(document)
    declared = _within(LONGEST_TITLE, bare_title(document.title) if document.title else None)
    page = clean(text, declared, document.rows)
    title = page.title or _title_in(page, document.rows)
    title = _within(LONGEST_TITLE, bare_title(title) if title else None)
    publisher = _within(LONGEST_NAME, document.publisher) or _publisher(page)
    return Article(
        id=id,
        title=title,
        text=page.text,
        publisher=publisher,
        published=past(document.published) or day_of_publication(page, url, path),
        url=url,
        parks=_declared_parks(document) or parks_of(title, page, publisher, path),
        path=path,
        recognised=tuple(carried_over(document.recognised, document.text, page.text)) if document.recognised else (),
    )


def _declared_parks(document: Document) -> tuple[str, ...]:
    return tuple(park for park in document.parks if len(park) <= LONGEST_NAME)[:MOST_PARKS]


def _within(most: int, declared: str | None) -> str | None:
    """What is declared, unless nobody could mean it so."""
    return declared if declared and len(declared) <= most else None


def _split_url(document: Document) -> tuple[str | None, str]:
    match = _URL_LINE.match(document.text) if document.url_line else None
    return (match[1], document.text[match.end() :]) if match else (document.url, document.text)


def _title_in(page: PageParts, rows: frozenset[str]) -> str | None:
    labelled = next((title for line in (*page.head, page.opening) if line not in rows and (title := labelled_title(line))), None)
    return labelled or glued_title(page.opening) or official_title(page.text)


def _publisher(page: PageParts) -> str | None:
    beside = next((name for line in page.head if is_byline(line) and (name := byline_publisher(line))), None)
    closing = "\n".join((*page.body[-1:], *page.foot))
    last = [line for line in page.body[-3:] if not is_sentence(line)]
    return (
        labelled_publisher(page.head)
        or beside
        or issuer(page.head)
        or text_publisher(page.opening, page.closing, page.text)
        or signature_publisher(page.body)
        or labelled_publisher([closing])
        or issuer((*last, *page.foot))
        or owner_publisher(page.foot)
    )
