"""Looking around without a question: the newest reports, the parks and their reports, page by page in one message.

A number below a list opens that report on a card of its own, or that park in the place of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeVar

from bot.dialogue.article_views import Page
from bot.dialogue.contents import Contents, key
from bot.dialogue.desk import Desk, Expired
from bot.dialogue.press import Press
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.message import Button, Message, join
from bot.one_line import one_line
from bot.page_link import web_address
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
    return Reaction(edit=_reports_on(park, desk, desk.texts(visitor), pressed.number))


def _reports(desk: Desk, texts: Texts, place: int) -> Message:
    headlines = desk.contents().headlines
    listed = _list(headlines, place, texts.browsing.latest.format(count=len(headlines)), _entries(desk), texts)
    return listed.message.with_buttons(
        _numbers(headlines, place, lambda headline: Press("report", key(headline.id))),
        listed.turning(lambda to: Press("latest", EVERYTHING, to)),
    )


def _reports_on(park: str, desk: Desk, texts: Texts, place: int) -> Message:
    by_park = desk.contents().by_park
    headlines = by_park[park]
    heading = texts.browsing.of_park.format(park=one_line(park, PARK_LENGTH), count=len(headlines))
    listed = _list(headlines, place, heading, _entries(desk), texts)
    listed_on = list(by_park).index(park) // ENTRIES
    return listed.message.with_buttons(
        _numbers(headlines, place, lambda headline: Press("report", key(headline.id))),
        listed.turning(
            lambda to: Press("park", key(park), to),
            Button(texts.browsing.to_parks, press=str(Press("sources", EVERYTHING, listed_on))),
        ),
    )


def _parks(contents: Contents, texts: Texts, place: int) -> Message:
    parks = list(contents.by_park.items())
    said = texts.browsing
    heading = (said.sources if parks else said.no_parks).format(parks=len(parks), count=len(contents.headlines))
    if contents.by_year:
        years = (said.year.format(year=year, count=count) for year, count in islice(contents.by_year.items(), YEARS))
        more = ["…"] if len(contents.by_year) > YEARS else []
        heading += "\n" + said.years.format(years=texts.comma.join([*years, *more]))
    listed = _list(parks, place, heading, lambda item: _park_entry(*item, texts), texts)
    return listed.message.with_buttons(
        _numbers(parks, place, lambda item: Press("park", key(item[0]))),
        listed.turning(lambda to: Press("sources", EVERYTHING, to)),
    )


def _park_entry(park: str, headlines: Sequence[Headline], texts: Texts) -> Message:
    return Message(texts.browsing.park.format(park=one_line(park, PARK_LENGTH), count=len(headlines)))


def _entries(desk: Desk) -> Callable[[Headline], Message]:
    def entry(headline: Headline) -> Message:
        article = desk.article(headline.id)
        return source_line(article, web_address(article.url))

    return entry


def _list(things: Sequence[T], place: int, heading: str, entry: Callable[[T], Message], texts: Texts) -> Page:
    """A page of numbered entries below a heading. Raises Expired where there is no such page; the first one there always is."""
    count = max(1, -(-len(things) // ENTRIES))
    if place >= count:
        raise Expired
    if count > 1:
        heading = f"{heading}\n{texts.browsing.place.format(page=place + 1, pages=count)}"
    numbered = [join([Message(f"{n}. "), entry(thing)], "") for n, thing in enumerate(_on_page(things, place), 1)]
    return Page(join([Message(heading), *([join(numbered, "\n")] if numbered else [])], "\n\n"), place, count)


def _numbers(things: Sequence[T], place: int, press: Callable[[T], Press]) -> list[Button]:
    return [Button(str(n), press=str(press(thing))) for n, thing in enumerate(_on_page(things, place), 1)]


def _on_page(things: Sequence[T], place: int) -> Sequence[T]:
    return things[place * ENTRIES : (place + 1) * ENTRIES]
