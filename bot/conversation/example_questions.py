"""Buttons that ask an example question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.conversation.examples import MOST
from bot.conversation.holdings import key
from bot.conversation.services import Expired, Services
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button
from bot.messages.one_line import one_line
from bot.settings.language import Language
from bot.texts import TEXTS
from retrieval.index.engine import Headline

LABEL_LENGTH = 80
_PARKS_LOOKED_AT = 6


@dataclass(frozen=True, slots=True)
class AskExample(CallbackData):
    """Asks an example question about a park."""

    name = "example"
    park: str
    """Its key, as in `bot.conversation.holdings`."""
    question: str
    """Its key likewise."""
    language: str


def example_buttons(services: Services, park: str, headlines: Sequence[Headline], language: Language) -> Iterator[list[Button]]:
    """A row for each example about a park with these reports. Raises IndexUnavailable."""
    for question in services.examples.of(services.answerer, park, headlines, language):
        yield [_button(park, question, language)]


def general_examples(services: Services, language: Language) -> tuple[Button, ...]:
    """One about each of the parks with most reports. Raises IndexUnavailable."""
    return tuple(islice(_general(services, language), MOST))


def _general(services: Services, language: Language) -> Iterator[Button]:
    for park, headlines in islice(services.holdings().by_park.items(), _PARKS_LOOKED_AT):
        for question in services.examples.of(services.answerer, park, headlines, language, 1):
            yield _button(park, question, language)


def example_named(services: Services, data: AskExample) -> str:
    """The question of a button. Raises Expired where the reports give it no more, IndexUnavailable."""
    holdings = services.holdings()
    park = holdings.by_key.get(data.park, "")
    language = next((language for language in TEXTS if language == data.language), None)
    if park not in holdings.by_park or language is None:
        raise Expired
    made = (services.examples.of(services.answerer, park, holdings.by_park[park], language, most) for most in (1, MOST))
    question = next((question for questions in made for question in questions if key(question) == data.question), None)
    if question is None:
        raise Expired
    return question


def _button(park: str, question: str, language: Language) -> Button:
    return Button(one_line(question, LABEL_LENGTH), callback_data=AskExample(key(park), key(question), language))
