"""In chats that the bot is not in: results that somebody can send there, and its answer as a guest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.conversation.deep_link import ASK_HERE, HELP
from bot.conversation.holdings import key
from bot.conversation.report_card import opening
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import quote_address, web_address
from bot.messages.rendering import below_quote, display_title, render_answer, render_quotes, source_line
from bot.texts.wording import Texts
from corpus.article import Article
from retrieval.ranking.quote import Quote

PAGE = 10
RESULTS = 50
"""In all pages together: who has not found it by then asks anew."""
SHORTEST_QUESTION = 2
"""Characters."""
DESCRIPTION_LENGTH = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
    """Something to choose from a list, and the message that it becomes."""

    id: str
    """Within one list; at most 64 ASCII characters."""
    title: str
    description: str
    url: str | None
    message: Message


@dataclass(frozen=True, slots=True)
class Results:
    """A page of results."""

    results: Sequence[Result]
    next_page: int | None = None
    hint: str = ""
    """On a button above the list that opens the private chat with `payload`."""
    payload: str = HELP


def results(services: Services, session: Session, typed: str, page: int) -> Results:
    """What there is to send for what somebody has typed so far: quotes, or the newest reports where that is no question yet.

    Raises ParkQAError.
    """
    texts = services.texts(session, typed)
    question = typed.strip()
    if len(question) < SHORTEST_QUESTION:
        headlines, following = _on_page(services.holdings().headlines, page)
        return Results([_report(article) for article in services.articles(headlines)], following, texts.elsewhere.how_to)
    answer = services.recent_answers.ask(services.answerer, question)
    if not answer.found:
        return Results([], hint=texts.elsewhere.nothing_found, payload=ASK_HERE)
    quotes, following = _on_page(answer.quotes, page)
    return Results([_quote(number, quote, texts) for number, quote in enumerate(quotes, page * PAGE)], following)


def guest_answer(services: Services, session: Session, question: str) -> Message:
    """An answer in one message without buttons: what they would bring could not be shown there. Raises ParkQAError."""
    answer = services.answerer.ask(question, top=services.quotes)
    return render_answer(replace(answer, quotes=answer.likely if answer.found else answer.quotes), services.texts(session, question))


def _on_page(things: Sequence[T], page: int) -> tuple[Sequence[T], int | None]:
    """The things of a page, and the number of the next page if there is one."""
    listed = things[:RESULTS]
    return listed[page * PAGE : (page + 1) * PAGE], page + 1 if len(listed) > (page + 1) * PAGE else None


def _quote(number: int, quote: Quote, texts: Texts) -> Result:
    start, end = quote.emphasis[0] if quote.emphasis else (quote.start, quote.end)
    description = one_line(quote.article.text[start:end], DESCRIPTION_LENGTH)
    return Result(f"quote-{number}", display_title(quote.article), description, quote_address(quote), render_quotes([quote], texts))


def _report(article: Article) -> Result:
    address = web_address(article.url)
    source = source_line(article, address)
    description = source.text.removeprefix(display_title(article)).removeprefix(" · ")
    message = join([opening(article), below_quote(source)], "\n")
    return Result(key(article.id), display_title(article), description, address, message)
