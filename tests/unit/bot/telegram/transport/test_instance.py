from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import AlreadyRunning
from bot.telegram.transport.instance import sole_instance

TOKEN = "7654321098:invented"


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize("folder", ["index", "another index"])
def test_a_newcomer_is_refused_whatever_its_folder(tmp_path: Path, folder: str) -> None:
    with sole_instance(tmp_path / "index", TOKEN), pytest.raises(AlreadyRunning, match="lock"), sole_instance(tmp_path / folder, TOKEN):
        pass
    with sole_instance(tmp_path / folder, TOKEN):
        pass


def test_another_bot_is_another_matter(tmp_path: Path) -> None:
    with sole_instance(tmp_path / "index", TOKEN) as ours, sole_instance(tmp_path / "index", TOKEN + "x") as theirs:
        assert ours.store != theirs.store


def test_without_a_common_place_the_folder_decides(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    with sole_instance(tmp_path / "index", TOKEN), pytest.raises(AlreadyRunning), sole_instance(tmp_path / "index", TOKEN):
        pass
