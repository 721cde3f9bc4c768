"""An HTML page to a Document; one whose text is not in the page itself says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.html.asides import Asides
from corpus.formats.html.blocks import Block, blocks
from corpus.formats.html.declared import address_of, contradicted_address, meta_of, published_of, publisher_of, title_of
from corpus.formats.html.info_box import InfoBox, find_info_box, letter_fields
from corpus.formats.html.json_ld import structured_article
from corpus.formats.html.link_lists import without_link_lists
from corpus.formats.wrapped_lines import after_commas
from corpus.language.timestamps import parse_timestamp
from corpus.reason import Reason, ReasonCode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^<>]*encoding=[\"']([\w-]+)", re.IGNORECASE)
_WECHAT_BODY = "js_content"
_LEAST_PROSE = 4
"""Marks below which a page may be a shell around text that is elsewhere."""
_KEPT_SHARE = 0.5
_SENTENCE_IN_SCRIPT = re.compile(r"[\u4e00-\u9fff，、；“”\d.%]{12}[^\"'<>{}]{0,80}。|(?:\\u[4-9][0-9a-fA-F]{3}){12}")
_NEXT_PAGE = re.compile(r"^[\[【]?下一页[\]】]?\s*[>»›]*$|^余下全文$|^Next page$", re.IGNORECASE)
_PAGE_COUNT = re.compile(r"createPageHTML\(\s*[\"']?(\d{1,4})\b")
"""In a widespread system of government sites."""
_BETWEEN_NAMES = re.compile(r"[-–—_|｜\s]+")
_SHORTEST_TITLE = 6
_LONGEST_PLACE = 16
"""Characters of site and section beside the title."""
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,15})[^<>]{10000,}")
_BETWEEN_ATTRIBUTES = re.compile(r"[\s/]")
_MOST_ATTRIBUTES = 5000
"""Of a tag; the parser compares each with all before it."""
_SITE_NAME = re.compile(
    r"^[\u4e00-\u9fff（）]{2,16}(?:园区|开发区|高新区|经开区|保税区|新区|委员会|管委会|人民政府|政府|门户|官网|网站|新闻网|网|频道|中心|平台|公开)$"
    r"|^(?:(?:通知|公示|公告|政策|新闻|信息|文章|政务|工作|园区)(?:公告|公示|公开|动态|文件|中心|详情|内容|正文)"
    r"|详情页?|内容页|无标题文档|Untitled Document)$"
)
"""What the window of a page is called where it is called after its site or section."""
_FIRST_LINES = 80
_EMPTY = InfoBox({}, range(0))


def parse(data: bytes) -> Document:
    """Return the page's visible text, one block a line, with what its tags declare.

    Raises UnreadableFile where there is no text: the page is broken, only frames others, or has its text in a script.
    """
    source = decode(data, _declared_charset(data))
    root = parsed(source)
    meta, article = meta_of(root), structured_article(root)
    lines, rows = _lines(root)
    box, letter = find_info_box(lines) or _EMPTY, letter_fields(lines)
    lines = after_commas([line for index, line in enumerate(lines) if index not in box.lines], frozenset(rows))
    further = Reason(ReasonCode.FURTHER_PAGES) if _has_further_pages(root) else None
    if not _has_prose(lines) and not rows:
        lines = article.body.splitlines() if article.body else lines
        _check_for_text_elsewhere(root, lines)
    return Document(
        text="\n".join(lines),
        title=box.fields.get("title") or letter.get("title") or _as_shown(title_of(root, meta), root, lines) or article.headline,
        published=published_of(root, meta) or article.published or parse_timestamp(box.fields.get("published") or letter.get("published")),
        publisher=box.fields.get("publisher") or letter.get("publisher") or publisher_of(root, meta) or article.publisher,
        url=address_of(root, meta, source),
        rows=frozenset(rows),
        left_out=tuple(filter(None, (further, contradicted_address(root, meta, source)))),
    )


def parsed(source: str) -> HtmlElement:
    """The tree of a page. Raises UnreadableFile."""
    from lxml import etree
    from lxml import html as lxml_html

    source = re.sub(r"<\?xml[^<>]*\?>", "", source, count=1).replace("\0", "")
    source = _LONG_TAG.sub(_without_many_attributes, source)
    if not source.strip():
        raise UnreadableFile(ReasonCode.NO_TEXT)
    try:
        return lxml_html.document_fromstring(source)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="HTML", error=str(error)) from error


def _without_many_attributes(tag: re.Match[str]) -> str:
    return tag[0] if len(_BETWEEN_ATTRIBUTES.findall(tag[0])) <= _MOST_ATTRIBUTES else f"<{tag[1]}"


def _declared_charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    name = (match[1] or match[2]).decode("ascii", "ignore").lower() if match else None
    return "gb18030" if name in {"gb2312", "gbk"} else name


def _lines(root: HtmlElement) -> tuple[list[str], list[str]]:
    """The lines of the page, and those of them that are rows of tables. Where what looks like asides holds the text, nothing is one."""
    wechat = next((element for element in root.iter("div") if element.get("id") == _WECHAT_BODY), None)
    body = wechat if wechat is not None and len(wechat) else root
    asides = Asides(body)
    found = without_link_lists(list(blocks(body, asides)))
    if _prose(found) < _KEPT_SHARE * asides.prose:
        found = without_link_lists(list(blocks(body, Asides(body, by_name=False))))
    lines = [(line, block.is_row) for block in found for line in block.lines]
    return [line for line, _ in lines], [line for line, is_row in lines if is_row]


def _as_shown(title: str | None, root: HtmlElement, lines: list[str]) -> str | None:
    """The title as the page shows it, where that of the window says more, `某某园区 - 园区要闻 - 标题`, or only where it stands."""
    if title is None:
        return None
    first = [line for line in lines[:_FIRST_LINES] if len(line) >= _SHORTEST_TITLE]
    headings = [text for element in root.iter("h2", "h3") if (text := " ".join(str(element.text_content()).split())) in first]
    heading = headings[0] if len(headings) == 1 else None
    if _SITE_NAME.match(title):
        return heading
    if title in lines:
        return title
    parts = [line for line in first if (title.startswith(line) or title.endswith(line)) and 2 * len(line) >= len(title) - _LONGEST_PLACE]
    if parts:
        return max(parts, key=len)
    shown = any(part in line and 2 * len(part) >= len(line) for line in first for part in _parts(title))
    return title if shown else heading or title


def _parts(title: str) -> list[str]:
    return [part for part in map(str.strip, _BETWEEN_NAMES.split(title)) if len(part) >= _SHORTEST_TITLE]


def _prose(found: list[Block]) -> int:
    return sum(line.count(mark) for block in found for line in block.lines for mark in "。！？；，")


def _has_prose(lines: list[str]) -> bool:
    return sum(line.count(mark) for line in lines for mark in "。！？；，.,") >= _LEAST_PROSE


def _has_further_pages(root: HtmlElement) -> bool:
    """Whether the page says that it is one of several: it links the next one, or counts them for a script that will."""
    counts = (_PAGE_COUNT.search(script.text or "") for script in root.iter("script"))
    return any(int(count[1]) > 1 for count in counts if count) or any(
        _NEXT_PAGE.match(str(link.text_content()).strip()) and link.get("href") not in {None, "#"} for link in root.iter("a")
    )


def _check_for_text_elsewhere(root: HtmlElement, lines: list[str]) -> None:
    """Raise UnreadableFile where the page is a shell: its text is in frames, there is more of it in a script, or it asks for scripts."""
    if root.find(".//frameset") is not None:
        raise UnreadableFile(ReasonCode.FRAMES)
    texts = ((script.text or "")[:200_000] for script in root.iter("script") if "ld+json" not in (script.get("type") or ""))
    in_scripts = sum(len(found[0]) for text in texts for found in _SENTENCE_IN_SCRIPT.finditer(text))
    notices = "".join(str(element.text_content()) for element in root.iter("noscript"))
    only_notices = bool(lines) and all(line in notices for line in lines)
    if only_notices or in_scripts > sum(len(line) for line in lines if line.endswith(("。", "！", "？"))):
        raise UnreadableFile(ReasonCode.TEXT_IN_SCRIPT)
