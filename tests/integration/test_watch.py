"""`parkqa reindex --watch` as a process: what is dropped into the folder comes in by itself, once and whole."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from tests.integration.bot_process import ADMIN, make_site, start_bot
from tests.integration.command_line import PARKQA, REPOSITORY, environment, only_json, parkqa
from tests.telegram_server import TelegramServer, user

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says who writes a file")

SOON = 120.0
PAGE = "丹湖产业园第{number}号厂房竣工\n\n2024-03-0{day} 来源：丹湖日报\n\n丹湖产业园第{number}号厂房3月竣工，面积{number}千平方米。\n"
SLOW = "丹湖产业园引进企业九家，"
REST = "其中三家从事电池回收。\n"


@contextmanager
def watching(folder: Path) -> Iterator[Queue[dict[str, Any]]]:
    """The reports of the process, in a queue."""
    reports: Queue[dict[str, Any]] = Queue()
    command = [*PARKQA, "reindex", "--watch", "--json", "--corpus", str(folder / "articles"), "--index", str(folder / "index")]
    with subprocess.Popen(command, cwd=REPOSITORY, env=environment(folder), stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        lines = process.stdout
        listening = Thread(target=lambda: [reports.put(json.loads(line)) for line in lines])
        listening.start()
        try:
            yield reports
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(SOON) == 130
            listening.join(SOON)


def test_each_file_comes_in_once_and_whole(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "before.txt").write_text(PAGE.format(number=1, day=1))
    with watching(tmp_path) as reports:
        assert reports.get(timeout=SOON)["added"] == ["before"]
        with (articles / "slow.txt").open("w") as slow:
            slow.write(SLOW)
            slow.flush()
            for number in range(100):
                (articles / f"n{number}.txt").write_text(PAGE.format(number=number + 2, day=2))
            (articles / "before.txt").rename(articles / "after.txt")
            batch = reports.get(timeout=SOON)
            assert (len(batch["added"]), batch["removed"]) == (101, ["before"])
            assert [(left["path"], left["code"]) for left in batch["rejected"]] == [("slow.txt", "being_written")]
            slow.write(REST)
        (articles / "n7.txt").unlink()
        added = Counter(batch["added"])
        while "slow" not in added:
            batch = reports.get(timeout=SOON)
            added.update(batch["added"])
        assert (set(added.values()), batch["rejected"]) == ({1}, [])
    shown = only_json(
        parkqa(tmp_path, "ask", "丹湖产业园引进的企业有几家从事电池回收", "--json", "--top", "1", "--index", tmp_path / "index")
    )
    assert shown["quotes"][0]["text"].endswith(REST.strip())


def test_a_reindex_by_hand_meanwhile_is_waited_for(tmp_path: Path) -> None:
    articles, index = tmp_path / "articles", tmp_path / "index"
    articles.mkdir()
    (articles / "a.txt").write_text(PAGE.format(number=1, day=1))
    with watching(tmp_path) as reports:
        reports.get(timeout=SOON)
        (articles / "b.txt").write_text(PAGE.format(number=2, day=2))
        time.sleep(1)  # the watcher waits for stillness, so that this one is the first to see the file
        by_hand = only_json(parkqa(tmp_path, "reindex", "--json", "--corpus", articles, "--index", index))
        watched = reports.get(timeout=SOON)
        assert sorted(by_hand["added"] + watched["added"]) == ["b"]
        assert watched["articles"] == 2


async def test_the_bot_takes_in_what_is_dropped_and_tells_its_admins(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        server.meet(user(ADMIN))
        site = make_site(tmp_path / "site", server.url)
        bot = await start_bot(site, PARKQA_BOT__WATCH="true")
        try:
            told = server.sent[ADMIN]
            await server.wait_until(lambda: len(told) == 1, SOON, "the report on what was there")
            site.write_article("new", PAGE.format(number=3, day=3))
            await server.wait_until(lambda: len(told) == 2, SOON, "the report on what was dropped")
            assert ["新增 3" in told[0].text, "新增 1，修改 0，删除 0，未变 3" in told[1].text] == [True, True]
        finally:
            code, output = await bot.end()
        assert (code, server.violations) == (0, []), output
