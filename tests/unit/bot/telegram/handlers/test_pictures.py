"""Pictures in both directions: the page of a quote to the chat, and an admin's photo to the corpus."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

import bot.telegram.handlers.reading
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.store.inbox import open_inbox
from bot.telegram.app import build_application, serve
from bot.telegram.context import BotData
from bot.texts.zh import ZH
from corpus.article import Article, RecognisedSpan
from corpus.settings import CorpusSettings
from retrieval.settings import IndexSettings
from tests.fake_answerers import FakeAnswerer, services_with
from tests.telegram_server import TOKEN, TelegramServer, private_chat, user

ADMIN, STRANGER = user(7), user(8)
TEXT = "沐江经开区表彰企业21家。"
SCANNED = Article("scan", "表彰会", TEXT, None, None, None, ("沐江经开区",), "scan.pdf", (RecognisedSpan(3, 0, len(TEXT)),))
DRAWN = b"\xff\xd8 the third page"


@pytest_asyncio.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramServer]:
    monkeypatch.setattr(bot.telegram.handlers.reading, "SETTLE_SECONDS", 0.1)
    (tmp_path / "articles").mkdir()
    services = services_with(FakeAnswerer(SCANNED))
    services.picture_of = lambda path, page: DRAWN if (path, page) == ("scan.pdf", 3) else None
    async with TelegramServer() as server:
        settings = Settings(
            bot=BotSettings(base_url=f"{server.url}/bot", admins=(7,)),  # type: ignore[call-arg]
            corpus=CorpusSettings(folder=tmp_path / "articles"),  # type: ignore[call-arg]
            index=IndexSettings(folder=tmp_path / "index"),  # type: ignore[call-arg]
        )
        data = BotData(settings, services, (sys.executable, "-c", ""))
        running = asyncio.create_task(serve(build_application(TOKEN, data), open_inbox(None)))
        try:
            yield server
            assert server.violations == []
        finally:
            running.cancel()
            await running


async def test_the_page_of_a_recognised_quote_is_shown(server: TelegramServer) -> None:
    answer = await server.ask(private_chat(STRANGER), STRANGER, "沐江经开区表彰了多少家企业")
    assert ZH.recognised in answer.text
    await server.press(answer, ZH.button_picture)
    await server.wait_until(lambda: bool(server.photos), what="the picture")
    (shown,) = server.photos
    assert shown.photo and shown.photo.content == DRAWN
    assert shown.text == ZH.picture.format(title="表彰会", page=3)


async def test_an_admin_s_photo_is_read_like_a_file(server: TelegramServer) -> None:
    sent = await server.send_photo(private_chat(ADMIN), ADMIN, b"\xff\xd8 and then nothing")
    report = await server.wait_for_reply(sent)
    assert report.text.startswith(ZH.admin.upload_heading.format(files=1))
    assert "1. photo.jpg\n✗" in report.text


async def test_a_photo_of_anybody_else_is_not_read(server: TelegramServer) -> None:
    sent = await server.send_photo(private_chat(STRANGER), STRANGER, b"\xff\xd8")
    assert (await server.wait_for_reply(sent)).text == ZH.text_only
