from __future__ import annotations

from pathlib import Path

from bot.store.store import open_store
from bot.store.topics import Topic

YEARS = 2 * 400 * 86_400


def test_the_file_is_for_nobody_else_to_read(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    path.touch(0o644)
    store = open_store(path)
    store.topics.set(5, 6, Topic("问", True))
    assert {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {
        name: 0o600 for name in ("bot.sqlite", "bot.sqlite-shm", "bot.sqlite-wal")
    }
