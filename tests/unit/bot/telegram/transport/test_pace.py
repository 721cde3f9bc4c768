from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import suppress

import pytest
from telegram.error import BadRequest, ChatMigrated

from bot.telegram.transport.pace import ChatPace, Turns
from tests.virtual_time import in_virtual_time


class FakeBot:
    """Records what leaves and when, and migrates the groups that it is told to."""

    def __init__(self, seconds_on_the_way: float = 0.0) -> None:
        self.pace = ChatPace()
        self.seconds_on_the_way = seconds_on_the_way
        self.sent: dict[object, list[float]] = defaultdict(list)
        self.migrated: dict[int, int] = {}

    async def call(self, endpoint: str, **data: object) -> object:
        return await self.pace.process_request(self._post, (endpoint, data), {}, endpoint, data, None)

    async def _post(self, endpoint: str, data: dict[str, object]) -> bool:
        chat = data.get("chat_id")
        if isinstance(chat, int) and chat in self.migrated:
            raise ChatMigrated(self.migrated[chat])
        if "reply_parameters" in data and chat in self.migrated.values():
            raise BadRequest("Message to be replied not found")
        self.sent[chat].append(asyncio.get_running_loop().time())
        await asyncio.sleep(self.seconds_on_the_way)
        return True


def sent_by(*calls: tuple[str, int], seconds_on_the_way: float = 0.0) -> dict[object, list[float]]:
    """When each call left for its chat, all made at second 0."""

    async def make() -> FakeBot:
        telegram = FakeBot(seconds_on_the_way)
        await asyncio.gather(*(telegram.call(endpoint, chat_id=chat) for endpoint, chat in calls))
        return telegram

    return in_virtual_time(make).sent


def test_a_private_chat_gets_its_messages_apart_and_waits_for_no_other() -> None:
    assert sent_by(*[("sendMessage", chat) for chat in (5, 5, 5, 6)]) == {5: [0, 1, 2], 6: [0]}


def test_a_second_is_counted_from_the_answer_however_slow_the_way() -> None:
    assert sent_by(*[("sendMessage", 5)] * 3, seconds_on_the_way=0.5) == {5: [0, 1.5, 3]}


def test_an_edit_does_not_hold_up_a_message_and_typing_holds_up_nothing() -> None:
    calls = ("sendMessage", "editMessageText", "sendChatAction", "sendChatAction", "deleteMessage", "editMessageText")
    assert sorted(sent_by(*[(endpoint, 5) for endpoint in calls])[5]) == [0, 0, 0, 0, 0, 1]


def test_a_group_may_get_several_at_once() -> None:
    assert sent_by(*[("sendMessage", -5)] * 5) == {-5: [0] * 5}


def test_a_message_that_fails_gives_its_turn_on() -> None:
    async def fail_and_go_on() -> float:
        turns = Turns()
        with suppress(BadRequest):
            async with turns.of(5):
                raise BadRequest("Chat not found")
        async with turns.of(5):
            return asyncio.get_running_loop().time()

    assert in_virtual_time(fail_and_go_on) == 1


async def test_what_was_meant_for_a_group_reaches_it_under_its_new_number() -> None:
    telegram = FakeBot()
    telegram.migrated[-5] = -1005
    await telegram.call("sendMessage", chat_id=-5, text="答", reply_parameters={"message_id": 3})
    assert len(telegram.sent[-1005]) == 1
    with pytest.raises(ChatMigrated):  # there is nothing to edit in the new one
        await telegram.call("editMessageText", chat_id=-5)


async def test_turns_of_chats_that_fell_silent_are_forgotten() -> None:
    turns = Turns(0)
    for chat in range(3000):
        async with turns.of(chat):
            pass
    assert len(turns._queues) < 1500
