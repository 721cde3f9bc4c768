from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

import bot.child_process
from bot.admin.inspecting import inspect
from bot.child_process import TooMuchSaid, child_environment, our_command, run_child
from corpus.settings import ReadingRules
from tests.unit.bot.admin.conftest import no_report

TOKEN = "1234567:an-invented-token-that-no-bot-has-00000"
WORKING = "import os, signal, sys, time\nopen(sys.argv[1], 'w').write(str(os.getpid()))\n"


def child(code: str, *arguments: object) -> tuple[str, ...]:
    return (sys.executable, "-c", code, *map(str, arguments))


def still_runs(pid_file: Path) -> bool:
    try:
        os.kill(int(pid_file.read_text()), 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def foreign_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory that holds packages and modules of the names of ours, and of Python's."""
    for name in ("corpus/__init__.py", "bot/__init__.py", "retrieval/__init__.py", "json.py", "pydantic.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("raise SystemExit(99)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("foreign_packages")
@pytest.mark.parametrize("python_path", ["", os.pathsep, f"/nowhere{os.pathsep}{os.pathsep}"])
async def test_nothing_is_imported_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, python_path: str) -> None:
    monkeypatch.setenv("PYTHONPATH", python_path)
    (tmp_path / "a.txt").write_text("望亭产业园扩建标准厂房，新增面积12万平方米。\n", encoding="utf-8")
    (inspection,) = await inspect(tmp_path, ["a.txt"], ReadingRules(1_000_000), no_report)
    assert [article.text for article in inspection.articles] == ["望亭产业园扩建标准厂房，新增面积12万平方米。"]


@pytest.mark.usefixtures("foreign_packages")
async def test_the_command_line_is_ours_too() -> None:
    output = bytearray()
    assert await run_child(our_command("bot", "reindex", "--help"), output) == 0
    assert b"--dry-run" in output


async def test_a_child_runs_the_packages_of_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    output = bytearray()
    await run_child(child("import bot, corpus, sys; print(bot.__file__, corpus.__file__, sys.path)"), output)
    assert output.decode().startswith(f"{bot.__file__} {Path(bot.__file__).parents[1] / 'corpus/__init__.py'} ")
    assert str(tmp_path) in output.decode()


def test_what_is_installed_needs_no_path_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = str(Path(bot.__file__).parents[1])
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert child_environment()["PYTHONPATH"] == ours
    monkeypatch.setattr("sysconfig.get_path", lambda name: ours)
    assert child_environment()["PYTHONPATH"] == ""


async def test_no_secret_reaches_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_BOT__TOKEN", TOKEN)
    monkeypatch.setenv("PARKQA_WEBHOOK__SECRET", "an-invented-secret_of-exactly-32")
    monkeypatch.setenv("PARKQA_ANSWER__QUOTES", "4")
    monkeypatch.setenv("A_COPY", f"bot{TOKEN}")
    output = bytearray()
    await run_child(child("import os; print(dict(os.environ))"), output)
    environment = output.decode()
    assert TOKEN not in environment
    assert "an-invented-secret" not in environment
    assert "'PARKQA_ANSWER__QUOTES': '4'" in environment


async def test_what_is_given_said_and_heard() -> None:
    output, heard = bytearray(), list[str]()
    code = "import sys\nprint(sys.stdin.read().upper())\nsys.stderr.write('one\\n' + 'x' * 3_000_000 + '\\n二\\n')\nsys.exit(5)"
    assert await run_child(child(code), output, given=b"word", hear=heard.append) == 5
    assert bytes(output) == b"WORD\n"
    assert (heard[0], heard[-1]) == ("one", "二")
    assert max(map(len, heard)) < 3_000_000


async def test_a_child_that_reads_nothing_is_no_error() -> None:
    assert await run_child(child(""), bytearray(), given=b"x" * 1_000_000) == 0


async def test_what_was_said_before_the_time_was_over_stays(tmp_path: Path) -> None:
    output = bytearray()
    code = f"{WORKING}print('first', flush=True)\ntime.sleep(60)"
    with pytest.raises(TimeoutError):
        await run_child(child(code, tmp_path / "pid"), output, seconds=1)
    assert bytes(output) == b"first\n"
    assert not still_runs(tmp_path / "pid")


async def test_a_stubborn_child_is_killed_when_nobody_waits_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.child_process, "TERMINATE_SECONDS", 0.1)
    output = bytearray()
    code = f"{WORKING}signal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('ready', flush=True)\ntime.sleep(60)"
    running = asyncio.create_task(run_child(child(code, tmp_path / "pid"), output))
    async with asyncio.timeout(30):
        while not output:  # noqa: ASYNC110 - for another process
            await asyncio.sleep(0.02)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert not still_runs(tmp_path / "pid")


async def test_a_child_that_says_too_much_is_ended() -> None:
    with pytest.raises(TooMuchSaid):
        await run_child(child("while True: print('x' * 1000)"), bytearray(), most=100_000)
