"""What people write to a bot that is no question: a greeting, thanks, ok, 😀. Searching for it would find chance passages.

The phrases stand in small_talk.toml.
"""

from __future__ import annotations

import re
from enum import StrEnum

from bot.conversation.phrases import load_phrases

_NUMBER = re.compile(r"\W*\d{1,2}\W*")


class SmallTalk(StrEnum):
    """What is said so; each but the first and the last is a list of phrases."""

    WORDLESS = "wordless"
    """😀, ？？？"""
    GREETING = "greeting"
    THANKS = "thanks"
    ACKNOWLEDGEMENT = "acknowledgement"
    FAREWELL = "farewell"
    NUMBER = "number"
    """1: perhaps of a list, where buttons are to be pressed."""


def small_talk(typed: str) -> SmallTalk | None:
    """What somebody says who asks nothing; None to a question."""
    if not any(map(str.isalnum, typed)):
        return SmallTalk.WORDLESS
    if _NUMBER.fullmatch(typed):
        return SmallTalk.NUMBER
    name = load_phrases("small_talk.toml").list_of(typed)
    return SmallTalk(name) if name else None
