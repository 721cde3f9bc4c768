"""In chats that the bot is not in: results that somebody can send there, and its answer as a guest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation.asking_back import which_is_meant
from bot.conversation.deep_link import ASK_HERE, HELP
from bot.conversation.follow_up import Unclear, clear
from bot.conversation.holdings import key
from bot.conversation.pager import page_of
from bot.conversation.report_card import opening
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.spoken_commands import spoken_command
from bot.messages.message import Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import quote_address, web_address
from bot.messages.rendering import below_quote, display_title, render_answer, render_quotes, source_line
from bot.texts.wording import Texts
from corpus.article import Article
from retrieval.errors import QuestionRefused
from retrieval.ranking.quote import Quote

PAGE = 10
RESULTS = 50
"""In all pages together: who has not found it by then asks anew."""
SHORTEST_QUESTION = 2
"""Characters."""
DESCRIPTION_LENGTH = 200


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

    Nothing where there is no such page. Raises ParkQAError.
    """
    texts = services.texts(session, typed)
    try:
        return _results(services, texts, typed.strip(), page)
    except Expired:
        return Results([])
    except QuestionRefused:
        return Results([], hint=texts.inline.too_long)


def _results(services: Services, texts: Texts, question: str, page: int) -> Results:
    if len(question) < SHORTEST_QUESTION:
        headlines = page_of(services.holdings().headlines[:RESULTS], page, PAGE)
        return Results([_report(article) for article in services.articles(headlines.things)], headlines.next, texts.inline.how_to)
    answer = services.recent_answers.ask(services.answerer, question)
    if not answer.found:
        return Results([], hint=texts.inline.nothing_found, payload=ASK_HERE)
    quotes = page_of(answer.quotes[:RESULTS], page, PAGE)
    return Results([_quote(number, quote, texts) for number, quote in enumerate(quotes.things, page * PAGE)], quotes.next)


def guest_answer(services: Services, session: Session, question: str) -> Message:
    """An answer in one message without buttons: what they would bring could not be shown there. Raises ParkQAError."""
    if said := spoken_command(services, session, question):
        return said.with_buttons()
    try:
        asked = clear(services, services.answerer.read(question))
    except Unclear as unclear:
        return which_is_meant(services, session, unclear.question)
    answer = services.answerer.with_missing(services.answerer.answer(asked, top=services.quotes))
    return render_answer(replace(answer, quotes=answer.visible(services.quotes)), services.texts(session, question))


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
