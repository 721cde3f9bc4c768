"""What follows `start=` in a link that opens the bot: at one quote, or at a word of explanation."""

from __future__ import annotations

import re

HELP = "help"
ASK_HERE = "ask"
"""From the list of results that nothing was found for."""
_LINKED_QUOTE = re.compile(r"q_([A-Za-z0-9_-]{4,32})_(\d{1,2})")


def payload(token: str, number: int) -> str:
    """For a quote of an answer; at most 64 characters of those that Telegram takes."""
    return f"q_{token}_{number}"


def parse_payload(text: str) -> tuple[str, int] | None:
    """An answer's token and the number of a quote; None where a link is not of this form."""
    match = _LINKED_QUOTE.fullmatch(text)
    return (match[1], int(match[2])) if match else None
