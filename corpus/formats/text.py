"""Plain text: a page as it was copied, with its address in a first line `URL: …` where it has one."""

from __future__ import annotations

import re

from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.pasted_rows import with_rows
from corpus.formats.wrapped_lines import unwrapped

_SPREAD_LABEL = re.compile(r"^[^\S\n]*[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,11}(?=[ \u3000]*[:：])", re.MULTILINE)
_SPREAD_LINE = re.compile(r"^[^\S\n]*(?:[\u4e00-\u9fff\d“”（）：、](?:[ \u3000]{1,3}|$)){6,60}$", re.MULTILINE)
_PAGE_NUMBER = re.compile(r"^\s*(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?)\s*$")
_HAN, _MARK = r"[\u4e00-\u9fff]", r"[\u3001-\u303f\uff01-\uff5e“”]"
_BLANK_BEFORE_MARK = re.compile(r"(?<=\S) [，。、；：）％”》]")
_BLANK_WITHIN = re.compile(
    rf"(?<={_HAN}) (?={_HAN}|{_MARK})|(?<={_MARK}) (?=\S)|(?<=\S) (?={_MARK})|(?<=\d) (?=[.．]\d|[%％])|(?<=\d[.．]) (?=\d)"
)
_SPREAD_FIGURE = re.compile(r"(?<![\d.])\d(?: \d){2,}(?![\d.])")
_RECOGNISED_SHARE = 0.4
"""Of the marks of a text, before which recognition put a blank; people put none there."""
_FEWEST_MARKS = 5
_MARKS = re.compile("[，。、；：]")
_BLANK = re.compile(r"[ \u3000]+")


def parse(data: bytes) -> Document:
    """Return the page's text, its wrapped lines joined and its spread labels closed; raises UnreadableFile when the bytes are no text."""
    lines = decode(data).splitlines()
    address = lines[:1] if lines and lines[0].lstrip("\ufeff \t").startswith("URL") else []
    found, rows = with_rows([line for line in lines[len(address) :] if not _PAGE_NUMBER.match(line)])
    text = "\n".join([*address, *(found if rows else unwrapped(found))])
    return Document(text=closed_labels(text if rows else _without_blanks_of_recognition(text)), rows=frozenset(rows), url_line=True)


def _without_blanks_of_recognition(text: str) -> str:
    """The text; where recognition put blanks within words and figures (规 上 企 业 ， 14 .3 亿元), without them."""
    blanks, marks = len(_BLANK_BEFORE_MARK.findall(text)), len(_MARKS.findall(text))
    if blanks < max(_FEWEST_MARKS, _RECOGNISED_SHARE * marks):
        return text
    return _BLANK_WITHIN.sub("", _SPREAD_FIGURE.sub(lambda figure: figure[0].replace(" ", ""), text))


def closed_labels(text: str) -> str:
    """The text with spread lines and the spread labels that begin lines closed: 工　业　总　产　值： is 工业总产值：."""
    text = _SPREAD_LINE.sub(lambda line: _BLANK.sub("", line[0]), text)
    return _SPREAD_LABEL.sub(lambda label: _BLANK.sub("", label[0]), text)
