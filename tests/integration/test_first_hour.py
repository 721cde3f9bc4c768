"""Somebody's first hour in a chat over the sample articles, as it reads: every message whole, with what is bold and the buttons.

chats/first_hour/*.txt hold them: > types in private, # in a group, [ presses a button of the latest message that has it, → opens, as
somebody else, the link that a button has copied; an empty line begins anew. After a change that is meant:
`RECORD=1 pytest tests/integration/test_first_hour.py` writes them again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby

import pytest

from bot.conversation.command import Arguments
from bot.conversation.responding import respond
from bot.conversation.response import Response
from bot.conversation.routes import dispatcher_for
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.message import Button, Message
from bot.texts import Language
from tests.integration.test_chats import CHATS as WRITTEN
from tests.integration.test_chats import LANGUAGES, reads_as_written
from tests.written_out import written_out

CHATS = WRITTEN / "first_hour"
LINK = "https://t.me/parks_bot?start="
numbers = count(1)


@pytest.fixture(scope="module")
def in_telegram(services: Services) -> Services:
    """The same conversation where there are links and groups."""
    return replace(services, link_to=lambda payload: f"{LINK}{payload}", group_link="https://t.me/parks_bot?startgroup=true")


@pytest.mark.parametrize(("name", "language"), LANGUAGES.items(), ids=LANGUAGES)
def test_a_first_hour_reads_as_it_is_written_down(in_telegram: Services, name: str, language: Language) -> None:
    reads_as_written(CHATS / f"{name}.txt", lambda chat: Chat(in_telegram, language).played(chat))


class Chat:
    """One chat, and what its messages bring."""

    def __init__(self, services: Services, language: Language) -> None:
        self._services = services
        self._dispatcher = dispatcher_for(services)
        self._session = _somebody(language)
        self._buttons: list[Button] = []
        """Of every message, the latest first."""

    def played(self, chat: str) -> str:
        """What is done in a chat, with what comes of each."""
        lines = []
        for line in (line for line in chat.splitlines() if line[0] in ">#[→"):
            lines += [line, *(f"  {each}".rstrip() or "  ·" for each in self._brought(self._done(line)))]
        return "\n".join(lines)

    def _done(self, line: str) -> Response:
        if line.startswith("["):
            return self._dispatcher.press(self._session, str(self._button(line[1:-1]).callback_data), "")
        if line == "→":
            copied = next(button.copy for button in self._buttons if (button.copy or "").startswith(LINK))
            self._session = _somebody(self._session.language)
            return self._dispatcher.obey(self._session, "start", Arguments((copied or "").removeprefix(LINK)))
        session = replace(self._session, private=line[0] == ">")
        name, _, words = line[2:].partition(" ")
        if name.startswith("/"):
            return self._dispatcher.obey(session, name[1:], Arguments(words))
        return respond(self._services, session, Typed(line[2:]))

    def _button(self, label: str) -> Button:
        return next(button for button in self._buttons if button.label == label)

    def _brought(self, response: Response) -> list[str]:
        message = response.send or response.edit or Message(response.toast or "(silence)")
        self._buttons = [*(button for row in message.buttons for button in row), *self._buttons]
        return [line or "·" for line in _nearest_sorted(written_out(message))]


def _nearest_sorted(lines: list[str]) -> Iterator[str]:
    """Reports that came nearest, where none answers, by name: which of two is nearer may hang on how a CPU rounds."""
    for named, run in groupby(lines, lambda line: line.startswith("— ")):
        reports = list(run)
        yield from sorted(reports) if named else reports


def _somebody(language: Language) -> Session:
    number = next(numbers)
    return Session(number, number, private=True, language=language)
