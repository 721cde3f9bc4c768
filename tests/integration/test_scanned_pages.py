"""A scanned document and a photo, from the file to the button that shows the page: the bot over HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.texts.zh import ZH
from tests.integration.bot_process import ADMIN, make_site, start_bot
from tests.pdf_pages import FIRST, SECOND, THIRD, TITLE
from tests.scanned_pages import encoded, needs_recognition, page, scanned, turned
from tests.telegram_server import TelegramServer, private_chat, user

pytestmark = needs_recognition

QUESTION = "碧湾经开区表彰了多少家纳税大户"
SLOWLY = 120.0
"""Seconds that the recognition of a page may take on a busy machine."""
PHOTO = "青岚产业园引进医药项目"
PHOTO_TEXT = "青岚产业园2023年6月引进医药项目7个，总投资12亿元，其中创新药项目4个，全部在年内开工建设。"


async def test_from_the_scan_to_the_picture_of_its_page(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        admin = user(ADMIN)
        chat = private_chat(admin)
        server.meet(admin)
        site = make_site(tmp_path, server.url)
        (site.folder / "articles/scan.pdf").write_bytes(scanned([turned(2)(page(SECOND, THIRD, title=TITLE)), page(FIRST)]))
        await asyncio.to_thread(site.reindex)
        bot = await start_bot(site)
        try:
            await server.wait_until(lambda: "getUpdates" in server.requests, SLOWLY, "the bot to be up")
            answer = await server.wait_for_reply(await server.say(chat, admin, QUESTION), SLOWLY)
            assert ZH.recognised in answer.text
            await server.press(answer, ZH.button_picture)
            await server.wait_until(lambda: bool(server.photos), seconds=SLOWLY, what="the picture")
            assert server.photos[0].text == ZH.picture.format(title=TITLE, page=2)
            sent = await server.send_photo(chat, admin, encoded(turned(90)(page(PHOTO_TEXT, title=PHOTO)), "JPEG"))
            report = await server.wait_for_reply(sent, SLOWLY)
            assert f"《{PHOTO}》" in report.text
            assert server.violations == []
        finally:
            await bot.end()
