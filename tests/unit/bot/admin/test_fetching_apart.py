from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from aiohttp import web

from bot.admin.fetching import FetchedPage
from bot.admin.fetching_apart import fetch_apart
from bot.child_process import our_command
from corpus.reason import Reason, ReasonCode
from tests.web_site import saying, site

TOKEN = "1234567:an-invented-token-that-no-bot-has-00000"
SECRETIVE = """
import json, os, socket, sys, threading
from bot.admin.fetching_apart import as_line
from bot.admin.fetching import FetchedPage
from corpus.reading.confined import confine
confine(connects=True)
threading.Thread(target=socket.getaddrinfo, args=("127.0.0.1", 80)).start()
could = []
for name, act in {
    "write": lambda: open(sys.argv[1], "w").write("x" * 9),
    "make": lambda: open(sys.argv[1] + ".new", "w"),
    "remove": lambda: os.remove(sys.argv[1]),
    "run": lambda: os.execv("/bin/true", ["true"]),
    "connect": lambda: socket.create_server(("127.0.0.1", 0)).close(),
}.items():
    try:
        act()
        could.append(name)
    except OSError:
        pass
sys.stdout.write(as_line(0, FetchedPage(",".join(could), str(dict(os.environ)).encode())))
"""


@pytest.fixture
def anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.admin.fetching_apart.COMMAND", our_command("tests.fetching_anywhere"))


@pytest.mark.usefixtures("anywhere")
async def test_what_each_address_gave_comes_in_order() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.3 if request.path == "/slow" else 0)
        return web.Response(body=b"\xff\x00%PDF", content_type="application/pdf")

    async with site(answer) as address:
        fetched = await fetch_apart([f"{address}/slow", "ftp://example.org/", f"{address}/quick"], 1000)
    page = FetchedPage(".pdf", b"\xff\x00%PDF")
    assert fetched == [page, Reason("no_web_address"), page]


async def test_the_machine_itself_is_no_public_place() -> None:
    async with site(saying("secret")) as address:
        (refused,) = await fetch_apart([address], 1000)
    assert isinstance(refused, Reason)
    assert refused.code == "not_public"


@pytest.mark.usefixtures("anywhere")
async def test_pages_that_fill_the_memory_cost_no_more_than_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.admin.fetching_apart.MOST_OUTPUT", 10_000)
    async with site(saying("x" * 6000)) as address:
        fetched = await fetch_apart([f"{address}/{number}" for number in range(5)], 10_000)
    assert [page for page in fetched if isinstance(page, FetchedPage)]
    assert Reason(ReasonCode.TOO_COSTLY) in fetched


async def test_a_process_that_ends_or_never_does_is_too_costly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.admin.fetching_apart.SECONDS", 0.5)
    for code in ("import os; os.kill(os.getpid(), 9)", "import time; time.sleep(60)", "print('[0, {', end='')"):
        monkeypatch.setattr("bot.admin.fetching_apart.COMMAND", (sys.executable, "-c", code))
        assert await fetch_apart(["http://example.org/"], 1000) == [Reason(ReasonCode.TOO_COSTLY)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has means")
async def test_the_process_connects_and_neither_writes_nor_runs_nor_knows_a_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file := tmp_path / "a.txt").write_text("whole")
    monkeypatch.setenv("PARKQA_BOT__TOKEN", TOKEN)
    monkeypatch.setattr("bot.admin.fetching_apart.COMMAND", (sys.executable, "-c", SECRETIVE, str(file)))
    (page,) = await fetch_apart(["http://example.org/"], 1000)
    assert isinstance(page, FetchedPage)
    assert page.suffix == "connect"
    assert TOKEN not in page.content.decode()
    assert b"PATH" in page.content or not os.environ.get("PATH")
    assert file.read_text() == "whole"
