"""Looking around without a question: the newest reports, the parks and their reports, page by page in one message.

A number below a list opens that report on a card of its own, or that park in the place of the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from bot.dialogue.article_views import Page
from bot.dialogue.contents import Contents, key
from bot.dialogue.desk import Desk, Expired
from bot.dialogue.press import Press
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.messages.message import Button, Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import web_address
from bot.rendering import source_line
from bot.texts.wording import Texts
from retrieval.engine.protocol import Headline

ENTRIES = 8
"""On one page: Telegram takes as many buttons in a row."""
YEARS = 10
"""Years that are counted one by one."""
PARK_LENGTH = 60
EVERYTHING = "all"
"""Stands in callback data where there is nothing to name."""

T = TypeVar("T")


class Entry(NamedTuple):
    """A line of a list, and what its number opens."""

    said: Message
    press: Press


def latest(desk: Desk, visitor: Visitor) -> Message:
    """The newest reports. Raises IndexUnavailable."""
    return _reports(desk, desk.texts(visitor), 0)


def sources(desk: Desk, visitor: Visitor) -> Message:
    """The parks, those with most reports first. Raises IndexUnavailable."""
    return _parks(desk.contents(), desk.texts(visitor), 0)


def turn_latest(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """Another page of the newest reports. Raises Expired, IndexUnavailable."""
    return Reaction(edit=_reports(desk, desk.texts(visitor), pressed.number))


def turn_sources(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """Another page of the parks. Raises Expired, IndexUnavailable."""
    return Reaction(edit=_parks(desk.contents(), desk.texts(visitor), pressed.number))


def turn_park(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """A page of the reports on a park. Raises Expired, IndexUnavailable."""
    contents = desk.contents()
    park = contents.by_key.get(pressed.token)
    if park is None or park not in contents.by_park:
        raise Expired
    return Reaction(edit=_reports_on(park, contents, desk, desk.texts(visitor), pressed.number))


def _reports(desk: Desk, texts: Texts, place: int) -> Message:
    headlines = desk.contents().headlines
    entries = _entries(desk, headlines, place)
    listed = _page(entries, len(headlines), place, texts.browsing.latest.format(count=len(headlines)), texts)
    return listed.message.with_buttons(_numbers(entries), listed.turning(lambda to: Press("latest", EVERYTHING, to)))


def _reports_on(park: str, contents: Contents, desk: Desk, texts: Texts, place: int) -> Message:
    headlines = contents.by_park[park]
    entries = _entries(desk, headlines, place)
    heading = texts.browsing.of_park.format(park=one_line(park, PARK_LENGTH), count=len(headlines))
    listed = _page(entries, len(headlines), place, heading, texts)
    back = Press("sources", EVERYTHING, list(contents.by_park).index(park) // ENTRIES)
    turning = listed.turning(lambda to: Press("park", key(park), to), Button(texts.browsing.to_parks, press=str(back)))
    return listed.message.with_buttons(_numbers(entries), turning)


def _entries(desk: Desk, headlines: Sequence[Headline], place: int) -> list[Entry]:
    """The reports of a page that are still there: a newer index may come between two looks."""
    articles = desk.articles(_on_page(headlines, place))
    return [Entry(source_line(article, web_address(article.url)), Press("report", key(article.id))) for article in articles]


def _parks(contents: Contents, texts: Texts, place: int) -> Message:
    parks = list(contents.by_park.items())
    entries = [Entry(_park(park, len(reports), texts), Press("park", key(park))) for park, reports in _on_page(parks, place)]
    listed = _page(entries, len(parks), place, _counts(contents, texts), texts)
    return listed.message.with_buttons(_numbers(entries), listed.turning(lambda to: Press("sources", EVERYTHING, to)))


def _park(park: str, count: int, texts: Texts) -> Message:
    return Message(texts.browsing.park.format(park=one_line(park, PARK_LENGTH), count=count))


def _counts(contents: Contents, texts: Texts) -> str:
    """How many reports and parks there are, and how many reports of each year."""
    said = texts.browsing
    counts = (said.sources if contents.by_park else said.no_parks).format(parks=len(contents.by_park), count=len(contents.headlines))
    if not contents.by_year:
        return counts
    years = [said.year.format(year=year, count=count) for year, count in islice(contents.by_year.items(), YEARS)]
    more = ["…"] if len(contents.by_year) > YEARS else []
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
    return [Button(str(n), press=str(entry.press)) for n, entry in enumerate(entries, 1)]


def _on_page(things: Sequence[T], place: int) -> Sequence[T]:
    return things[place * ENTRIES : (place + 1) * ENTRIES]
