"""Excel (.xlsx, .xls): the sheets that are shown, each row of a table with its headers.

document.py ── number_formats.py: which cells are shown as percent, which the library that reads cells does not tell
            ├─ xlsx_percents.py: in an archive of XML
            └─ xls_percents.py: in the records of the old format ── compound_file.py: the file that they lie in
"""

from corpus.formats.excel.document import parse, read_workbook

__all__ = ["parse", "read_workbook"]
