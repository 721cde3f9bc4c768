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

from bot.messages.line_breaking import broken
from bot.messages.message import Button, Message
from bot.messages.message_parts import MessagePart, parts_of
from bot.terminal.printing.terminal import printable

BAR = Text.assemble(("▎ ", "cyan"))
GAP = "  "
"""Between two buttons."""

Numbered = tuple[int, Button]


def draw(message: Message, console: Console, before: str = "", after: str = "") -> None:
    """Print the text of a message, and dim what stands before and after its quote in the article."""
    for part in parts_of(message):
        bar = BAR if part.quote else Text()
        around = (_dim(before), _styled(part), _dim(after)) if part.quote else (_styled(part),)
        for line in (line for text in filter(None, around) for line in _lines(text, _room(console) - len(bar))):
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


def draw_aside(text: str, console: Console, address: str | None = None) -> None:
    """Print something beside the messages: a word that passes, the page behind a button."""
    styled = Text(printable(text), style=Style(dim=True, link=address))
    for line in _lines(styled, _room(console)):
        _print(line, console)


def _print(line: Text, console: Console) -> None:
    console.print(line, soft_wrap=True)


def _room(console: Console) -> float:
    return console.width if console.is_terminal else math.inf


def _lines(text: Text, room: float) -> Iterator[Text]:
    return (text[start:end] for start, end in broken(text.plain, room, cell_len))


def _label(numbered: Numbered) -> Text:
    number, button = numbered
    if button.label == str(number):
        return Text(f"[{number}]", "cyan")
    return Text.assemble((f"[{number}]", "cyan"), " ", (printable(button.label), Style(link=button.url)))


def _dim(text: str) -> Text:
    return Text(printable(text), "dim")


def _styled(part: MessagePart) -> Text:
    text = Text(printable(part.text))
    for start, end, entity in part.styles:
        text.stylize(Style(bold=True) if entity.kind == "bold" else Style(link=entity.url), start, end)
    return text
