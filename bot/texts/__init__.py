"""What the bot says, one module for each language, and which of them to speak."""

from __future__ import annotations

from typing import Literal

from bot.texts.en import EN
from bot.texts.wording import Texts
from bot.texts.zh import ZH

Language = Literal["zh", "en"]

TEXTS: dict[Language, Texts] = {"zh": ZH, "en": EN}


def choose_language(default: Language, language_code: str | None, said: str = "") -> Language:
    """Chinese to whoever writes it; else the language of the user's Telegram (an IETF tag such as `zh-hans`), else the default."""
    code = (language_code or "").lower()
    if code.startswith("zh") or any("\u4e00" <= character <= "\u9fff" for character in said):
        return "zh"
    return "en" if code.startswith("en") else default
