"""Somebody who talks to the bot in a private chat, as the front ends would let them: types, edits, replies, presses."""

from __future__ import annotations

from typing import NamedTuple

from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.store.answers import ShownAnswer
from bot.texts import Language
from tests.front_end import press

PERSON = 7
LATER = 500
"""The bot's messages have numbers that are so much higher than those of what they answer."""


class Turn(NamedTuple):
    """What came of a turn: a message, and the answer that it shows, if it shows one."""

    message: Message
    shown: ShownAnswer | None = None


class Talker:
    """One person in one chat; their messages are numbered from 1."""

    def __init__(self, services: Services, chat: int, language: Language = "zh") -> None:
        self._services = services
        self._session = Session(PERSON, chat, private=True, language=language)
        self._turns = 0
        self._latest: Turn | None = None
        """With the latest answer, or question back: where buttons are pressed."""

    def say(self, text: str, reply_to: int | None = None) -> Turn:
        """Write a message, as a reply to the answer to an earlier one where that is given."""
        self._turns += 1
        replied = None if reply_to is None else reply_to + LATER
        return self._came(respond(self._services, self._session, Typed(text, self._turns, replied)), self._turns)

    def edit(self, number: int, text: str) -> Turn:
        """Change a message."""
        self._turns += 1
        shown = self._services.store.answers.to_question(self._session.chat, number)
        assert shown
        return self._came(respond_to_edit(self._services, self._session, Typed(text, number), shown), number, shown.token)

    def press(self, label: str) -> Turn:
        """Press a button of the latest answer, or of the latest question back."""
        self._turns += 1
        assert self._latest
        pressed = next(button.callback_data for row in self._latest.message.buttons for button in row if button.label == label)
        below = self._latest.shown
        response = press(self._services, self._session, pressed)
        return self._came(response, self._turns, below.token if below and response.edit else None)

    def _came(self, response: Response, number: int, in_place_of: str | None = None) -> Turn:
        message = response.send or response.edit
        assert message
        token = response.answer or (in_place_of if response.edit else None)
        if response.answer:
            self._services.store.answers.sent(response.answer, number + LATER)
        turn = Turn(message, self._services.store.answers.get(token) if token else None)
        if turn.shown or self._latest is None:
            self._latest = turn
        return turn
