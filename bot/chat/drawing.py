"""Messages with the styles that a terminal has: quotes behind a bar, bold, links, and numbers for buttons.

Where the output is no terminal, lines are left whole, so that the words can be searched and copied.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from bot.line_breaking import broken
from bot.message import Button, Entity, Message
from bot.terminal import printable
from bot.utf16 import index_of

BAR = Text.assemble(("▎ ", "cyan"))
GAP = "  "
"""Between two buttons."""

Numbered = tuple[int, Button]


def draw(message: Message, console: Console) -> None:
    """Print the text of a message."""
    for part, quoted in _parts(message):
        bar = BAR if quoted else Text()
        for line in _lines(part, _room(console) - len(bar)):
            _print(bar + line, console)


def draw_buttons(rows: Iterable[Sequence[Numbered]], console: Console) -> None:
    """Print rows of numbered buttons; a row that is too long goes on in the next line."""
    for row in rows:
        line = Text()
        for label in map(_label, row):
            if line and cell_len(line.plain + GAP + label.plain) > _room(console):
                _print(line, console)
                line = Text()
            line = Text.assemble(line, GAP, label) if line else label
        _print(line, console)


def draw_aside(said: str, console: Console, address: str | None = None) -> None:
    """Print something beside the messages: a word that passes, the page behind a button."""
    text = Text(printable(said), style=Style(dim=True, link=address))
    for line in _lines(text, _room(console)):
        _print(line, console)


def _print(line: Text, console: Console) -> None:
    console.print(line, soft_wrap=True)


def _room(console: Console) -> float:
    return console.width if console.is_terminal else math.inf


def _lines(text: Text, room: float) -> Iterator[Text]:
    return (text[start:end] for start, end in broken(text.plain, room, cell_len))


def _label(numbered: Numbered) -> Text:
    number, button = numbered
    return Text.assemble((f"[{number}]", "cyan"), " ", (printable(button.label), Style(link=button.url)))


def _parts(message: Message) -> Iterator[tuple[Text, bool]]:
    """The message cut where a quote begins or ends, and whether each part is a quote."""
    styled = Text(printable(message.text))
    quotes: list[tuple[int, int]] = []
    for entity in message.entities:
        start, end = index_of(message.text, entity.offset), index_of(message.text, entity.offset + entity.length)
        if entity.kind in {"blockquote", "expandable_blockquote"}:
            quotes.append((start, end))
        else:
            styled.stylize(_style(entity), start, end)
    position = 0
    for start, end in quotes:
        yield from _between(styled, position, start)
        yield styled[start:end], True
        position = end
    yield from _between(styled, position, len(styled))


def _between(text: Text, start: int, end: int) -> Iterator[tuple[Text, bool]]:
    """The part between two quotes without the line breaks that join it to them: what is printed ends its line anyhow."""
    start += text.plain.startswith("\n", start)
    end -= text.plain.startswith("\n", end - 1) and end < len(text)
    if start < end:
        yield text[start:end], False


def _style(entity: Entity) -> Style:
    return Style(bold=True) if entity.kind == "bold" else Style(link=entity.url)
