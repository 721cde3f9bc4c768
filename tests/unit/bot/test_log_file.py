from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.log_file import record_bug, redact, start_logging
from retrieval.config import LogSettings

TOKEN = "7654321098:AAinvented-Token_of-no-bot-0000000000"


@pytest.fixture
def restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize("text", [TOKEN, f"https://api.telegram.org/bot{TOKEN}/getMe", f"token={TOKEN}\n"])
def test_whatever_looks_like_a_token_goes(text: str) -> None:
    assert "AAinvented" not in redact(text)
    assert "[secret]" in redact(text)


@pytest.mark.parametrize("text", ["2022-03-01 12:30:45", "http://127.0.0.1:8081/bot", "bot/cli.py:62:5", "1300:万元"])
def test_what_looks_like_no_token_stays(text: str) -> None:
    assert redact(text) == text


def test_given_secrets_go_whatever_they_look_like() -> None:
    assert redact("the password is hunter2", ["hunter2"]) == "the password is [secret]"


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
