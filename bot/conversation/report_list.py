"""Numbered lists of reports and parks, a page in each message, with a button for each number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from bot.conversation.holdings import key
from bot.conversation.pager import ListPage
from bot.conversation.report_card import ShowReport
from bot.conversation.services import Services
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message, join
from bot.messages.page_link import web_address
from bot.messages.rendering import source_line
from bot.texts.wording import Texts
from retrieval.index.engine import Headline

ENTRIES = 8
"""On one page: Telegram takes as many buttons in a row."""


class Entry(NamedTuple):
    """A line of a list, and what its number opens."""

    line: Message
    opens: CallbackData


def report_entries(services: Services, headlines: Sequence[Headline]) -> list[Entry]:
    """The reports that are still there: a newer index may come between two looks."""
    articles = services.articles(headlines)
    return [Entry(source_line(article, web_address(article.url)), ShowReport(key(article.id))) for article in articles]


def list_page(page: ListPage[Any], heading: str, entries: Sequence[Entry], texts: Texts, *rows: Iterable[Button]) -> Message:
    """Numbered entries below a heading, a button for each number, and further rows of buttons."""
    above = Message(page.below(heading, texts))
    numbered = join([join([Message(f"{n}. "), entry.line], "") for n, entry in enumerate(entries, 1)], "\n")
    numbers = [Button(str(n), callback_data=entry.opens) for n, entry in enumerate(entries, 1)]
    return (join([above, numbered], "\n\n") if entries else above).with_buttons(numbers, *rows)
