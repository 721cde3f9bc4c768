from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.terminal.commands.init import STARTER, write_starter

REPOSITORY = Path(__file__).parents[5]


def test_it_writes_what_is_missing_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "parkqa.yaml").write_text("mine", encoding="utf-8")
    written = {path.relative_to(tmp_path).as_posix(): is_new for path, is_new in write_starter(tmp_path)}
    assert written == {
        "articles/mujiang-2023-foreign-trade.txt": True,
        "articles/mujiang-2024-first-half.txt": True,
        "articles/mujiang-2024-work-meeting.txt": True,
        "parkqa.yaml": False,
    }
    assert (tmp_path / "parkqa.yaml").read_text(encoding="utf-8") == "mine"
    assert [is_new for _, is_new in write_starter(tmp_path)] == [False] * 4


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("a file", encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be written: something else is in its place; name another folder"):
        list(write_starter(tmp_path))
    (tmp_path / "other/parkqa.yaml").mkdir(parents=True)
    with pytest.raises(ConfigError, match=r"parkqa.yaml cannot be written: something else"):
        list(write_starter(tmp_path / "other"))


def test_its_settings_are_those_of_the_repository_but_for_the_folder() -> None:
    ours, shipped = ((folder).read_text(encoding="utf-8").splitlines() for folder in (STARTER / "parkqa.yaml", REPOSITORY / "config.yaml"))
    differing = [(mine, theirs) for mine, theirs in zip(ours, shipped, strict=True) if mine != theirs]
    assert [(mine.split("#")[0].strip(), theirs.split("#")[0].strip()) for mine, theirs in differing] == [
        ("folder: articles", "folder: corpus/articles")
    ]
