"""Long texts of every awkward kind, at the doors through which somebody asks: none holds the others up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from bot.conversation.inline import results
from bot.conversation.responding import respond
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.store.store import open_store
from retrieval.errors import QuestionTooLong
from retrieval.question.reading import MOST_CHARACTERS
from retrieval.ranking.learned_weights import load_weights
from retrieval.text.analyzer import Analyzer
from tests.fake_answerers import fake_facts
from tests.park_reports import REPORTS, answerer_over, publish
from tests.processor_time import processor_seconds
from tests.strange_questions import CHARACTERS, LONGEST, WORDS

SECONDS = 0.5
"""Of processor time; each of these took up to twenty where every character was looked at."""
TRIES = 3
"""A machine that is busy in one of them is not in all."""
INLINE = 256
"""Characters that Telegram lets somebody type inline."""
LISTS = sorted((Path(__file__).parents[4] / "bot" / "conversation").glob("*.toml"))
SOMEBODY = Session(7, 7, private=True, language="zh")


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder: Path = tmp_path_factory.mktemp("index")
    analyzer = Analyzer()
    publish(folder, REPORTS, analyzer)
    services = Services(answerer_over(folder, analyzer, load_weights()), open_store(None), 3, fake_facts)
    respond(services, SOMEBODY, Typed("沐江经开区2022年税收多少", 1))  # what the first question loads
    return services


@pytest.mark.parametrize("length", [LONGEST, 300])
@pytest.mark.parametrize("piece", [*CHARACTERS, *WORDS[::4]])
def test_no_text_costs_more_than_any_question(piece: str, length: int, services: Services) -> None:
    text = (piece * length)[:length]
    assert any(max(costs(services, text)) < SECONDS for _ in range(TRIES))


def words_of(file: Path) -> list[str]:
    """Everything that a list of words names."""

    def within(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from within(each)

    return list(filter(None, within(tomllib.loads(file.read_text(encoding="utf-8")))))


@pytest.mark.parametrize("words", [["last year", "有哪些报道"], *map(words_of, LISTS)], ids=["of reports", *(file.name for file in LISTS)])
def test_no_mixture_of_our_own_words_does_either(words: list[str], services: Services) -> None:
    chance = Random(1)
    for number in range(6):
        pieces = words if number % 2 else chance.sample(words, min(3, len(words)))
        text = "".join(chance.choices(pieces, k=MOST_CHARACTERS))[: MOST_CHARACTERS - 1] + "x"
        assert any(max(costs(services, text)) < SECONDS for _ in range(TRIES))


def costs(services: Services, text: str) -> tuple[float, float]:
    """Seconds of processor time for it as a message, and for what is typed inline."""

    def ask() -> None:
        with suppress(QuestionTooLong):
            respond(services, SOMEBODY, Typed(text, 1))

    return processor_seconds(ask), processor_seconds(lambda: results(services, SOMEBODY, text[:INLINE], 0))
