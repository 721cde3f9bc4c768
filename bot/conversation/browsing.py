"""Looking around without a question: the newest reports, the parks and their reports, page by page in one message.

A number below a list opens that report on a card of its own, or that park in the place of the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from bot.conversation.article_views import Page
from bot.conversation.callback_data import LatestPage, ParkPage, ParksPage, ShowReport
from bot.conversation.holdings import Holdings, key
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import web_address
from bot.messages.rendering import source_line
from bot.texts.wording import Texts
from retrieval.index.engine import Headline

ENTRIES = 8
"""On one page: Telegram takes as many buttons in a row."""
YEARS = 10
"""Years that are counted one by one."""
PARK_LENGTH = 60

T = TypeVar("T")


class Entry(NamedTuple):
    """A line of a list, and what its number opens."""

    said: Message
    opens: CallbackData


def latest(services: Services, session: Session) -> Message:
    """The newest reports. Raises IndexUnavailable."""
    return _reports(services, services.texts(session), 0)


def sources(services: Services, session: Session) -> Message:
    """The parks, those with most reports first. Raises IndexUnavailable."""
    return _parks(services.holdings(), services.texts(session), 0)


def turn_latest(services: Services, session: Session, data: LatestPage) -> Response:
    """Another page of the newest reports. Raises Expired, IndexUnavailable."""
    return Response(edit=_reports(services, services.texts(session), data.page))


def turn_sources(services: Services, session: Session, data: ParksPage) -> Response:
    """Another page of the parks. Raises Expired, IndexUnavailable."""
    return Response(edit=_parks(services.holdings(), services.texts(session), data.page))


def turn_park(services: Services, session: Session, data: ParkPage) -> Response:
    """A page of the reports on a park. Raises Expired, IndexUnavailable."""
    holdings = services.holdings()
    park = holdings.by_key.get(data.park)
    if park is None or park not in holdings.by_park:
        raise Expired
    return Response(edit=_reports_on(park, holdings, services, services.texts(session), data.page))


def _reports(services: Services, texts: Texts, place: int) -> Message:
    headlines = services.holdings().headlines
    entries = _entries(services, headlines, place)
    listed = _page(entries, len(headlines), place, texts.browsing.latest.format(count=len(headlines)), texts)
    return listed.message.with_buttons(_numbers(entries), listed.turning(LatestPage))


def _reports_on(park: str, holdings: Holdings, services: Services, texts: Texts, place: int) -> Message:
    headlines = holdings.by_park[park]
    entries = _entries(services, headlines, place)
    heading = texts.browsing.of_park.format(park=one_line(park, PARK_LENGTH), count=len(headlines))
    listed = _page(entries, len(headlines), place, heading, texts)
    back = ParksPage(list(holdings.by_park).index(park) // ENTRIES)
    turning = listed.turning(lambda to: ParkPage(key(park), to), Button(texts.browsing.to_parks, callback_data=back))
    return listed.message.with_buttons(_numbers(entries), turning)


def _entries(services: Services, headlines: Sequence[Headline], place: int) -> list[Entry]:
    """The reports of a page that are still there: a newer index may come between two looks."""
    articles = services.articles(_on_page(headlines, place))
    return [Entry(source_line(article, web_address(article.url)), ShowReport(key(article.id))) for article in articles]


def _parks(holdings: Holdings, texts: Texts, place: int) -> Message:
    parks = list(holdings.by_park.items())
    entries = [Entry(_park(park, len(reports), texts), ParkPage(key(park))) for park, reports in _on_page(parks, place)]
    listed = _page(entries, len(parks), place, _counts(holdings, texts), texts)
    return listed.message.with_buttons(_numbers(entries), listed.turning(ParksPage))


def _park(park: str, count: int, texts: Texts) -> Message:
    return Message(texts.browsing.park.format(park=one_line(park, PARK_LENGTH), count=count))


def _counts(holdings: Holdings, texts: Texts) -> str:
    """How many reports and parks there are, and how many reports of each year."""
    said = texts.browsing
    counts = (said.sources if holdings.by_park else said.no_parks).format(parks=len(holdings.by_park), count=len(holdings.headlines))
    if not holdings.by_year:
        return counts
    years = [said.year.format(year=year, count=count) for year, count in islice(holdings.by_year.items(), YEARS)]
    more = ["…"] if len(holdings.by_year) > YEARS else []
    return f"{counts}\n{said.years.format(years=texts.comma.join([*years, *more]))}"


def _page(entries: Sequence[Entry], total: int, place: int, heading: str, texts: Texts) -> Page:
    """A page of numbered entries below a heading. Raises Expired where there is no such page; the first one there always is."""
    count = max(1, -(-total // ENTRIES))
    if place >= count:
        raise Expired
    if count > 1:
        heading = f"{heading}\n{texts.browsing.place.format(page=place + 1, pages=count)}"
    numbered = join([join([Message(f"{n}. "), entry.said], "") for n, entry in enumerate(entries, 1)], "\n")
    return Page(join([Message(heading), numbered], "\n\n") if entries else Message(heading), place, count)


def _numbers(entries: Sequence[Entry]) -> list[Button]:
    return [Button(str(n), callback_data=entry.opens) for n, entry in enumerate(entries, 1)]


def _on_page(things: Sequence[T], place: int) -> Sequence[T]:
    return things[place * ENTRIES : (place + 1) * ENTRIES]
