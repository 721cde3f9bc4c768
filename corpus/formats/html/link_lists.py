"""Lists of other pages: runs of blocks that are links, with or without their dates, go; a list of links within the text stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.formats.html.blocks import Block
from corpus.formats.html.headlines import stands_beside_headline

_SHORTEST_RUN = 3
_PROSE = re.compile(r"[。！？；：:.!?;][”’」』）)】\"]*$")
_INTRODUCES = re.compile(r"[\w”’」』）)]{8,}[：:]$")


def without_link_lists(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without those that list other pages."""
    kept: list[Block] = []
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and _is_headline(blocks[end]):
            end += 1
        links = sum(any(piece.linked for piece in block.pieces) for block in blocks[index:end])
        if links < _SHORTEST_RUN or _stands_in_text(kept[-1] if kept else None, blocks[end] if end < len(blocks) else None):
            end = max(end, index + 1)
            kept.extend(blocks[index:end])
        index = end
    return kept


def _is_headline(block: Block) -> bool:
    """Whether nothing but links, their dates and bullets stands in the block; a date alone goes with the headlines around it."""
    return not block.is_row and stands_beside_headline("".join(piece.text for piece in block.pieces if not piece.linked))


def _stands_in_text(before: Block | None, after: Block | None) -> bool:
    """Whether a list stands between two sentences of one text, or after words that introduce it."""
    if before is None or not before.lines or not _PROSE.search(before.lines[-1]):
        return False
    if _INTRODUCES.search(before.lines[-1]):
        return True
    return after is not None and bool(after.lines) and bool(_PROSE.search(after.lines[-1])) and _are_neighbours(before, after)


def _are_neighbours(before: Block, after: Block) -> bool:
    return before.home is after.home or before.home.getparent() is after.home.getparent()
