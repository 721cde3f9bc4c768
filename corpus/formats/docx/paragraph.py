"""The text of one paragraph as it is seen: insertions but no deletions, nothing hidden, raised characters as such."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.formats.raised import lowered, raised
from corpus.language.vocabulary import words

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset(f"{W}{name}" for name in words("del moveFrom delText instrText pPr rPr sdtPr sdtEndPr rt object fldData"))
_MARKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_SCRIPTS: dict[str, Callable[[str], str]] = {"superscript": raised, "subscript": lowered, f"{MATH}sup": raised, f"{MATH}sub": lowered}
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class Paragraph:
    """What stands in a paragraph, and what hangs on it."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and number of the footnotes and endnotes that it refers to."""
    boxes: list[_Element] = field(default_factory=list)
    """The contents of text boxes that are anchored in it, each once."""
    goes_on: bool = False
    """Whether its end was deleted, so that the next one belongs to it."""


def read_paragraph(element: _Element) -> Paragraph:
    """Read a `w:p`. A centred one is a title: its lines are one."""
    paragraph = Paragraph(goes_on=element.find(f"{W}pPr/{W}rPr/{W}del") is not None)
    text = "".join(_texts(element, paragraph))
    alignment = element.find(f"{W}pPr/{W}jc")
    centred = alignment is not None and alignment.get(f"{W}val") == "center"
    paragraph.text = text.replace("\n", "") if centred and not text.isascii() else text
    return paragraph


def chosen(element: _Element) -> _Element | None:
    """Of the two ways in which a drawing is written down, the newer one unless only the older one holds text."""
    ways = [way for way in element if way.tag in {f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback"}]
    return next((way for way in ways if next(way.iter(f"{W}txbxContent"), None) is not None), next(iter(ways), None))


def _texts(element: _Element, paragraph: Paragraph) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT or not isinstance(tag, str) or (tag == f"{W}r" and _is_hidden(child)) or is_placeholder(child):
            continue
        if tag in {f"{W}t", f"{MATH}t"}:
            yield child.text or ""
        elif tag in _MARKS:
            yield _MARKS[tag]
        elif tag in _NOTES:
            paragraph.notes.append((_NOTES[tag], child.get(f"{W}id", "")))
        elif tag == f"{W}txbxContent":
            paragraph.boxes.append(child)
        elif tag == f"{_COMPATIBILITY}AlternateContent":
            if (way := chosen(child)) is not None:
                yield from _texts(way, paragraph)
        else:
            yield _SCRIPTS.get(_script(child), str)("".join(_texts(child, paragraph)))


def is_placeholder(element: _Element) -> bool:
    """Whether a content control shows only what should be typed into it, or the table of contents."""
    if element.tag != f"{W}sdt":
        return False
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    is_contents = gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
    return is_contents or _is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr"))


def _is_hidden(run: _Element) -> bool:
    properties = run.find(f"{W}rPr")
    return properties is not None and any(_is_on(properties.find(f"{W}{name}")) for name in ("vanish", "strike", "dstrike"))


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "true") not in _OFF


def _script(element: _Element) -> str:
    """By what it is marked, or by where and how small it is set, a run is raised or lowered."""
    if element.tag != f"{W}r":
        return str(element.tag)
    align, position = element.find(f"{W}rPr/{W}vertAlign"), element.find(f"{W}rPr/{W}position")
    if align is not None:
        return str(align.get(f"{W}val", ""))
    height = position.get(f"{W}val", "0") if position is not None and element.find(f"{W}rPr/{W}sz") is not None else "0"
    return "" if height in {"0", "-0"} else "subscript" if height.startswith("-") else "superscript"
