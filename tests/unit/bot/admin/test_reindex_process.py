from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

import bot.admin.watched_process
from bot.admin.reindex_process import reindex_command, run_reindex
from bot.errors import ReindexFailed
from bot.settings.settings import Settings
from corpus.reading.source_file import Rejection
from corpus.reason import Reason, ReasonCode
from retrieval.index.self_check_record import SelfCheckFigures
from retrieval.progress import StageProgress

REPORT = (
    '{"version": "000007", "added": ["a", "b"], "changed": [], "removed": ["c"], "unchanged": 5,'
    ' "rejected": [{"path": "x.txt", "code": "empty_file", "details": {}, "reason": "empty: the file has 0 bytes"}],'
    ' "remarks": [], "workers": [],'
    ' "articles": 7, "passages": 30, "embedded": 8, "seconds": 1.5,'
    ' "self_check": {"questions": 9, "right": 8, "wrong": 0, "withheld": 9, "false_answers": 1, "false_answer_share": 0.11,'
    ' "interval": [0, 1]}}'
)


def child(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import json, os, sys, time\n{code}")


class Listener:
    def __init__(self) -> None:
        self.heard: list[StageProgress] = []

    async def __call__(self, progress: StageProgress) -> None:
        self.heard.append(progress)


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.admin.watched_process, "REPORT_SECONDS", 0.05)


async def test_progress_while_it_runs_and_the_report_in_the_end() -> None:
    listener = Listener()
    written = 'sys.stderr.write(json.dumps({"stage": "embedding", "done": 3, "total": 9}) + "\\n"); sys.stderr.flush(); time.sleep(0.5)'
    report = await run_reindex(child(f"{written}\nprint({REPORT!r})"), listener)
    assert listener.heard == [StageProgress("embedding", 3, 9)]
    assert report.version == "000007"
    assert (report.added, report.removed) == (("a", "b"), ("c",))
    assert report.rejected == (Rejection("x.txt", Reason(ReasonCode.EMPTY_FILE)),)
    assert report.self_check == SelfCheckFigures(questions=9, right=8, wrong=0, withheld=9, false_answers=1)


async def test_failure_is_told_in_its_own_last_words() -> None:
    code = 'print("{}"); sys.stderr.write(json.dumps({"stage": "reading", "done": 1, "total": 1}) + "\\nDisk full.\\n\\n"); sys.exit(1)'
    with pytest.raises(ReindexFailed, match=r"^Disk full\.$"):
        await run_reindex(child(code), Listener())


async def test_a_killed_process_is_told_by_its_signal() -> None:
    with pytest.raises(ReindexFailed, match="ended with code -9"):
        await run_reindex(child("os.kill(os.getpid(), 9)"), Listener())


@pytest.mark.parametrize("output", ["", "not json", "[]", "{}", '{"version": "1"}'])
async def test_a_report_that_cannot_be_read(output: str) -> None:
    with pytest.raises(ReindexFailed, match="cannot be read"):
        await run_reindex(child(f"print({output!r})"), Listener())


async def test_a_great_deal_of_output_blocks_nothing() -> None:
    code = f'sys.stderr.write("x" * 3_000_000 + "\\n" + "noise\\n" * 200_000)\nprint({REPORT!r})'
    assert (await run_reindex(child(code), Listener())).articles == 7


async def test_a_listener_that_fails_does_not_leave_the_process_behind(tmp_path: Path) -> None:
    async def failing(progress: StageProgress) -> None:
        raise RuntimeError(progress.stage)

    code = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\n"
    code += 'sys.stderr.write(json.dumps({"stage": "reading", "done": 1, "total": 2}) + "\\n"); sys.stderr.flush(); time.sleep(60)'
    with pytest.raises(RuntimeError, match="reading"):
        await run_reindex(child(code), failing)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


async def test_cancelling_ends_the_process(tmp_path: Path) -> None:
    code = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    running = asyncio.create_task(run_reindex(child(code), Listener()))
    while not os.path.exists(tmp_path / "pid") or not (tmp_path / "pid").read_text():  # noqa: ASYNC110, ASYNC240, PTH110 - for another process
        await asyncio.sleep(0.02)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


async def test_the_token_stays_with_the_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_BOT__TOKEN", "1:secret")
    with pytest.raises(ReindexFailed, match=r"^None$"):
        await run_reindex(child('sys.exit(str(os.environ.get("PARKQA_BOT__TOKEN")))'), Listener())


def test_the_command_names_the_settings_in_use() -> None:
    command = reindex_command(Settings(), Path("my.yaml"))
    assert command[1:6] == ("-P", "-m", "bot", "reindex", "--json")
    assert command[6:] == ("--config", "my.yaml", "--corpus", "corpus/articles", "--index", "index")
