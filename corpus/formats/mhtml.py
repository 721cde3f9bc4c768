"""A web page that a browser saved with its pictures as one file, a mail message of many parts (.mht, .mhtml), to a Document."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from corpus.errors import UnreadableFile
from corpus.formats import html
from corpus.formats.document import Document
from corpus.reason import ReasonCode

_PAGES = ("text/html", "application/xhtml+xml")


def parse(data: bytes) -> Document:
    """The page among the parts, with the address that it was saved from. Raises UnreadableFile where there is none."""
    if data.lstrip()[:1] == b"<":
        return html.parse(data)  # a page under a wrong name
    message = message_from_bytes(data)
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    address = message.get("Snapshot-Content-Location") or (pages[0].get("Content-Location") if pages else None)
    page = next((part for part in pages if part.get("Content-Location") == address), next(iter(pages), None))
    if page is None:
        raise UnreadableFile(ReasonCode.BROKEN, format="MHTML", error="no part is text/html")
    return html.parse(_saved_from(str(address or "")) + _bytes(page))


def _saved_from(address: str) -> bytes:
    """The note that browsers leave in a page which they save by itself."""
    known = address.startswith(("http://", "https://"))
    return f"<!-- saved from url=({len(address):04d}){address} -->\n".encode("utf-8", "replace") if known else b""


def _bytes(page: Message) -> bytes:
    """The page in UTF-8 where its part names the charset, else as it is: then it names its own."""
    content = page.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    charset = (page.get_content_charset() or "").replace("gb2312", "gb18030").replace("gbk", "gb18030")
    try:
        return content.decode(charset).encode() if charset else content
    except (UnicodeDecodeError, LookupError):
        return content
