"""The bot speaks as its readers do: the real bot over real HTTP."""

from __future__ import annotations

import pytest

from bot.texts import TEXTS
from tests.integration.chatting import Chatting, newcomer
from tests.telegram_server import Json, private_chat

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_who_writes_traditional_characters_is_answered_in_them_with_the_quote_as_it_is(chatting: Chatting, somebody: Json) -> None:
    reply = await chatting.server.ask(private_chat(somebody), somebody, "林州灣經開區2022年獎勵了多少家企業？")
    assert "奖励了37家企业" in reply.quotes[0]
    assert "出處" in reply.buttons


@pytest.mark.parametrize("code", ["zh-hant", "zh-TW"])
async def test_who_reads_traditional_characters_is_spoken_to_in_them(chatting: Chatting, code: str) -> None:
    reader = newcomer(code)
    said = (await chatting.server.ask(private_chat(reader), reader, "/start")).text
    assert said == TEXTS["zh-hant"].start
    assert "銀川經開區" in said
