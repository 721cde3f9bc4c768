"""Word (.docx): what a reader sees, in order, with all changes accepted.

document.py ── body.py: paragraphs, content controls, notes ── paragraph.py: one paragraph's visible text
                                                            └─ grids.py: tables by row and column
"""

from corpus.formats.docx.document import parse

__all__ = ["parse"]
