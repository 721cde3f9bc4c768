"""Secrets stay secret: the one place that takes them out of what is about to be written."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"(?<!\d)\d{4,}(?::|%3A)[\w-]{16,}")
"""What @BotFather hands out: the bot's id, a colon, 35 characters."""


def redact(text: str, secrets: Sequence[str] = ()) -> str:
    """Replace the given secrets and everything that looks like a bot token."""
    for secret in secrets:
        text = text.replace(secret, "[secret]")
    return _TOKEN.sub("[secret]", text)
