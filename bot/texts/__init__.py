"""What the bot says, one module for each language, and which of them to speak."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from bot.settings.language import Language

if TYPE_CHECKING:
    from bot.texts.wording import Texts

_READ_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


class _Languages(Mapping[Language, "Texts"]):
    """The texts by language, each loaded or derived when first wanted: a command that answers with JSON says nothing."""

    def __getitem__(self, language: Language) -> Texts:
        return _texts_in(language)

    def __iter__(self) -> Iterator[Language]:
        return iter(get_args(Language))

    def __len__(self) -> int:
        return len(get_args(Language))


TEXTS: Mapping[Language, Texts] = _Languages()


@functools.cache
def _texts_in(language: Language) -> Texts:
    match language:
        case "zh":
            from bot.texts.zh import ZH

            return ZH
        case "zh-hant":
            from bot.texts.zh import ZH
            from bot.texts.zh_hant import in_traditional

            return in_traditional(ZH)
        case "en":
            from bot.texts.en import EN

            return EN


def choose_language(default: Language, language_code: str | None, typed: str = "") -> Language:
    """Traditional Chinese to whoever reads or writes it, simplified to whoever writes it; else the language of the user's Telegram.

    That is an IETF tag such as `zh-hans`; the default is for languages that are not spoken here.
    """
    code = (language_code or "").lower()
    if code.startswith(_READ_TRADITIONAL):
        return "zh-hant"
    if any("\u4e00" <= character <= "\u9fff" for character in typed):
        from corpus.language.script import is_traditional

        return "zh-hant" if is_traditional(typed) else "zh"
    if code.startswith("zh"):
        return "zh"
    return "en" if code.startswith("en") else default
