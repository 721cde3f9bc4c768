"""A park on a card, for whoever only names it: which reports there are, of which years, and what can be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.conversation.example_questions import example_buttons
from bot.conversation.examples import park_in
from bot.conversation.holdings import key
from bot.conversation.keyboards import LABEL_LENGTH, AskOfPark, ReportsPage
from bot.conversation.parks_meant import distinct, parks_meant, reports_on
from bot.conversation.reports_wanted import only_name, reports_wanted
from bot.conversation.services import Services
from bot.messages.message import Button, Message, join
from bot.messages.one_line import one_line
from bot.messages.page_link import web_address
from bot.messages.rendering import source_line
from bot.settings.language import Language
from bot.store.answers import ShownAnswer
from bot.texts import TEXTS
from retrieval.index.engine import Headline
from retrieval.question.question import Question

YEARS = 6
"""The latest ones, in a row of buttons."""
NAME_LENGTH = 60
MOST_PARKS = 8


def parks_named(services: Services, question: Question) -> tuple[str, ...]:
    """The parks that a question only names, as reports spell them; none where it says anything else. Raises IndexUnavailable."""
    mention = None if reports_wanted(question) else only_name(question)
    return parks_meant(services, mention) if mention else ()


def park_card(services: Services, shown: ShownAnswer, parks: Sequence[str], language: Language) -> Message:
    """The card of a park by one or several spellings of its name; which is meant where there are several parks. Raises IndexUnavailable."""
    several = distinct(parks, services.answerer.analyzer.normalize)
    if len(several) > 1:
        return _which(shown, several, language)
    headlines, texts = reports_on(services.holdings(), parks), TEXTS[language]
    browsing = texts.browsing
    years = Counter(headline.published.year for headline in headlines if headline.published)
    told = texts.comma.join(browsing.year.format(year=year, count=count) for year, count in sorted(years.items(), reverse=True))
    lines = [
        Message(browsing.card.format(park=_titled(parks[0], language), count=len(headlines))),
        *([Message(browsing.card_years.format(years=told))] if told else []),
        *_newest(services, headlines, browsing.card_newest),
    ]
    return join([join(lines, "\n"), Message(browsing.ask_on)], "\n\n").with_buttons(
        *example_buttons(services, parks[0], headlines, language),
        _year_buttons(shown, years, language),
        [Button(browsing.button_reports.format(count=len(headlines)), callback_data=ReportsPage(shown.token, 0, below=True))],
    )


def _which(shown: ShownAnswer, parks: Sequence[str], language: Language) -> Message:
    buttons = (
        [Button(one_line(park_in(language, park), LABEL_LENGTH), callback_data=AskOfPark(shown.token, key(park)))]
        for park in parks[:MOST_PARKS]
    )
    return Message(TEXTS[language].browsing.which_park.format(name=one_line(shown.question, NAME_LENGTH))).with_buttons(*buttons)


def _titled(park: str, language: Language) -> str:
    """By the name that its reports use, and before it, for readers of English, by the one in English."""
    name = park_in(language, park)
    return one_line(f"{name} ({park})" if language == "en" and name != park else name, NAME_LENGTH)


def _newest(services: Services, headlines: Sequence[Headline], label: str) -> Iterator[Message]:
    for article in services.articles(headlines[:1]):
        yield join([Message(label), source_line(article, web_address(article.url))], "")


def _year_buttons(shown: ShownAnswer, years: Counter[int], language: Language) -> Iterator[Button]:
    for year in islice(sorted(years, reverse=True), YEARS):
        yield Button(TEXTS[language].year.format(year=year), callback_data=ReportsPage(shown.token, 0, year, below=True))
