from __future__ import annotations

import asyncio
import gc
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import httpcore
import httpx
import pytest
from telegram import Bot

from bot.monitoring.log_context import handling
from bot.monitoring.log_file import QUIET, record_bug, start_logging
from bot.settings.sections import LogSettings

SECRET = "an-invented-secret_of-exactly-32"
TOKEN = "7654321098:AAinvented-Token_of-no-bot-0000000000"


@pytest.fixture
def restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in QUIET}
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.captureWarnings(False)
    logging.raiseExceptions = True
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.usefixtures("restored_logging")
def test_no_token_in_messages_arguments_or_tracebacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = start_logging(LogSettings(level="DEBUG", file=tmp_path / "deep" / "bot.log"), ["short"])
    logger = logging.getLogger("some.library")
    logger.info("connecting with %s", TOKEN)
    try:
        raise RuntimeError(f"cannot reach bot{TOKEN} of short")
    except RuntimeError:
        logger.exception("failed")
    logging.getLogger("httpx").info("POST %s", TOKEN)
    text = path.read_text(encoding="utf-8") + capsys.readouterr().err
    assert "connecting with [secret]" in text
    assert "RuntimeError: cannot reach bot[secret] of [secret]" in text
    assert "POST" not in text
    assert "AAinvented" not in text


class Broken:
    """Cannot be thrown away in peace."""

    def __del__(self) -> None:
        raise RuntimeError(f"unraisable {TOKEN}")


@pytest.mark.usefixtures("restored_logging")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("form", ["text", "json"])
def test_no_secret_on_any_of_the_ways_into_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: Literal["text", "json"]
) -> None:
    path = start_logging(LogSettings(level="DEBUG", format=form, file=tmp_path / "bot.log"), [TOKEN, SECRET])
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.DEBUG)
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    httpx.Client(transport=transport).get(f"https://example.org/bot{TOKEN}/getMe", headers={"x": SECRET})
    with pytest.raises(httpcore.ConnectError):
        httpcore.request("GET", f"http://127.0.0.1:1/bot{TOKEN}/getMe", headers={"x": SECRET})
    logging.getLogger("some.library").debug("this is %r and %s", Bot(TOKEN), {"secret": SECRET}, stack_info=True)
    logging.getLogger("some.library").info("%d", TOKEN)
    warnings.warn(f"a warning of {TOKEN}", stacklevel=1)
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    asyncio.run(_leave_a_failed_task())
    Broken()
    gc.collect()
    try:
        _fail()
    except RuntimeError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    text = path.read_text(encoding="utf-8")
    printed = capsys.readouterr()
    for way in ("HTTP Request", "connect_tcp", "Bot[token=[secret]]", "a warning", "in a thread or not", "never retrieved", "unraisable"):
        assert way in text
    assert "AAinvented" not in text + printed.err + printed.out
    assert SECRET not in text + printed.err + printed.out


def _fail() -> None:
    raise RuntimeError(f"in a thread or not: {TOKEN} {SECRET}")


async def _leave_a_failed_task() -> None:
    async def fail() -> None:
        _fail()

    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task
    gc.collect()


IDS = {"update": 77, "chat": -5, "user": 9}


@pytest.mark.usefixtures("restored_logging")
async def test_lines_carry_the_ids_of_the_update(tmp_path: Path) -> None:
    path = start_logging(LogSettings(file=tmp_path / "bot.log"))
    logger = logging.getLogger("some.library")
    with handling(IDS):
        logger.info("here")
        await asyncio.to_thread(logger.info, "in a thread")
        await asyncio.create_task(asyncio.to_thread(logger.info, "in a task"))
    logger.info("after")
    told = [line.split("some.library: ")[1] for line in path.read_text(encoding="utf-8").splitlines() if "some.library" in line]
    ids = " update=77 chat=-5 user=9"
    assert told == [f"here{ids}", f"in a thread{ids}", f"in a task{ids}", "after"]


@pytest.mark.usefixtures("restored_logging")
def test_lines_of_json(tmp_path: Path) -> None:
    path = start_logging(LogSettings(format="json", file=tmp_path / "bot.log"))
    logger = logging.getLogger("some.library")
    with handling(IDS):
        try:
            raise ValueError("二\n三")
        except ValueError:
            logger.exception("一 %d", 1)
    with handling({"update": 78}):
        logger.info("plain")
    failed, plain = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    assert failed.items() >= {"level": "ERROR", "logger": "some.library", "message": "一 1", "update": 77, "chat": -5, "user": 9}.items()
    assert failed["traceback"].endswith("ValueError: 二\n三")
    assert plain["time"].endswith("+00:00")
    assert plain.keys() == {"time", "level", "logger", "message", "update"}


def test_a_bug_is_recorded_with_its_traceback(tmp_path: Path) -> None:
    path = tmp_path / "state" / "parkqa.log"
    settings = LogSettings(file=path)
    for number in (1, 2):
        try:
            raise KeyError(f"{number} {TOKEN}")
        except KeyError as error:
            assert record_bug(error, settings) == path
    text = path.read_text(encoding="utf-8")
    assert text.count("Traceback") == 2
    assert "KeyError: '1 [secret]'" in text
    assert "test_log_file.py" in text


@pytest.mark.usefixtures("restored_logging")
def test_where_no_file_can_be_written_the_bot_starts_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "state").touch()
    start_logging(LogSettings(file=tmp_path / "state" / "bot.log"))
    logging.getLogger("bot").info("serving")
    said = capsys.readouterr().err
    assert "state/bot.log (File exists), only here" in said
    assert "serving" in said


@pytest.mark.usefixtures("restored_logging")
def test_log_files_are_for_nobody_else(tmp_path: Path) -> None:
    path = start_logging(LogSettings(file=tmp_path / "bot.log"))
    assert path.stat().st_mode & 0o777 == 0o600
