from __future__ import annotations

from pathlib import Path

from bot.store.follows import Follow, Subject
from bot.store.store import open_store

PARK = Subject("银川经开区", ("银川经开区",))


def test_what_is_followed_is_there_after_a_restart(tmp_path: Path) -> None:
    store = open_store(tmp_path / "bot.sqlite")
    store.follows.add(5, 8, PARK, "zh-hant")
    store.database.close()
    assert open_store(tmp_path / "bot.sqlite").follows.of_chat(5) == [Follow(1, 5, 8, PARK, "zh-hant")]
