"""A bot whose index lies in a Milvus server that goes away: the short form of `python -m benchmarks.several_bots --milvus-outages N`."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.settings.language import Language
from bot.texts import TEXTS
from tests.integration.bot_process import make_site, start_bot
from tests.milvus_servers import LiteServer
from tests.telegram_server import TelegramServer, private_chat, user

pytest.importorskip("pymilvus", reason="the extra milvus is not installed")
ANSWER = "37家"
PATIENCE = 60.0
QUESTIONS: dict[Language, str] = {
    "zh": "林州湾经开区2022年奖励了多少家企业？",
    "zh-hant": "林州灣經開區2022年獎勵了多少家企業？",
    "en": "How many enterprises did Linzhou Bay ETDZ reward in 2022?",
}
PEOPLE = {language: user(number, language=language) for number, language in enumerate(QUESTIONS, 31)}


async def test_whoever_asks_meanwhile_is_told_so_and_whoever_asks_after_it_is_answered(tmp_path: Path) -> None:
    milvus = LiteServer(tmp_path / "milvus")
    await asyncio.to_thread(milvus.start)
    async with TelegramServer() as telegram:

        async def ask(language: Language) -> str:
            person = PEOPLE[language]
            question = await telegram.say(private_chat(person), person, QUESTIONS[language])
            return (await telegram.wait_for_reply(question, PATIENCE)).text

        site = make_site(tmp_path / "site", telegram.url, milvus.uri)
        await asyncio.to_thread(site.reindex)
        bot = await start_bot(site)
        try:
            assert ANSWER in await ask("zh")
            milvus.kill()
            told = dict(zip(QUESTIONS, await asyncio.gather(*map(ask, QUESTIONS)), strict=True))
            assert told == {language: TEXTS[language].index_unreachable for language in QUESTIONS}
            await asyncio.to_thread(milvus.start)
            assert ANSWER in await ask("zh")
            assert ANSWER in await ask("zh-hant")
            replies = Counter((chat, sent.reply_to) for chat, messages in telegram.sent.items() for sent in messages)
            assert set(replies.values()) == {1}
            assert len(replies) == 6
        finally:
            code, output = await bot.end()
            milvus.kill()
        assert (code, "Traceback" in output) == (0, False)
