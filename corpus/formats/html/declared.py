"""What the tags of a page declare: title, day of publication, publisher, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corpus.formats.joining import joined
from corpus.language.timestamps import parse_timestamp
from corpus.language.vocabulary import words
from corpus.reason import Reason, ReasonCode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_TITLES = ("articletitle", "og:title", "title", "twitter:title", "dc.title")
_DATES = words(
    "pubdate publishdate article:published_time publish_date publish-date publishtime publish_time publish-time pubtime releasedate"
    " firstpublishedtime og:published_time og:release_date datepublished dc.date.issued dc.date.created dcterms.created"
    " dcterms.issued dc.date dcterms.date date sailthru.date parsely-pub-date createdate maketime"
    " weibo:article:create_at bytedance:published_time"
)
_SOURCES = ("contentsource", "source", "article:publisher", "mediaid", "dc.publisher", "og:site_name")
_NO_SOURCE = ("微信公众平台", "今日头条", "百家号", "本站", "本网")
_OFFICE = re.compile(r"(?:委员会|管委会|政府|门户|官网|网站|网|集团|频道|中心)$")
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{1,2000})")
"""What browsers write into the pages that they save."""
_WECHAT_TIME = re.compile(r"""\bvar\s+(?:ct|oriCreateTime|createTime)\s*=\s*["'](\d{10}|\d{4}-\d\d-\d\d[ \d:]{0,9})["']""")
_WECHAT_NAME = re.compile(r"""\bvar\s+nickname\s*=\s*(?:htmlDecode\()?["']([^"'<>]{2,30})["']""")
_FIRST_SCRIPTS = 40


def meta_of(root: HtmlElement) -> dict[str, str]:
    """The contents of the meta tags by name, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = _SPACE.sub("", element.get("name") or element.get("property") or element.get("itemprop") or "")
        content = _SPACE.sub(" ", element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def title_of(root: HtmlElement, meta: dict[str, str]) -> str | None:
    """The one heading that is not the site's name, else what the meta tags say, else the title of the window."""
    window = next((text for element in root.iter("title") if (text := _text(element))), None)
    headings = [text for element in root.iter("h1") if (text := _text(element)) and not _names_site(text, window)]
    if len(headings) == 1 and len(headings[0]) >= 4:
        return headings[0]
    return next((meta[name] for name in _TITLES if meta.get(name)), None) or window or next(iter(headings), None)


def published_of(root: HtmlElement, meta: dict[str, str]) -> date | None:
    """The day in a meta tag, a script of WeChat, a `time` element or one that is marked as the day of publication."""
    return next((day for value in _days(root, meta) if (day := parse_timestamp(value))), None)


def publisher_of(root: HtmlElement, meta: dict[str, str]) -> str | None:
    """The name in a meta tag, or of the WeChat account."""
    account = next((_text(element) for element in root.iter("a", "strong", "span") if element.get("id") == "js_name"), "")
    named = (meta.get(name, "") for name in _SOURCES)
    candidates = (account, *_in_scripts(root, _WECHAT_NAME), *named)
    return next((name for name in candidates if 2 <= len(name) <= 30 and "/" not in name and name not in _NO_SOURCE), None)


def address_of(root: HtmlElement, meta: dict[str, str], source: str) -> str | None:
    """The address that was written down when the page was fetched or saved; where that is of the same host or missing, the page's own.

    A page can call itself whatever it likes.
    """
    declared, fetched = _declared_address(root, meta), _fetched_address(source)
    return fetched if fetched and _host(declared) != _host(fetched) else declared


def contradicted_address(root: HtmlElement, meta: dict[str, str], source: str) -> Reason | None:
    """That a page says of itself that it is on another host than the one that it was fetched from."""
    declared, fetched = _host(_declared_address(root, meta)), _host(_fetched_address(source))
    return (
        Reason(ReasonCode.OTHER_ADDRESS, {"declared": declared, "host": fetched}) if declared and fetched not in (None, declared) else None
    )


def _declared_address(root: HtmlElement, meta: dict[str, str]) -> str | None:
    canonical = next((href for element in root.iter("link") if element.get("rel") == "canonical" and (href := element.get("href"))), None)
    address = canonical or meta.get("og:url")
    return address if address and address.startswith(("http://", "https://")) else None


def _fetched_address(source: str) -> str | None:
    match = _SAVED_FROM.search(source, 0, 4096)
    return match[1] if match else None


def _host(address: str | None) -> str | None:
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None


def _days(root: HtmlElement, meta: dict[str, str]) -> Iterator[str]:
    yield from (meta[name] for name in _DATES if name in meta)
    yield from _in_scripts(root, _WECHAT_TIME)
    yield from (_text(element) for element in root.iter("em", "span") if element.get("id") == "publish_time")
    yield from (value for element in root.iter("time") if (value := element.get("datetime")))
    yield from (
        element.get("content") or _text(element) for element in root.iter("span", "div", "p") if element.get("itemprop") == "datePublished"
    )


def _in_scripts(root: HtmlElement, pattern: re.Pattern[str]) -> Iterator[str]:
    for _, script in zip(range(_FIRST_SCRIPTS), root.iter("script"), strict=False):
        if match := pattern.search(script.text or ""):
            yield match[1]


def _names_site(heading: str, window: str | None) -> bool:
    """Whether a heading is the name of the site or office: it ends the title of the window behind another name, or is called so."""
    if window is None or heading == window:
        return False
    return window.endswith(heading) or bool(_OFFICE.search(heading) and heading not in window)


def _text(element: HtmlElement) -> str:
    lines = [part for piece in element.itertext() for part in piece.splitlines()]
    breaks = element.find(".//br") is not None
    text = joined(filter(None, (line.strip(" \t\r\n\f\v") for line in lines))) if breaks else _joined_source(element)
    return _SPACE.sub(" ", text).strip()


def _joined_source(element: HtmlElement) -> str:
    return joined(filter(None, (line.strip(" \t\f\v") for line in str(element.text_content()).splitlines())))
