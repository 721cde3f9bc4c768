"""为什么, 谁说的, 还有吗, 再详细点, 全文: what people write below an answer to ask something of the sentence just shown.

They are no questions: searching for the words would find chance passages. The phrases stand in bare_requests.toml.
"""

from __future__ import annotations

from enum import StrEnum

from bot.conversation.phrases import load_phrases


class BareRequest(StrEnum):
    """What is wanted of the sentence just shown; each is a list of phrases."""

    WHY = "why"
    SOURCE = "source"
    SURE = "sure"
    WRONG = "wrong"
    MORE = "more"
    CONTEXT = "context"
    WHOLE = "whole"


def bare_request(typed: str) -> BareRequest | None:
    """What somebody wants of the sentence just shown; None to a question of its own."""
    name = load_phrases("bare_requests.toml").list_of(typed)
    return BareRequest(name) if name else None
