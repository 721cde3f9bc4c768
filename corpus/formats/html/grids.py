"""Tables of figures as rows; a table that only lays out the page is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import TYPE_CHECKING

from corpus.formats.captions import take_caption
from corpus.formats.html.headlines import stands_beside_headline
from corpus.formats.joining import joined
from corpus.formats.raised import lowered, raised
from corpus.formats.table import table_lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_CELL = 160
_MOST_CELLS = 20_000
_WIDEST_SPAN = 60
_BLOCKS_IN_CELL = 4
_MOST_ABOVE = 3
_AROUND = frozenset({"div", "center", "figure", "section", "article"})
_PARAGRAPHS = frozenset({"p", "div", "center", "h2", "h3", "h4", "h5"})


def grid_lines(table: HtmlElement) -> list[tuple[str, bool]] | None:
    """The lines of a table, each with whether it is a row (a caption is none); None where the table lays out text."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    rows.sort(key=lambda row: row.getparent().tag == "tfoot")  # a browser shows it last, wherever it stands
    cells = [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]
    if not _is_grid(table, cells):
        return None
    grid = _filled(cells)
    own = next((text for caption in table.iter("caption") if (text := _text(caption))), "")
    caption = own or _caption_above(table)
    lines = table_lines(grid, caption, _declared_headers(rows, cells))
    return [
        (line, index > 0 or not caption) for index, line in enumerate(lines) if index or own or not caption
    ]  # what stands above is told


def _caption_above(table: HtmlElement) -> str:
    """What the paragraphs before a table say of it: its caption, the unit of its figures."""
    inner = table
    while inner.getprevious() is None and (parent := inner.getparent()) is not None and parent.tag in _AROUND:
        inner = parent
    before = [sibling for sibling in islice(inner.itersiblings(preceding=True), _MOST_ABOVE) if sibling.tag in _PARAGRAPHS]
    return take_caption([_text(paragraph) for paragraph in reversed(before)])


def _is_grid(table: HtmlElement, rows: list[list[HtmlElement]]) -> bool:
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or width < 2 or sum(map(len, rows)) > _MOST_CELLS or table.find(".//table") is not None:
        return False
    texts = [_text(cell) for row in rows for cell in row]
    if any(text.endswith(("：", ":")) for text in texts[:1]):
        return False  # labels and their values
    linked = sum(len(_text(link)) for link in table.iter("a"))
    if linked and all(map(_is_headline, rows)):
        return False
    several = sum(sum(child.tag in {"p", "div", "li"} for child in cell) >= _BLOCKS_IN_CELL for row in rows for cell in row)
    return max(map(len, texts)) <= _LONGEST_CELL and not several and linked <= 0.5 * sum(map(len, texts))


def _is_headline(row: list[HtmlElement]) -> bool:
    """Whether a row holds the link to another page, and beside it at most its date."""
    texts = [(_text(cell), cell.find(".//a") is not None) for cell in row]
    return any(linked for _, linked in texts) and all(linked or stands_beside_headline(text) for text, linked in texts)


def _declared_headers(rows: list[HtmlElement], cells: list[list[HtmlElement]]) -> int | None:
    """The number of rows of header cells at the top, where the page marks them and something follows."""
    count = 0
    for row, within in zip(rows, cells, strict=True):
        parent = row.getparent()
        if not within or not (all(cell.tag == "th" for cell in within) or (parent is not None and parent.tag == "thead")):
            break
        count += 1
    return count if 0 < count < len(rows) else None


def _filled(cells: list[list[HtmlElement]]) -> list[list[str]]:
    """The texts of the cells by row and column; a merged cell stands in each place that it covers."""
    grid: dict[tuple[int, int], str] = {}
    for y, row in enumerate(cells):
        x = 0
        for cell in row:
            while (y, x) in grid:
                x += 1
            text = _text(cell)
            down, across = _span(cell, "rowspan", len(cells) - y), _span(cell, "colspan", _WIDEST_SPAN)
            grid.update({(y + dy, x + dx): text for dy, dx in product(range(down), range(across))})
            x += across
    width = max(x for _, x in grid) + 1
    return [[grid.get((y, x), "") for x in range(width)] for y in range(len(cells))]


def _span(cell: HtmlElement, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), most)) if value.isdecimal() and len(value) < 6 else 1


def _text(element: HtmlElement) -> str:
    return joined("".join(_pieces(element)).split("\n")).strip()


def _pieces(element: HtmlElement) -> Iterator[str]:
    for node in element.iter():
        if not isinstance(node.tag, str) or any(each.tag in {"del", "s", "rt", "rp"} for each in (node, *node.iterancestors())):
            text = ""
        else:
            text = node.text or ""
        yield {"sup": raised, "sub": lowered}.get(str(node.tag), str)(text)
        yield "\n" if node.tag in {"br", "p", "div"} and node is not element else ""
        yield (node.tail or "") if node is not element else ""
