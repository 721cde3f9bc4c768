"""Plain text: a page as it was copied, with its address in a first line `URL: …` where it has one."""

from __future__ import annotations

import re

from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.tabbed_rows import with_rows
from corpus.formats.wrapped_lines import unwrapped

_SPREAD_LABEL = re.compile(r"^[^\S\n]*[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,11}(?=[ \u3000]*[:：])", re.MULTILINE)
_SPREAD_LINE = re.compile(r"^[^\S\n]*(?:[\u4e00-\u9fff\d“”（）：、](?:[ \u3000]{1,3}|$)){6,60}$", re.MULTILINE)
_BLANK = re.compile(r"[ \u3000]+")


def parse(data: bytes) -> Document:
    """Return the page's text, its wrapped lines joined and its spread labels closed; raises UnreadableFile when the bytes are no text."""
    lines = decode(data).splitlines()
    address = lines[:1] if lines and lines[0].lstrip("\ufeff \t").startswith("URL") else []
    found, rows = with_rows(lines[len(address) :])
    text = "\n".join([*address, *(found if rows else unwrapped(found))])
    return Document(text=closed_labels(text), rows=frozenset(rows), url_line=True)


def closed_labels(text: str) -> str:
    """The text with spread lines and the spread labels that begin lines closed: 工　业　总　产　值： is 工业总产值：."""
    text = _SPREAD_LINE.sub(lambda line: _BLANK.sub("", line[0]), text)
    return _SPREAD_LABEL.sub(lambda label: _BLANK.sub("", label[0]), text)
