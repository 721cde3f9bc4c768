"""The conversation in a terminal: the messages of the chat bot, drawn with the styles that a terminal has."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from bot.errors import error_text
from bot.message import Entity, Message
from bot.rendering import render_answer
from bot.terminal import printable
from bot.texts import TEXTS, choose_language
from bot.texts.wording import Texts
from bot.utf16 import index_of
from corpus.errors import ParkQAError
from retrieval.answerer import Answerer
from retrieval.config import Settings

QUIT = {"/quit", "/exit"}
PROMPT = "\n[bold green]>[/] "
BAR = Text("▎ ", style="cyan")


def run_chat(answerer: Answerer, settings: Settings, console: Console) -> None:
    """Answer what is typed until /quit, Ctrl-D or Ctrl-C."""
    texts = TEXTS[settings.bot.language]
    console.print(texts.help_terminal, markup=False)
    try:
        while (said := console.input(PROMPT).strip()).lower() not in QUIT:
            if said:
                draw(_respond(said, answerer, settings, texts), console)
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


def _respond(said: str, answerer: Answerer, settings: Settings, texts: Texts) -> Message:
    if said.startswith("/"):
        return Message(texts.help_terminal if said == "/help" else texts.unknown_command)
    texts = TEXTS[choose_language(settings.bot.language, None, said)]
    try:
        return render_answer(answerer.ask(said, top=settings.answer.quotes), texts)
    except ParkQAError as error:
        return Message(f"{error_text(error, texts)}\n{error}")


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
