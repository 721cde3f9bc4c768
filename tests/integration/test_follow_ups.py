"""Conversations over the sample articles in which one question goes on from another: follow_ups.toml, turn by turn."""

from __future__ import annotations

import tomllib
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.services import Services
from retrieval.question.mention import SUBJECTS, MentionKind
from tests.conversing import Talker, Turn

DIALOGUES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "follow_ups.toml").read_text(encoding="utf-8"))["dialogue"]
chats = count(1)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=[dialogue["about"] for dialogue in DIALOGUES])
def test_each_question_is_completed_from_the_one_before(services: Services, dialogue: dict[str, Any]) -> None:
    talker, before = Talker(services, next(chats)), ""
    for expected in dialogue["turns"]:
        turn = taken(talker, expected)
        asked = turn.shown.question if turn.shown else None
        assert asked == expected.get("asks")
        assert expected.get("shows", "") in turn.message.text
        if "carries" in expected:
            before = (turn.shown and turn.shown.preceding) or before
            check_carried(services, expected, before)
        before = asked or before


def taken(talker: Talker, expected: dict[str, Any]) -> Turn:
    """The turn, taken as it says."""
    if "edit" in expected:
        return talker.edit(expected["edit"], expected["say"])
    return talker.press(expected["press"]) if "press" in expected else talker.say(expected["say"], expected.get("reply"))


def check_carried(services: Services, expected: dict[str, Any], before: str) -> None:
    """What is said to be carried stands in both questions, and nothing else that the one before names does."""
    asked, carries, typed = expected["asks"], expected["carries"], expected["say"]
    assert [phrase for phrase in carries if phrase not in asked or phrase not in before or phrase in typed] == []
    mentions = services.answerer.read(before).of(*SUBJECTS, MentionKind.TIME, MentionKind.MATTER)
    common = [mention.text for mention in mentions if mention.text in asked and mention.text not in typed]
    assert [text for text in common if not any(text in phrase for phrase in carries)] == []
