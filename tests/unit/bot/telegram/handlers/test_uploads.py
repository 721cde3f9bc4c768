"""Pages that an admin names, from the message to the corpus: the bot in this process, and a web server that it may reach."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_asyncio

import bot.telegram.handlers.reading
from bot.child_process import our_command
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.store.inbox import open_inbox
from bot.telegram.app import build_application, serve
from bot.telegram.context import BotData
from bot.texts.zh import ZH
from corpus.reading.folder import list_sources, read_source
from corpus.settings import CorpusSettings
from retrieval.settings import IndexSettings
from tests.fake_answerers import services_with
from tests.telegram_server import TOKEN, Mishap, TelegramServer, private_chat, user
from tests.unit.bot.telegram.handlers.test_reindexing import REPORT
from tests.web_site import saying, site
from tests.workshop import Workshop

ADMIN = user(7)
CHAT = private_chat(ADMIN)
PAGE = "<h1>南岸园区表彰企业</h1><p>来源：南岸园区 发布时间：2024-02-09</p><p>南岸园区表彰了十二家企业，其中九家是制造业企业。</p>"


@pytest_asyncio.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramServer]:
    monkeypatch.setattr("bot.admin.fetching_apart.COMMAND", our_command("tests.fetching_anywhere"))
    monkeypatch.setattr(bot.telegram.handlers.reading, "SETTLE_SECONDS", 0.1)
    workshop = Workshop(tmp_path)
    workshop.put("north.txt", "北山园区引进项目\n\n北山园区去年引进了三十六个工业项目。\n")
    workshop.reindex()
    async with TelegramServer() as server:
        settings = Settings(
            bot=BotSettings(base_url=f"{server.url}/bot", admins=(7,)),  # type: ignore[call-arg]
            corpus=CorpusSettings(folder=workshop.corpus),  # type: ignore[call-arg]
            index=IndexSettings(folder=workshop.directory.root),  # type: ignore[call-arg]
        )
        answerer = SimpleNamespace(index=workshop.live_index(), analyzer=workshop.analyzer, read=str, rank=lambda *_: None)
        data = BotData(settings, services_with(answerer), (sys.executable, "-c", f"print({REPORT!r})"))  # type: ignore[arg-type]
        running = asyncio.create_task(serve(build_application(TOKEN, data), open_inbox(None)))
        try:
            yield server
            assert server.violations == []
        finally:
            running.cancel()
            await running


async def test_a_page_comes_into_the_corpus_with_its_address(server: TelegramServer, tmp_path: Path) -> None:
    async with site(saying(PAGE.encode("gbk"), content_type="text/html")) as web:
        notice = await server.ask(CHAT, ADMIN, f"{web}/1.html\nhttp://127.0.0.1:1/gone")
        await server.wait_until(lambda: len(server.sent[7]) == 2, what="the report")
    assert notice.text == ZH.admin.fetched.format(fetched=1, count=2)
    report = server.sent[7][1]
    assert "《南岸园区表彰企业》\n日期 2024-02-09，发布 南岸园区，园区 南岸园区" in report.text
    assert "http://127.0.0.1:1/gone\n✗" in report.text
    await server.press(report, "收进语料")
    await server.wait_until(lambda: server.sent[7][-1].text.startswith(ZH.reindex_unchanged[:8]), what="the reindex")
    (source, _) = sorted(list_sources(tmp_path / "articles"), key=lambda source: source.path, reverse=True)
    assert source.path == "uploads/2024-02-09-南岸园区表彰企业.html"
    (article,) = read_source(tmp_path / "articles", source).articles
    assert article.url == f"{web}/1.html"


async def test_a_file_that_telegram_does_not_hand_out_is_reported(server: TelegramServer) -> None:
    server.go_wrong("getFile", Mishap(400))
    sent = await server.send_file(CHAT, ADMIN, "a.txt", b"x")
    report = await server.wait_for_reply(sent)
    assert "✗ 不能收：Telegram 没有交出文件" in report.text
