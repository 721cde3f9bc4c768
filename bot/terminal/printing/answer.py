"""What `parkqa ask` prints: the answer as the chat shows it, and below it where its articles lie, for whoever looks after them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from bot.messages.hints import hint_for
from bot.messages.message import Message
from bot.messages.rendering import listed_line, render_answer, render_quotes
from bot.terminal.printing.drawing import draw, draw_aside
from bot.texts import TEXTS, choose_language
from bot.texts.tables import Say
from bot.texts.wording import Texts
from retrieval.answering.answer import Answer
from retrieval.ranking.quote import Quote


def print_answer(console: Console, answer: Answer, say: Say) -> None:
    """Print every quote, or that nothing was found, in the language of the question; the rest as `say` says it."""
    texts = TEXTS[choose_language("en", None, answer.question.text)]
    if listed := listed_line(answer, texts):
        draw(Message(listed), console)
        console.print()
    if answer.found and not answer.compared:
        for quote in answer.quotes:
            _print_quote(console, quote, texts)
    if last := _last(answer, texts):
        draw(last, console)
        console.print()
    for line in (*_sources(answer, say), *_facts(answer, say)):
        draw_aside(line, console)
    if answer.explanation:
        from bot.terminal.printing.explanation_tables import print_explanation

        console.print()
        print_explanation(console, answer.explanation, say)


def _facts(answer: Answer, say: Say) -> Iterator[str]:
    """How sure it is, of which index, and how to see all that is listed; a list is no guess, and so has no confidence."""
    if not answer.listed:
        yield say(f"confidence {answer.confidence:.2f} · index {answer.index_version} · {answer.took_ms:.0f} ms")
        return
    if answer.listed > len(answer.quotes):
        yield say(f"shown {len(answer.quotes)} of {answer.listed}; all of them with --top {answer.listed}")
    yield say(f"index {answer.index_version} · {answer.took_ms:.0f} ms")


def _print_quote(console: Console, quote: Quote, texts: Texts) -> None:
    """A quote by itself: a terminal has room for more of them than a message has, and for what each was cut from."""
    text, (start, end) = quote.article.text, quote.around
    around = (text[start : quote.start].strip(), text[quote.end : end].strip()) if console.is_terminal else ()
    draw(render_quotes([quote], texts), console, *around)
    console.print()


def _last(answer: Answer, texts: Texts) -> Message | None:
    """What there is to say below the quotes, or in their place."""
    if answer.compared or not (answer.found and answer.quotes):
        return render_answer(answer, texts)
    hint = hint_for(answer, texts)
    return Message(hint) if hint else None


def _sources(answer: Answer, say: Say) -> Iterator[str]:
    """File, address and near-duplicates of each article, in the order of the quotes."""
    for article, also_in in {quote.article.id: (quote.article, quote.also_in) for quote in answer.quotes}.values():
        parts = (article.path, article.url, also_in and say(f"also in {', '.join(also_in)}"))
        yield " · ".join(part for part in parts if part)
