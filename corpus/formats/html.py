"""HTML: the page's blocks as lines, without scripts, menus and lists of links; title, date and source from its meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.language.dates import parse_date
from corpus.language.vocabulary import words
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]*encoding=[\"']([\w-]+)", re.IGNORECASE)
_SKIPPED = frozenset(
    words("script style noscript template iframe object embed svg canvas form select button input textarea nav head audio video")
)
_INLINE = frozenset(
    words("a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strong sub sup tt u var wbr o:p st1:chsdate")
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|sidebar|breadcrumb|breadcrumbs|crumb|crumbs|share|sharing|bdsharebuttonbox|related|recommend|relate|comment|comments|copyright|pagination|pager|toolbar|topbar|hotnews|ranking|links)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]{1,2000})\s*-->")
"""What browsers write into the pages that they save."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_TITLES = ("articletitle", "og:title", "title", "twitter:title")
_DATES = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "publish_date",
    "og:published_time",
    "datepublished",
    "dc.date",
    "date",
    "createdate",
    "weibo:article:create_at",
)
_SOURCES = ("contentsource", "source", "article:publisher", "mediaid", "og:site_name")
_LINK_LIST = 3


def parse(data: bytes) -> Document:
    """Return the page's visible text, one block a line, with what its meta tags declare."""
    from lxml import etree
    from lxml import html as lxml_html

    source = decode(data, _declared_charset(data))
    source = re.sub(r"<\?xml[^>]*\?>", "", source, count=1).replace("\0", "")
    if not source.strip():
        raise UnreadableFile(ReasonCode.NO_TEXT)
    try:
        root = lxml_html.document_fromstring(source)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="HTML", error=str(error)) from error
    meta = _meta(root)
    return Document(
        text="\n".join(_lines(root)),
        title=_title(root, meta),
        published=next((found for name in _DATES if (found := parse_date(meta.get(name, "")))), None),
        publisher=next((meta[name] for name in _SOURCES if 2 <= len(meta.get(name, "")) <= 30 and "/" not in meta[name]), None),
        url=_address(root, meta) or _saved_from(source),
    )


def _declared_charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    name = (match[1] or match[2]).decode("ascii", "ignore").lower() if match else None
    return "gb18030" if name in {"gb2312", "gbk"} else name


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = _SPACE.sub(" ", element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _title(root: HtmlElement, meta: dict[str, str]) -> str | None:
    headings = [text for element in root.iter("h1") if (text := _text(element))]
    declared = [meta[name] for name in _TITLES if meta.get(name)]
    title = next((text for element in root.iter("title") if (text := _text(element))), None)
    if len(headings) == 1 and len(headings[0]) >= 4:
        return headings[0]
    return next(iter((*declared, *headings)), title)


def _address(root: HtmlElement, meta: dict[str, str]) -> str | None:
    canonical = next((href for element in root.iter("link") if element.get("rel") == "canonical" and (href := element.get("href"))), None)
    address = canonical or meta.get("og:url")
    return address if address and address.startswith(("http://", "https://")) else None


def _saved_from(source: str) -> str | None:
    match = _SAVED_FROM.search(source, 0, 4096)
    return match[1] if match else None


def _text(element: HtmlElement) -> str:
    return _SPACE.sub(" ", str(element.text_content())).strip()


def _lines(root: HtmlElement) -> list[str]:
    """Return the visible text, a line a block; runs of lines that are nothing but links go."""
    blocks = [(line, linked) for pieces in _blocks(root) if (line := _joined(pieces)) for linked in (_is_linked(pieces),)]
    kept: list[str] = []
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and blocks[end][1]:
            end += 1
        if end - index >= _LINK_LIST:
            index = end
            continue
        end = max(end, index + 1)
        kept.extend(line for line, _ in blocks[index:end])
        index = end
    return kept


def _joined(pieces: list[tuple[str, bool]]) -> str:
    return _SPACE.sub(" ", "".join(text for text, _ in pieces)).strip()


def _is_linked(pieces: list[tuple[str, bool]]) -> bool:
    return all(linked or not text.strip(" \t\r\n|·•>»-\u3000\xa0") for text, linked in pieces)


def _blocks(root: HtmlElement) -> Iterator[list[tuple[str, bool]]]:
    """Yield each block's pieces of text and whether each stands in a link; a table row is one block.

    A loop instead of recursion: pages nest deeper than the interpreter may.
    """
    pieces: list[tuple[str, bool]] = []
    stack: list[tuple[str, HtmlElement, bool]] = [("enter", root, False)]
    while stack:
        step, element, linked = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else "!"
        breaks = tag not in _INLINE and tag not in {"!", "td", "th"}
        if breaks and pieces:
            yield pieces
            pieces = []
        if step == "leave":
            pieces.extend([(" ", False)] if tag in {"td", "th"} else [])
            pieces.extend([(element.tail, linked)] if element.tail else [])
            continue
        if not _is_skipped(element, tag):
            inside = linked or tag == "a"
            pieces.extend([(element.text, inside)] if element.text else [])
            stack.append(("leave", element, linked))
            stack.extend(("enter", child, inside) for child in reversed(element))
        elif element.tail:
            pieces.append((element.tail, linked))
    if pieces:
        yield pieces


def _is_skipped(element: HtmlElement, tag: str) -> bool:
    if tag in _SKIPPED or tag == "!" or _HIDDEN.search(element.get("style") or ""):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if tag not in {"div", "ul", "ol", "p", "section", "aside", "footer", "header", "table", "dl", "span"} or not _ASIDE.search(names):
        return tag == "footer" and element.find(".//h1") is None
    return element.find(".//h1") is None and len(element.text_content()) < 1500
