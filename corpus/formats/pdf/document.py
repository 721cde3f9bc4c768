"""A PDF file to a Document: its paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.formats.pdf.captions import captioned
from corpus.formats.pdf.characters import characters
from corpus.formats.pdf.footnotes import Footnote, with_notes, without_footnotes
from corpus.formats.pdf.joining import joined
from corpus.formats.pdf.paragraphs import Line, paragraphs
from corpus.formats.pdf.parts import Part, parts
from corpus.formats.pdf.pdfium import declared_title, opened, pages
from corpus.formats.pdf.running_heads import without_running_heads
from corpus.formats.pdf.sheets import Sheet, body_size, sheet
from corpus.formats.pdf.watermarks import without_watermarks
from corpus.formats.table import table_lines
from corpus.reason import ReasonCode

Text = tuple[str, frozenset[int]]
"""A paragraph, or a line of a table, and the pages that it stands on."""


def read(data: bytes) -> Document:
    """Return the text; raises UnreadableFile for a file that is encrypted, broken, too long, or only pictures."""
    if not data:
        raise UnreadableFile(ReasonCode.EMPTY_FILE)
    with opened(data) as file:
        title = declared_title(file)
        sheets = [sheet(number, group) for number, page in enumerate(pages(file)) for group in characters(page)]
    if not sheets:
        raise UnreadableFile(ReasonCode.SCANNED)
    usual = body_size(sheets)
    sheets, notes = _without_notes(without_running_heads(without_watermarks(sheets)), usual)
    texts, rows = _texts(parts(sheets), usual)
    text = "\n".join(with_notes(texts, notes))
    return Document(text=text, title=title if len(title) >= 4 and title in text[:400] else None, rows=rows)


def _without_notes(sheets: Sequence[Sheet], usual: float) -> tuple[list[Sheet], list[tuple[int, Footnote]]]:
    apart = [without_footnotes(each, usual) for each in sheets]
    return [each for each, _ in apart], [(each.page, note) for each, notes in apart for note in notes]


def _texts(found: Sequence[Part], usual: float) -> tuple[list[Text], frozenset[str]]:
    """The paragraphs and the lines of tables, each where it begins, and those that are rows of tables."""
    tables, captions = captioned(found)
    texts: list[tuple[int, Text]] = []
    places = {id(part): index for index, part in enumerate(found)}
    lines = [part for index, part in enumerate(found) if isinstance(part, Line) and index not in captions]
    for apart in ([line for line in lines if not line.aside], [line for line in lines if line.aside]):
        for paragraph in paragraphs(apart, usual):
            text = joined(line.text for line in paragraph), frozenset(line.page for line in paragraph)
            texts.append((places[id(paragraph[0])], text))
    rows: list[str] = []
    for table in tables:
        lines_of = table_lines(table.table.rows, table.caption, table.table.headers)
        rows.extend(lines_of[1:] if table.caption else lines_of)
        texts.extend((table.place, (line, frozenset())) for line in lines_of)
    return [text for _, text in sorted(texts, key=lambda text: text[0])], frozenset(rows)
