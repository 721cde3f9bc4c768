"""Plain text: a page as it was copied, with its address in a first line `URL: …` where it has one."""

from __future__ import annotations

import re

from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.wrapped_lines import unwrapped

_SPREAD_LABEL = re.compile(r"^[^\S\n]*[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,11}(?=[ \u3000]*[:：])", re.MULTILINE)
_BLANK = re.compile(r"[ \u3000]+")


def parse(data: bytes) -> Document:
    """Return the page's text, its wrapped lines joined and its spread labels closed; raises UnreadableFile when the bytes are no text."""
    lines = decode(data).splitlines()
    address = lines[:1] if lines and lines[0].lstrip("\ufeff \t").startswith("URL") else []
    text = "\n".join([*address, *unwrapped(lines[len(address) :])])
    return Document(text=closed_labels(text), url_line=True)


def closed_labels(text: str) -> str:
    """The text with the labels that begin its lines closed: 工　业　总　产　值： is 工业总产值：."""
    return _SPREAD_LABEL.sub(lambda label: _BLANK.sub("", label[0]), text)
