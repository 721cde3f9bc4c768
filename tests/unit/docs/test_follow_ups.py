from __future__ import annotations

import tomllib

from docs.follow_ups import DIALOGUES, PAGE, page


def test_the_page_shows_the_conversations_as_they_are_played() -> None:
    """If not: python -m docs.follow_ups."""
    dialogues = tomllib.loads(DIALOGUES.read_text(encoding="utf-8"))["dialogue"]
    assert PAGE.read_text(encoding="utf-8") == page(dialogues)
    assert len(dialogues) >= 30
    assert sum(any("edit" in turn or "press" in turn for turn in each["turns"]) for each in dialogues) >= 10
