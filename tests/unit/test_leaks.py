"""The look through the logs of a run finds what it looks for, or its silence proves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.leaks import leaks

TOKEN = "7654321098:AAinvented-Token_of-no-bot-0000000000"
SECRET = TOKEN.split(":")[1]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not among the folders of the run, in whose logs this token must not stand."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize("line", [TOKEN, f"POST /bot{TOKEN}/getMe", TOKEN.replace(":", "%3A"), f"'{SECRET}'"])
@pytest.mark.parametrize("name", ["parkqa.log", "parkqa.log.1", "deep/down/printed-1.log"])
def test_a_token_is_found(folder: Path, line: str, name: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"a line\n{line}\nanother\n", encoding="utf-8")
    assert leaks(folder, TOKEN)
    assert not any(SECRET in leak for leak in leaks(folder, TOKEN))
    path.write_text("2026-01-02 03:04:05 [secret] 42000421234:short\n", encoding="utf-8")
    assert leaks(folder, TOKEN) == []


def test_the_token_of_another_bot_is_found_too(folder: Path) -> None:
    (folder / "parkqa.log").write_text(f"connecting with {TOKEN}", encoding="utf-8")
    assert leaks(folder)
