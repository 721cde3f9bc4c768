"""Why a file was left out, in words."""

from __future__ import annotations

from typing import Any

from bot.texts.en import EN
from bot.texts.wording import Texts
from corpus.reading.source_file import Rejection, Remark
from corpus.reason import Reason


def reason_text(reason: Reason, texts: Texts) -> str:
    """One line; the code with its details where there are no words for it, as of what an earlier version of the program wrote."""
    try:
        text = texts.reasons[reason.code].format(**reason.details)
    except (KeyError, ValueError):
        text = str(reason)
    return " ".join(text.split())


def said_as_dict(said: Rejection | Remark) -> dict[str, Any]:
    """In plain JSON types, for programs by its code and for people in English."""
    return said.as_dict() | {"reason": reason_text(said.reason, EN)}
