"""Looking around without a question: the newest reports, the parks and their reports, page by page in one message.

A number below a list opens that report on a card of its own, or that park in the place of the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.conversation.action import Action
from bot.conversation.holdings import Holdings, key
from bot.conversation.pager import page_of
from bot.conversation.report_list import ENTRIES, Entry, list_page, report_entries
from bot.conversation.response import Response, shown_where
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message
from bot.messages.one_line import one_line
from bot.texts.wording import Texts

YEARS = 10
"""Years that are counted one by one."""
PARK_LENGTH = 60


@dataclass(frozen=True, slots=True)
class LatestPage(CallbackData):
    """Turns a page of the newest reports."""

    name = "latest"
    page: int
    below: bool = False
    """Whether in a message of its own, or in the place of the one with the button."""


@dataclass(frozen=True, slots=True)
class ParksPage(CallbackData):
    """Turns a page of the parks."""

    name = "parks"
    page: int
    below: bool = False


@dataclass(frozen=True, slots=True)
class ParkPage(CallbackData):
    """Shows a page of the reports on a park."""

    name = "park"
    park: str
    """Its key, as in `bot.conversation.holdings`."""
    page: int = 0


def latest(services: Services, session: Session) -> Message:
    """The newest reports. Raises IndexUnavailable."""
    return _reports(services, services.texts(session), 0)


def sources(services: Services, session: Session) -> Message:
    """The parks, those with most reports first. Raises IndexUnavailable."""
    return _parks(services.holdings(), services.texts(session), 0)


def turn_latest(services: Services, session: Session, data: LatestPage) -> Response:
    """Another page of the newest reports. Raises Expired, IndexUnavailable."""
    return shown_where(_reports(services, services.texts(session), data.page), below=data.below)


def turn_sources(services: Services, session: Session, data: ParksPage) -> Response:
    """Another page of the parks. Raises Expired, IndexUnavailable."""
    return shown_where(_parks(services.holdings(), services.texts(session), data.page), below=data.below)


def looking_around(texts: Texts) -> tuple[Button, Button]:
    """Buttons to the newest reports and to the parks, from a message that stays."""
    return (
        Button(texts.browsing.button_latest, callback_data=LatestPage(0, below=True)),
        Button(texts.browsing.button_parks, callback_data=ParksPage(0, below=True)),
    )


def turn_park(services: Services, session: Session, data: ParkPage) -> Response:
    """A page of the reports on a park. Raises Expired, IndexUnavailable."""
    holdings = services.holdings()
    park = holdings.by_key.get(data.park)
    if park is None or park not in holdings.by_park:
        raise Expired
    return Response(edit=_reports_on(park, holdings, services, services.texts(session), data.page))


def _reports(services: Services, texts: Texts, number: int) -> Message:
    headlines = services.holdings().headlines
    page = page_of(headlines, number, ENTRIES)
    heading = texts.browsing.latest.format(count=len(headlines))
    return list_page(page, heading, report_entries(services, page.things), texts, page.turning(LatestPage))


def _reports_on(park: str, holdings: Holdings, services: Services, texts: Texts, number: int) -> Message:
    headlines = holdings.by_park[park]
    page = page_of(headlines, number, ENTRIES)
    heading = texts.browsing.of_park.format(park=one_line(park, PARK_LENGTH), count=len(headlines))
    back = Button(texts.browsing.to_parks, callback_data=ParksPage(list(holdings.by_park).index(park) // ENTRIES))
    turning = page.turning(lambda to: ParkPage(key(park), to), back)
    return list_page(page, heading, report_entries(services, page.things), texts, turning)


def _parks(holdings: Holdings, texts: Texts, number: int) -> Message:
    page = page_of(list(holdings.by_park.items()), number, ENTRIES)
    entries = [Entry(_park(park, len(reports), texts), ParkPage(key(park))) for park, reports in page.things]
    return list_page(page, _counts(holdings, texts), entries, texts, page.turning(ParksPage))


def _park(park: str, count: int, texts: Texts) -> Message:
    return Message(texts.browsing.park.format(park=one_line(park, PARK_LENGTH), count=count))


def _counts(holdings: Holdings, texts: Texts) -> str:
    """How many reports and parks there are, and how many reports of each year."""
    browsing = texts.browsing
    counts = browsing.sources if holdings.by_park else browsing.no_parks
    counted = counts.format(parks=len(holdings.by_park), count=len(holdings.headlines))
    if not holdings.by_year:
        return counted
    years = [browsing.year.format(year=year, count=count) for year, count in islice(holdings.by_year.items(), YEARS)]
    more = ["…"] if len(holdings.by_year) > YEARS else []
    return f"{counted}\n{browsing.years.format(years=texts.comma.join([*years, *more]))}"


ACTIONS: Sequence[Action[Services, Any]] = (
    Action(LatestPage, turn_latest),
    Action(ParksPage, turn_sources),
    Action(ParkPage, turn_park),
)
