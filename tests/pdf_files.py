"""Small PDF files with known text, written byte by byte. What stands on a page is a list of drawings; each helper below gives one.

The font is Adobe's Song, which files name without bringing it: Han characters are as wide as the font is high, ASCII half of that.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterable

WIDTH, HEIGHT = 595, 842


def text(x: float, y: float, words: str, size: float = 12, *, matrix: str = "1 0 0 1", gray: float = 0, spacing: float = 0) -> str:
    """Words whose baseline begins at x and y, in points from the left and the bottom of the page."""
    return f"BT {gray} g {spacing} Tc /F1 {size} Tf {matrix} {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET\n"


def lines(x: float, y: float, *words: str, size: float = 12, step: float = 20) -> str:
    """Lines of text below each other; two full-width blanks at the beginning of a line indent it."""
    return "".join(
        text(x + size * (len(line) - len(line.lstrip("\u3000"))), y - step * number, line.lstrip("\u3000"), size)
        for number, line in enumerate(words)
    )


def wrapped(words: str, width: int, indent: int = 2) -> list[str]:
    """Words as lines of so many Han characters, the first one indented; a mark does not begin a line."""
    lines = ["\u3000" * indent]
    for char in words:
        if ems(lines[-1]) + ems(char) > width and char not in "，。、；：）":
            lines.append("")
        lines[-1] += char
    return lines


def ems(words: str) -> float:
    """The width of words in widths of a Han character."""
    return sum(0.5 if char.isascii() else 1 for char in words)


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    return f"{x0} {y0} m {x1} {y1} l S\n"


def table(x: float, y: float, rows: Iterable[Iterable[str]], widths: Iterable[float], *, ruled: bool = True, height: float = 24) -> str:
    """Rows of cells from above to below."""
    columns, drawn = list(widths), []
    for row in rows:
        left = x
        for cell, width in zip(row, columns, strict=True):
            drawn.append(text(left + 4, y - height + 8, cell, 10) if cell else "")
            drawn.append(f"{left} {y - height} {width} {height} re S\n" if ruled else "")
            left += width
        y -= height
    return "".join(drawn)


def picture() -> str:
    """A picture over the whole page."""
    return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q\n"


def pdf(*pages: str, title: str = "", rotate: int = 0) -> bytes:
    """A file of pages, each made of the drawings above."""
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880"
        " /Descent -120 /CapHeight 737 /StemV 93 >>",
        f"<< /Title <{(BOM_UTF16_BE + title.encode('utf-16-be')).hex()}> >>" if title else "<< >>",
    ]
    for number, drawn in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} /Contents {8 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    return _numbered(objects)


def _numbered(objects: Iterable[str]) -> bytes:
    """Objects as a file, with the table that says where each begins."""
    data, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(places) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return f"{data}xref\n0 {size}\n0000000000 65535 f \n{entries}{trailer}".encode("latin-1")
