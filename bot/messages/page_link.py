"""The address of an article, leading to the very sentence where that can be told apart.

A text fragment (https://wicg.github.io/scroll-to-text-fragment/) names the words that a browser scrolls to and marks. Browsers take the
first place where they stand, so they are used only when they stand in the article once.
"""

from __future__ import annotations

from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from corpus.article import Article
from corpus.language.span import Span
from retrieval.ranking.quote import Quote

LONGEST_WORDS = 40
"""Characters of one end of the sentence; Telegram and browsers take long addresses badly."""
LONGEST_ADDRESS = 1900


def quote_address(quote: Quote) -> str | None:
    """The article's address, with the answering sentence where its words are unique; None where there is no address of the web."""
    address = web_address(quote.article.url)
    if address is None:
        return None
    sentence = quote.emphasis[0] if quote.emphasis else Span(quote.start, quote.end)
    words = _directive(quote.article, sentence)
    linked = f"{address}{'' if '#' in address else '#'}:~:text={words}"
    return linked if words and len(linked) <= LONGEST_ADDRESS else address


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web: nothing else may hide behind a title."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:
        return None
    if url is None or len(url) > LONGEST_ADDRESS or not url.isprintable() or any(map(str.isspace, url)):
        return None
    public = "@" not in parts.netloc and "." in host.strip(".")  # https://www.gov.cn@example.org leads to example.org
    return f"{parts.scheme}{url[len(parts.scheme) :]}" if public and parts.scheme in {"http", "https"} else None


def _directive(article: Article, sentence: Span) -> str:
    """`words`, or `first words,last words` of a long sentence; empty where they are not unique, or cross the end of a line."""
    text = article.text[sentence.start : sentence.end].strip()
    if not text or "\n" in text:
        return ""
    ends = [text] if len(text) <= LONGEST_WORDS else [text[: LONGEST_WORDS // 2], text[-LONGEST_WORDS // 2 :]]
    page = f"{article.title or ''}\n{article.text}".lower()  # browsers look without regard to case
    return ",".join(map(_encoded, ends)) if all(page.count(words.lower()) == 1 for words in ends) else ""


def _encoded(words: str) -> str:
    """Percent-encoded; the hyphen too, which has a meaning in a text directive."""
    return percent_encoded(words, safe="", errors="replace").replace("-", "%2D")
