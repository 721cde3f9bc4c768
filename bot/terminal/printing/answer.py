"""What `parkqa ask` prints: the answer as the chat shows it, and below it where its articles lie, for whoever looks after them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from bot.messages.hints import hint_for
from bot.messages.message import Message
from bot.messages.rendering import render_answer, render_quotes
from bot.terminal.printing.drawing import draw, draw_aside
from bot.texts import TEXTS, choose_language
from bot.texts.wording import Texts
from retrieval.answering.answer import Answer


def print_answer(console: Console, answer: Answer) -> None:
    """Print every quote, or that nothing was found, in the language of the question; and the explanation where there is one."""
    for message in _messages(answer, TEXTS[choose_language("en", None, answer.question.text)]):
        draw(message, console)
        console.print()
    for line in (*_sources(answer), f"confidence {answer.confidence:.2f} · index {answer.index_version} · {answer.took_ms:.0f} ms"):
        draw_aside(line, console)
    if answer.explanation:
        from bot.terminal.printing.explanation_tables import print_explanation

        console.print()
        print_explanation(console, answer.explanation)


def _messages(answer: Answer, texts: Texts) -> Iterator[Message]:
    """One for each quote: a terminal has room for more of them than a message has."""
    if not (answer.found and answer.quotes):
        yield render_answer(answer, texts)
        return
    yield from (render_quotes([quote], texts) for quote in answer.quotes)
    if hint := hint_for(answer, texts):
        yield Message(hint)


def _sources(answer: Answer) -> Iterator[str]:
    """File, address and near-duplicates of each article, in the order of the quotes."""
    for article, also_in in {quote.article.id: (quote.article, quote.also_in) for quote in answer.quotes}.values():
        parts = (article.path, article.url, also_in and f"also in {', '.join(also_in)}")
        yield " · ".join(part for part in parts if part)
