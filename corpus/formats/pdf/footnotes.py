"""Footnotes: small text at the foot of a page that begins with a mark. They are read after the paragraph that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.joining import joined
from corpus.formats.pdf.columns import rows_of
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.placed_text import PlacedText
from corpus.formats.pdf.sheets import Sheet
from corpus.formats.raised import raised

_MARK = re.compile(
    r"^\s*(?P<mark>[①-⑳⓪❶-❿]|[*＊※†‡]{1,3}|[\[〔［(（]\s*\d{1,2}\s*[\]〕］)）]|\d{1,2}(?=[\s.．、]|[^\d\s.．%年月日]))\s*(?P<text>\S.*)"
)
_NOTE = re.compile(r"^\s*(?:注|脚注)\s*\d*\s*[:：]")
_SMALL = 0.9


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page."""

    mark: str
    """As it stands raised in the text; nothing where the note has none."""
    text: str
    """With its mark."""


def without_footnotes(sheet: Sheet, usual: float) -> tuple[Sheet, list[Footnote]]:
    """The sheet without its footnotes, and these; `usual` is the size of the text's font."""
    rows = rows_of(sheet.pieces)
    start = len(rows)
    while start and _is_small(rows[start - 1], usual) and rows[start - 1][0].baseline > sheet.height / 2:
        start -= 1
    while start < len(rows) and not _begins(_text(rows[start])):
        start += 1
    notes: list[list[str]] = []
    for row in rows[start:]:
        if _begins(_text(row)) or not notes:
            notes.append([])
        notes[-1].append(_text(row))
    return sheet.without(piece for row in rows[start:] for piece in row), [_footnote(joined(lines)) for lines in notes]


def _is_small(row: Sequence[Piece], usual: float) -> bool:
    return max(piece.size for piece in row) <= _SMALL * usual


def _text(row: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in row)


def _begins(text: str) -> bool:
    return bool(_MARK.match(text) or _NOTE.match(text))


def _footnote(text: str) -> Footnote:
    match = _MARK.match(text)
    return Footnote(raised(match["mark"]) if match else "", text)


def with_notes(texts: Sequence[PlacedText], notes: Sequence[tuple[int, Footnote]]) -> list[PlacedText]:
    """Each note after the paragraph of its page that bears its mark, which goes; else after the last one that stands on its page.

    `notes` come with the pages that they stand on.
    """
    found = list(texts)
    after: dict[int, list[PlacedText]] = {}
    for page, note in notes:
        on_page = [index for index, text in enumerate(texts) if page in text.pages and not text.is_row]
        marked = next((index for index in on_page if note.mark and note.mark in found[index].text), None)
        if marked is not None:
            found[marked] = found[marked]._replace(text=found[marked].text.replace(note.mark, "", 1))
        place = marked if marked is not None else max(on_page, default=len(texts) - 1)
        after.setdefault(place, []).append(PlacedText(note.text, ((0, page),)))
    return [line for index, text in enumerate(found) for line in (text, *after.get(index, []))]
