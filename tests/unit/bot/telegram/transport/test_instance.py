from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bot.errors import AlreadyRunning, ConfigError
from bot.telegram.transport.instance import files_of, sole_instance

TOKEN = "7654321098:invented"


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize("folder", ["index", "another index"])
def test_a_newcomer_is_refused_whatever_its_folder(tmp_path: Path, folder: str) -> None:
    with (
        sole_instance(files_of(tmp_path / "index", TOKEN)),
        pytest.raises(AlreadyRunning, match="lock"),
        sole_instance(files_of(tmp_path / folder, TOKEN)),
    ):
        pass
    with sole_instance(files_of(tmp_path / folder, TOKEN)):
        pass


def test_another_bot_is_another_matter(tmp_path: Path) -> None:
    ours, theirs = (files_of(tmp_path / "index", token) for token in (TOKEN, TOKEN + "x"))
    with sole_instance(ours), sole_instance(theirs):
        assert ours.store != theirs.store


def test_without_a_common_place_the_folder_decides(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    with (
        sole_instance(files_of(tmp_path / "index", TOKEN)),
        pytest.raises(AlreadyRunning),
        sole_instance(files_of(tmp_path / "index", TOKEN)),
    ):
        pass


def test_a_folder_where_nothing_can_be_locked_is_said_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr("fcntl.flock", refuse)
    said = r"no file can be locked \(Function not implemented\): put it on a disk of this machine"
    with pytest.raises(ConfigError, match=said), sole_instance(files_of(tmp_path / "index", TOKEN)):
        pass
