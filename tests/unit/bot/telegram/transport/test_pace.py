from __future__ import annotations

import asyncio
import time
from collections import defaultdict

import pytest
from telegram.error import BadRequest, ChatMigrated

from bot.telegram.transport.pace import ChatPace, Turns


class FakeBot:
    """Records what leaves and when, and migrates the groups that it is told to."""

    def __init__(self, pace: ChatPace) -> None:
        self.pace = pace
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
        self.sent[chat].append(time.monotonic())
        return True


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> FakeBot:
    pace = ChatPace()
    pace._turns = Turns(0.1)
    return FakeBot(pace)


async def test_a_private_chat_gets_its_messages_apart_and_waits_for_no_other(telegram: FakeBot) -> None:
    started = time.monotonic()
    await asyncio.gather(*(telegram.call("sendMessage", chat_id=chat) for chat in (5, 5, 5, 6)))
    first, second, third = telegram.sent[5]
    assert second - first > 0.09
    assert third - second > 0.09
    assert telegram.sent[6][0] - started < 0.09


async def test_an_edit_does_not_hold_up_a_message_and_typing_holds_up_nothing(telegram: FakeBot) -> None:
    started = time.monotonic()
    calls = ("sendMessage", "editMessageText", "sendChatAction", "sendChatAction", "deleteMessage")
    await asyncio.gather(*(telegram.call(endpoint, chat_id=5) for endpoint in calls))
    assert max(telegram.sent[5]) - started < 0.09
    await telegram.call("editMessageText", chat_id=5)
    assert telegram.sent[5][-1] - started > 0.09


async def test_a_group_may_get_several_at_once(telegram: FakeBot) -> None:
    started = time.monotonic()
    await asyncio.gather(*(telegram.call("sendMessage", chat_id=-5) for _ in range(5)))
    assert telegram.sent[-5][-1] - started < 0.09


async def test_what_was_meant_for_a_group_reaches_it_under_its_new_number(telegram: FakeBot) -> None:
    telegram.migrated[-5] = -1005
    await telegram.call("sendMessage", chat_id=-5, text="答", reply_parameters={"message_id": 3})
    assert len(telegram.sent[-1005]) == 1
    with pytest.raises(ChatMigrated):  # there is nothing to edit in the new one
        await telegram.call("editMessageText", chat_id=-5)


async def test_turns_of_chats_that_fell_silent_are_forgotten() -> None:
    turns = Turns(0.001)
    for chat in range(3000):
        await turns.wait(chat)
    assert len(turns._next) < 1500
