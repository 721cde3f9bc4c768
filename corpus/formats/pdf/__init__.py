"""PDF: what stands on its pages, in the order in which a person reads it.

A PDF holds glyphs at places, no text. From them to text, a module a step:

    pdfium          characters with their boxes, rules and pictures of each page
    characters      turned upright, each printed once
    pieces          characters on one baseline without a wide gap: a line of a column, or of a cell
    watermarks, running_heads, footnotes     what stands on a page beside its text
    grids, ruled_tables                      tables by their rules
    columns         pieces in reading order
    aligned_tables  tables by the places of their cells
    paragraphs      lines that were broken to fit the page, joined again; also over the page end
    recognition     pages that are pictures, read by `corpus.formats.scans`
    document        all of it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.formats.document import Document

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise


def parse(data: bytes, recognise: Recognise | None = None) -> Document:
    """Return the text; raises UnreadableFile for a file that is encrypted, broken, too long, or only pictures that nobody reads."""
    from corpus.formats.pdf.document import read

    return read(data, recognise)
