from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.store.feedback import Opinion
from bot.store.store import open_store
from bot.store.topics import Topic
from bot.store.uploads import new_upload

YEARS = 2 * 400 * 86_400


def test_every_table_about_people_is_pruned(monkeypatch: pytest.MonkeyPatch) -> None:
    store, now = open_store(None), time.time()
    for moment in (now - YEARS, now):
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        person = 1 if moment == now else 2
        store.feedback.give(Opinion("t", person, True, "问", "2024-03-01", None, None, moment))
        store.topics.set(5, person, Topic("问", True))
        store.uploads.keep(new_upload(5, person, moment))
    store.prune()
    assert [opinion.person for opinion in store.feedback.all()] == [1]
    assert [store.topics.get(5, person) is not None for person in (1, 2)] == [True, False]
    assert [store.uploads.latest_open(5, person) is not None for person in (1, 2)] == [True, False]


def test_the_file_is_for_nobody_else_to_read(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    path.touch(0o644)
    store = open_store(path)
    store.topics.set(5, 6, Topic("问", True))
    assert {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {
        name: 0o600 for name in ("bot.sqlite", "bot.sqlite-shm", "bot.sqlite-wal")
    }
