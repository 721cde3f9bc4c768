"""People who ask bots all the while, and what becomes of their questions."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from random import Random
from typing import Any, NamedTuple

from bot.texts.en import EN
from bot.texts.zh import ZH
from tests.telegram_server import SentMessage, TelegramServer, private_chat, user

QUESTION = "林州湾经开区2022年奖励了多少家企业？"
ANSWER = "37家"
PEOPLE = 12
GIVEN_UP = {ZH.internal_error, EN.internal_error}
REFUSED = {ZH.index_unreachable, EN.index_unreachable}
PAUSE_SECONDS = 2.0
"""How long somebody who was answered waits, on average, before asking again: a slow machine is not asked more than it can answer."""
PATIENCE = 120.0

Question = tuple[int, int]
"""Its chat and its number there."""


class Outcome(NamedTuple):
    """What became of the questions."""

    asked: int
    lost: int
    given_up: int
    """At which two processes were killed, and who asked was told so."""
    twice: int
    """Which got more than one answer, or an answer and a refusal."""
    out_of_order: int
    told: int
    """Who was told that the answer will come later."""
    refused: int
    """Who was told that the search is not available, and to ask again."""
    slowest: float
    """Seconds that the last to be answered, or refused, had waited."""
    refused_after: float
    """Seconds after the end of an outage until when somebody was still refused."""


class Asking:
    """People who go on asking until they are told to stop."""

    def __init__(self, telegram: TelegramServer) -> None:
        self._telegram = telegram
        self._people = [user(number) for number in range(5000, 5000 + PEOPLE)]
        self._asked: dict[Question, float] = {}
        """When each question was asked."""
        self._outages: list[tuple[float, float]] = []
        """From when to when."""

    @asynccontextmanager
    async def going_on(self) -> AsyncIterator[None]:
        """They ask meanwhile."""
        streams = [asyncio.create_task(self._ask_again_and_again(who)) for who in self._people]
        try:
            yield
        finally:
            for stream in streams:
                stream.cancel()

    @contextmanager
    def outage(self) -> Iterator[None]:
        """Something that the bots need is away meanwhile."""
        begun = time.monotonic()
        yield
        self._outages.append((begun, time.monotonic()))

    async def _ask_again_and_again(self, who: dict[str, Any]) -> None:
        chance = Random(who["id"])
        while True:
            await asyncio.sleep(chance.uniform(1, 2 * PAUSE_SECONDS))
            asked = time.monotonic()
            message = await self._telegram.say(private_chat(who), who, QUESTION)
            question = (who["id"], message["message_id"])
            self._asked[question] = asked
            with suppress(AssertionError):  # what is lost is counted
                await self._telegram.wait_until(lambda: question in self._ended(who["id"]), PATIENCE)  # noqa: B023 - awaited here

    def _ended(self, chat: int) -> dict[Question, SentMessage]:
        """The questions of a chat that are done with, and the last word on each."""
        return {_question(sent): sent for sent in self._telegram.sent[chat] if ANSWER in sent.text or sent.text in GIVEN_UP | REFUSED}

    def outcome(self) -> Outcome:
        """What has become of them by now."""
        said = [message for chat in self._chats for message in self._telegram.sent[chat]]
        sent = [message for message in said if _question(message) in self._asked]
        answers = [message for message in sent if ANSWER in message.text]
        refusals = [message for message in sent if message.text in REFUSED]
        given_up = {_question(message) for message in sent if message.text in GIVEN_UP}
        settled = Counter(map(_question, answers + refusals))
        unsettled = {question for question in self._asked if not settled[question]}
        return Outcome(
            asked=len(self._asked),
            lost=len(unsettled - given_up),
            given_up=len(unsettled & given_up),
            twice=sum(times > 1 for times in settled.values()),
            out_of_order=sum(_out_of_order([_question(message) for message in answers if message.chat_id == chat]) for chat in self._chats),
            told=sum(message.text in {ZH.later, EN.later} for message in said),
            refused=len(refusals),
            slowest=max((message.times[0] - self._asked[_question(message)] for message in answers + refusals), default=0.0),
            refused_after=max((self._since_outage(message.times[0]) for message in refusals), default=0.0),
        )

    @property
    def _chats(self) -> set[int]:
        return {chat for chat, _ in self._asked}

    def _since_outage(self, moment: float) -> float:
        """Seconds since the last outage ended; 0 in one."""
        if any(begun <= moment < ended for begun, ended in self._outages):
            return 0.0
        return min((moment - ended for _, ended in self._outages if ended <= moment), default=0.0)


def _question(sent: SentMessage) -> Question:
    """What a message replies to."""
    return sent.chat_id, sent.reply_to or 0


def _out_of_order(replies: list[Question]) -> int:
    """First answers that came after the answer to a later question."""
    firsts = list(dict.fromkeys(replies))
    return sum(later < earlier for earlier, later in itertools.pairwise(firsts))
