"""A reindex as it is followed in a chat, with a fake in the place of the process that does it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import bot.admin.watched_process
import bot.telegram.handlers.live_message
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.store.inbox import open_inbox
from bot.telegram.app import build_application, serve
from bot.telegram.context import BotData
from bot.texts.zh import ZH
from retrieval.building.lock import reindex_lock
from retrieval.settings import IndexSettings
from tests.fake_answerers import FakeAnswerer, services_with
from tests.telegram_server import TOKEN, TelegramServer, private_chat, user

ADMIN = user(7)
CHAT = private_chat(ADMIN)
PAUSE = 0.2
REPORT = (
    '{"version": null, "added": [], "changed": [], "removed": [], "unchanged": 5, "rejected": [], "remarks": [], "workers": [],'
    ' "articles": 5, "passages": 30,'
    ' "embedded": 0, "seconds": 1.5, "self_check": null}'
)
WORKING = """
import json, sys, time
for done in range(60):
    sys.stderr.write(json.dumps({"stage": "embedding", "done": done, "total": 60}) + "\\n")
    sys.stderr.flush()
    time.sleep(0.02)
"""


@asynccontextmanager
async def serving(folder: Path, process: str) -> AsyncIterator[TelegramServer]:
    """The bot in this process, whose reindex is `process`."""
    async with TelegramServer() as server:
        settings = Settings(
            bot=BotSettings(base_url=f"{server.url}/bot", admins=(7,)),  # type: ignore[call-arg]
            index=IndexSettings(folder=folder),  # type: ignore[call-arg]
        )
        data = BotData(settings, services_with(FakeAnswerer()), (sys.executable, "-c", process))
        running = asyncio.create_task(serve(build_application(TOKEN, data), open_inbox(folder / "inbox.sqlite")))
        try:
            yield server
        finally:
            running.cancel()
            await running


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.telegram.handlers.live_message, "PAUSE", PAUSE)
    monkeypatch.setattr(bot.admin.watched_process, "REPORT_SECONDS", PAUSE / 10)


async def test_progress_is_shown_but_never_too_often(tmp_path: Path) -> None:
    async with serving(tmp_path, f"{WORKING}\nprint({REPORT!r})") as server:
        report = await server.ask(CHAT, ADMIN, "/reindex now")
        done = ZH.reindex_unchanged.format(articles=5, passages=30)
        await server.wait_until(lambda: report.text == done, what="the end")
    started, *progress = report.edits
    assert started == ZH.reindex_started
    assert 2 <= len(progress) <= 6
    assert all(text.startswith(ZH.reindex_progress.split("\n")[0]) for text in progress)
    assert min(report.seconds_between_edits) >= 0.9 * PAUSE


async def test_a_process_elsewhere_that_was_faster_is_named(tmp_path: Path) -> None:
    async with serving(tmp_path, "import sys, time; time.sleep(0.5); sys.exit('Another reindex is running.')") as server:
        report = await server.ask(CHAT, ADMIN, "/reindex now")
        with reindex_lock(tmp_path):
            await server.wait_until(lambda: bool(report.edits), what="the end")
        assert report.text.startswith(ZH.reindex_failed.format(reason="别处正在更新索引（process "))
        assert report.text.endswith(ZH.admin.reindex_again)
        assert report.buttons == []


async def test_why_it_failed_is_told_in_the_language_of_whoever_asked(tmp_path: Path) -> None:
    said = "No article could be read in /srv/articles, so the index stays as it was; add articles or give --corpus."
    async with serving(tmp_path, f"import sys; sys.exit({said!r})") as server:
        report = await server.ask(CHAT, ADMIN, "/reindex now")
        await server.wait_until(lambda: bool(report.edits), what="the end")
        reason = "/srv/articles 里没有读得了的文章，索引没有改动；请放进文章，或者用 --corpus 指定文件夹。"
        assert report.text == f"{ZH.reindex_failed.format(reason=reason)}\n{ZH.admin.reindex_again}"


async def test_only_one_at_a_time(tmp_path: Path) -> None:
    async with serving(tmp_path, f"{WORKING}\nprint({REPORT!r})") as server:
        await server.say(CHAT, ADMIN, "/reindex now")
        for command in ("/reindex", "/reindex now", "/reindex full"):
            assert (await server.ask(CHAT, ADMIN, command)).text == ZH.reindex_running
