from __future__ import annotations

import pytest

from bot.monitoring.redaction import redact

TOKEN = "7654321098:AAinvented-Token_of-no-bot-0000000000"


@pytest.mark.parametrize("text", [TOKEN, f"https://api.telegram.org/bot{TOKEN}/getMe", f"token={TOKEN}\n"])
def test_whatever_looks_like_a_token_goes(text: str) -> None:
    assert "AAinvented" not in redact(text)
    assert "[secret]" in redact(text)


@pytest.mark.parametrize("text", ["2022-03-01 12:30:45", "http://127.0.0.1:8081/bot", "bot/terminal/cli.py:62:5", "1300:万元"])
def test_what_looks_like_no_token_stays(text: str) -> None:
    assert redact(text) == text


def test_given_secrets_go_whatever_they_look_like() -> None:
    assert redact("the password is hunter2", ["hunter2"]) == "the password is [secret]"
