"""A PDF file to a Document: its paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.formats.pdf.captioned_tables import CaptionedTable, captioned
from corpus.formats.pdf.characters import characters
from corpus.formats.pdf.footnotes import Footnote, with_notes, without_footnotes
from corpus.formats.pdf.line_numbers import without_line_numbers
from corpus.formats.pdf.paragraphs import Line, paragraphs
from corpus.formats.pdf.parts import Part, parts
from corpus.formats.pdf.pdfium import PdfDocument, declared_title, opened, pages
from corpus.formats.pdf.placed_text import PlacedText, paragraph_text, recognised_spans
from corpus.formats.pdf.recognition import Pictures, Recognise, is_picture, recognised_pages, remarks
from corpus.formats.pdf.running_heads import without_running_heads
from corpus.formats.pdf.sheets import Sheet, body_size, sheet
from corpus.formats.pdf.titles import printed_title
from corpus.formats.pdf.watermarks import without_watermarks
from corpus.formats.table import table_lines
from corpus.language.characters import visible
from corpus.reason import Reason, ReasonCode


def read(data: bytes, recognise: Recognise | None = None) -> Document:
    """Return the text; raises UnreadableFile for a file that is encrypted, broken, too long, or only pictures that nobody reads.

    Pages that are only pictures are left out and named, unless `recognise` finds text in them.
    """
    if not data:
        raise UnreadableFile(ReasonCode.EMPTY_FILE)
    with opened(data) as file:
        declared, total = declared_title(file), len(file)
        sheets, pictures = _sheets(file, recognise)
    if not sheets:
        raise UnreadableFile(ReasonCode.NOTHING_RECOGNISED if recognise else ReasonCode.SCANNED)
    return document_of(sheets, pictures.recognised, declared, tuple(remarks(pictures, total)))


def document_of(sheets: Sequence[Sheet], recognised: Collection[int], declared: str = "", left_out: tuple[Reason, ...] = ()) -> Document:
    """The text of sheets, some of which, by their pages, were read from pictures."""
    usual = body_size(sheets)
    sheets, notes = _without_notes(without_running_heads(without_line_numbers(without_watermarks(sheets))), usual)
    found = parts(sheets)
    tables, captions = captioned(found)
    prose = _paragraphs([part for index, part in enumerate(found) if isinstance(part, Line) and index not in captions], usual)
    rows = [table_lines(table.table.rows, table.caption, table.table.headers) for table in tables]
    lines = with_notes(_in_order(found, prose, tables, rows), notes)
    text = "\n".join(line.text for line in lines)
    return Document(
        text=text,
        title=declared if len(declared) >= 4 and declared in text[:400] else printed_title(prose, usual),
        rows=frozenset(line for table, lines in zip(tables, rows, strict=True) for line in (lines[1:] if table.caption else lines)),
        left_out=left_out,
        recognised=tuple(recognised_spans(lines, recognised)),
    )


def _sheets(file: PdfDocument, recognise: Recognise | None) -> tuple[list[Sheet], Pictures]:
    """The sheets of all pages, and what became of those pages that are only pictures."""
    printed: dict[int, Sequence[Sheet]] = {}
    bare: dict[int, Sequence[Sheet]] = {}
    for number, page in enumerate(pages(file)):
        printed[number] = [sheet(number, group) for group in characters(page)]
        if is_picture(page, printed[number]):
            bare[number] = printed[number]
    pictures = recognised_pages(file, bare, recognise)
    printed |= {number: [recognised] for number, recognised in pictures.recognised.items()}
    return [each for sheets in printed.values() for each in sheets], pictures


def _without_notes(sheets: Sequence[Sheet], usual: float) -> tuple[list[Sheet], list[tuple[int, Footnote]]]:
    apart = [without_footnotes(each, usual) for each in sheets]
    return [each for each, _ in apart], [(each.page, note) for each, notes in apart for note in notes]


def _paragraphs(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    """The paragraphs of the text, which go on around what stands aside, and then those that stand aside."""
    text, aside = ([line for line in lines if line.aside == apart] for apart in (False, True))
    return paragraphs(text, usual) + paragraphs(aside, usual)


def _in_order(
    found: Sequence[Part], prose: Sequence[Sequence[Line]], tables: Sequence[CaptionedTable], rows: Sequence[Sequence[str]]
) -> list[PlacedText]:
    """Paragraphs and the lines of tables, each where its first part stands."""
    places = {id(part): place for place, part in enumerate(found)}
    texts = [(places[id(lines[0])], paragraph_text(lines)) for lines in prose]
    texts += [
        (table.place, PlacedText(visible(line), ((0, table.table.page),), is_row=True))
        for table, lines in zip(tables, rows, strict=True)
        for line in lines
    ]
    return [text for _, text in sorted(texts, key=lambda placed: placed[0])]
