"""HTML that stands in a field of a record: the text of an article without its page."""

from __future__ import annotations

import html
import re

from corpus.formats.html.asides import Asides
from corpus.formats.html.blocks import blocks
from corpus.formats.html.document import parsed
from corpus.formats.wrapped_lines import after_commas

_BLOCK = re.compile(r"<(?:p|br|div|table|li)\b", re.IGNORECASE)


def read_fragment(source: str) -> tuple[str, frozenset[str]]:
    """The visible text, a line a block, and the lines that are rows of tables. Entities that were escaped twice are read twice."""
    root = parsed(f"<div>{source if _BLOCK.search(source) else source.replace(chr(10), '<br>')}</div>")
    found = [(line, block.is_row) for block in blocks(root, Asides(root, by_name=False)) for line in block.lines]
    lines = [(html.unescape(line), is_row) for line, is_row in found]
    rows = frozenset(line for line, is_row in lines if is_row)
    return "\n".join(after_commas([line for line, _ in lines], rows)), rows
