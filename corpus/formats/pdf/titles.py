"""The title as it is printed: larger than the text and above it, and not the masthead of a letter or a bulletin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.formats.joining import joined
from corpus.formats.letterheads import is_letterhead
from corpus.formats.pdf.paragraphs import Line

_LARGER = 1.15
_LENGTH = range(4, 81)
_OPENING = 30
"""Characters of a paragraph in the text's size, below which no title is looked for."""
_NUMBERED = re.compile(r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,4}[章节条部篇])")
_PERIODICAL = re.compile(r"(?:动态|信息|通讯|参考|专刊|月报|周报|日报|晚报|年鉴)$")


def printed_title(paragraphs: Iterable[Sequence[Line]], usual: float) -> str | None:
    """The largest line, or lines, above the text of the first page; `usual` is the size of the text's font."""
    best, size = None, _LARGER * usual
    for lines in paragraphs:
        text = joined(line.text for line in lines)
        if lines[0].page > 0 or (lines[0].size < _LARGER * usual and len(text) >= _OPENING):
            break
        if lines[0].size > size and not lines[0].aside and _could_be_title(text):
            best, size = text, lines[0].size
    return best


def _could_be_title(text: str) -> bool:
    return len(text) in _LENGTH and not is_letterhead(text) and not _NUMBERED.match(text) and not _PERIODICAL.search(text)
