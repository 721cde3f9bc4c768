"""The words of tables in the language of the terminal: table_words.toml has the Chinese of what code below calls by English names."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.settings.language import Language
from bot.texts.sentences import in_language

Say = Callable[[str], str]
"""Takes an English word or sentence and says it in some language."""


def saying(language: Language) -> Say:
    """How a language says what stands in tables; what nobody has translated, such as the names in a question set, stays as it is."""
    if language == "en":
        return str
    words = chinese_words()
    if language == "zh":
        return lambda english: words.get(english) or in_language(english, language)
    from bot.texts.zh_hant import rewritten

    return lambda english: rewritten(words[english]) if english in words else in_language(english, language)


@functools.cache
def chinese_words() -> Mapping[str, str]:
    """Chinese by English."""
    words: Mapping[str, str] = tomllib.loads(Path(__file__).with_name("table_words.toml").read_text(encoding="utf-8"))["words"]
    return words
