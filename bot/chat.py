"""The conversation in a terminal: the messages of the chat bot, drawn with the styles that a terminal has."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from bot.dialogue.asking import ask
from bot.dialogue.desk import Desk
from bot.dialogue.visitor import Visitor
from bot.errors import error_text
from bot.message import Entity, Message
from bot.terminal import printable
from bot.texts import TEXTS, Language, choose_language
from bot.utf16 import index_of
from corpus.errors import ParkQAError

QUIT = {"/quit", "/exit"}
PROMPT = "\n[bold green]>[/] "
TERMINAL = 0
"""Number of the one chat."""
BAR = Text("▎ ", style="cyan")


def run_chat(desk: Desk, language: Language, console: Console) -> None:
    """Answer what is typed until /quit, Ctrl-D or Ctrl-C."""
    texts = TEXTS[language]
    console.print(texts.help_terminal, markup=False)
    try:
        while (said := console.input(PROMPT).strip()).lower() not in QUIT:
            if said:
                draw(_respond(said, desk, language), console)
    except (EOFError, KeyboardInterrupt):
        console.print()
    console.print(texts.goodbye, markup=False)


def draw(message: Message, console: Console) -> None:
    """Print a message: quotes behind a bar, bold and links as the terminal can."""
    for part, quoted in _parts(message):
        if not quoted:
            console.print(part)
            continue
        for line in part.wrap(console, console.width - len(BAR)):
            line.rstrip()
            console.print(BAR + line)


def _respond(said: str, desk: Desk, language: Language) -> Message:
    texts = TEXTS[language]
    if said.startswith("/"):
        return Message(texts.help_terminal if said == "/help" else texts.unknown_command)
    visitor = Visitor(person=None, chat=TERMINAL, private=True, language=choose_language(language, None, said))
    try:
        return ask(desk, visitor, said).message
    except ParkQAError as error:
        return Message(f"{error_text(error, TEXTS[visitor.language])}\n{error}")


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
