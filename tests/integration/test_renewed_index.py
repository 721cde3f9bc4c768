"""The bot after an update that changed the index format: it makes the index anew by itself, and answers."""

from __future__ import annotations

import json
from pathlib import Path

from bot.texts.zh import ZH
from tests.integration.bot_process import ADMIN, make_site, start_bot
from tests.telegram_server import TelegramServer, private_chat, user

SOON = 120.0


async def test_an_index_of_an_earlier_format_is_made_anew(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        admin = user(ADMIN)
        server.meet(admin)
        site = make_site(tmp_path / "site", server.url)
        site.reindex()
        manifest = site.folder / "index/versions/000001/manifest.json"
        fields = json.loads(manifest.read_text(encoding="utf-8"))
        manifest.write_text(json.dumps(fields | {"format_version": fields["format_version"] - 1}), encoding="utf-8")
        bot = await start_bot(site)
        try:
            told = server.sent[ADMIN]
            await server.wait_until(lambda: len(told) == 1, SOON, "the report on the new index")
            assert site.current() == "000002"
            assert told[0].text.startswith("索引已更新，版本 000002")
            reply = await server.ask(private_chat(admin), admin, "林州湾经开区2022年奖励了多少家企业？")
            assert "37家" in reply.text
            assert reply.text != ZH.index_unavailable
        finally:
            code, output = await bot.end()
        assert (code, server.violations) == (0, []), output
        assert "is made anew" in site.log.read_text(encoding="utf-8")


async def test_an_index_that_fits_is_left_alone(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        admin = user(ADMIN)
        server.meet(admin)
        site = make_site(tmp_path / "site", server.url)
        site.reindex()
        bot = await start_bot(site)
        try:
            reply = await server.ask(private_chat(admin), admin, "林州湾经开区2022年奖励了多少家企业？")
            assert "37家" in reply.text
        finally:
            code, output = await bot.end()
        assert (code, site.current()) == (0, "000001"), output
