"""The visible text of a page, block by block, as a browser lays it out: tags that are not known are part of their line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from corpus.formats.html.asides import Asides
from corpus.formats.html.grids import grid_lines
from corpus.formats.joining import joined
from corpus.formats.raised import lowered, raised
from corpus.language.vocabulary import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    words(
        "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form"
        " frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary"
        " table tbody tfoot thead tr ul"
    )
)
_CELLS = frozenset(words("td th"))
_HEADINGS = frozenset(words("h1 h2 h3"))
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_LINE_END = re.compile(r"[ \t\f\v]*[\r\n][ \t\r\n\f\v]*")
_BREAK = "\0"
"""Stands for a line break that is meant: in preformatted text."""
_SCRIPTS: dict[str, Callable[[str], str]] = {"sup": raised, "sub": lowered}


class Piece(NamedTuple):
    """Text of one element."""

    text: str
    linked: bool


@dataclass(slots=True)
class Block:
    """What a browser shows as one paragraph, or a line of a table of figures."""

    home: HtmlElement
    """The innermost block element in which it begins."""
    pieces: list[Piece] = field(default_factory=list)
    is_row: bool = False

    @property
    def lines(self) -> list[str]:
        """Line ends of the source are blanks, and nothing beside Chinese characters."""
        text = "".join(piece.text for piece in self.pieces)
        return [
            line for part in text.split(_BREAK) if (line := _SPACE.sub(" ", joined(_LINE_END.split(part.strip(" \t\r\n\f\v")))).strip())
        ]


class _State(NamedTuple):
    linked: bool = False
    script: str = ""
    preformatted: bool = False
    heading: bool = False

    def inside(self, tag: str) -> _State:
        return _State(
            self.linked or tag == "a",
            tag if tag in _SCRIPTS else self.script,
            self.preformatted or tag == "pre",
            self.heading or tag in _HEADINGS,
        )

    def piece(self, text: str) -> Piece:
        if self.script:
            text = _SCRIPTS[self.script](text)
        return Piece(text.replace("\n", _BREAK) if self.preformatted else text, self.linked)


def blocks(root: HtmlElement, asides: Asides) -> Iterator[Block]:
    """Yield the page's blocks in order. A loop instead of recursion: pages nest deeper than the interpreter may."""
    block = Block(root)
    stack: list[tuple[bool, HtmlElement, _State]] = [(True, root, _State())]
    while stack:
        enters, element, state = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else "!"
        skipped = enters and asides.skips(element, tag)
        rows = grid_lines(element) if enters and tag == "table" and not skipped else None
        if tag in _BLOCKS and not (tag == "br" and state.heading):
            if block.pieces:
                yield block
            inside = enters and not skipped and rows is None and tag not in {"br", "hr"}
            block = Block(element if inside else _home(element))
        if rows is not None:
            yield from (Block(element, [Piece(line, linked=False)], is_row=is_row) for line, is_row in rows)
        if enters and not skipped and rows is None:
            if element.text:
                block.pieces.append(state.inside(tag).piece(element.text))
            stack.append((False, element, state))
            stack.extend((True, child, state.inside(tag)) for child in reversed(element))
            continue
        if tag in _CELLS or tag == "br":
            block.pieces.append(Piece("\n" if tag == "br" else " ", linked=False))
        if element.tail and element is not root:
            block.pieces.append(state.piece(element.tail))
    if block.pieces:
        yield block


def _home(element: HtmlElement) -> HtmlElement:
    """The block element around an element."""
    return next((each for each in element.iterancestors() if each.tag in _BLOCKS or each.tag in _CELLS), element)
