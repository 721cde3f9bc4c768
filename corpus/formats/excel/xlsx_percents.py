"""Which cells of an .xlsx workbook are shown as percent."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from corpus.errors import UnreadableFile
from corpus.formats.archive import DAMAGE
from corpus.formats.excel.number_formats import PercentCells, percent_decimals
from corpus.reason import ReasonCode

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_SAFE: Mapping[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}


def percent_cells(data: bytes) -> dict[str, PercentCells]:
    """By name of a sheet; a workbook that says it otherwise has none.

    Raises UnreadableFile where the archive is damaged: what was 12 % must not be read as 0.12.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            styles = _percent_styles(archive.read("xl/styles.xml"))
            return {name: dict(_cells(archive.read(part), styles)) for name, part in _sheets(archive)} if styles else {}
    except (KeyError, ValueError, etree.XMLSyntaxError):
        return {}
    except DAMAGE as error:
        raise UnreadableFile(ReasonCode.BROKEN, format=".xlsx", error=str(error)) from error


def _percent_styles(xml: bytes) -> dict[str, int]:
    """By the number of a style, the decimals."""
    root = _parsed(xml)
    codes = {int(each.get("numFmtId")): each.get("formatCode") or "" for each in root.iterfind("{*}numFmts/{*}numFmt")}
    decimals = partial(percent_decimals, codes)
    formats = (decimals(int(style.get("numFmtId") or 0)) for style in root.iterfind("{*}cellXfs/{*}xf"))
    return {str(number): shown for number, shown in enumerate(formats) if shown is not None}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet."""
    targets = {each.get("Id"): each.get("Target") or "" for each in _parsed(archive.read("xl/_rels/workbook.xml.rels"))}
    for sheet in _parsed(archive.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet"):
        target = next((targets[value] for key, value in sheet.attrib.items() if key.endswith("}id") and value in targets), "")
        if target:
            yield sheet.get("name") or "", target[1:] if target.startswith("/") else f"xl/{target}"


def _cells(xml: bytes, styles: Mapping[str, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """Cells without a place of their own stand behind the one before; few programs leave it out, and those name no styles."""
    from lxml import etree

    for _, cell in etree.iterparse(io.BytesIO(xml), events=("end",), tag="{*}c", **_SAFE):
        place = _PLACE.fullmatch(cell.get("r") or "")
        if place and cell.get("s") in styles:
            yield (int(place[2]) - 1, _column(place[1])), styles[cell.get("s")]
        cell.clear()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _parsed(xml: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(**_SAFE))
