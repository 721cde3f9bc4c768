from __future__ import annotations

from dataclasses import fields
from string import Formatter

import pytest

from bot.texts import TEXTS, choose_language
from bot.texts.wording import Texts


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", [field.name for field in fields(Texts)])
def test_languages_fill_the_same_words_in(name: str) -> None:
    first, *others = (getattr(texts, name) for texts in TEXTS.values())
    for other in others:
        if isinstance(first, str):
            assert placeholders(other) == placeholders(first)
        else:
            assert other.keys() == first.keys()


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
def test_command_menus_are_what_telegram_takes(texts: Texts) -> None:
    for name, description in (texts.commands | texts.admin_commands).items():  # type: ignore[operator]
        assert name.isascii()
        assert name.islower()
        assert 1 <= len(description) <= 256


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
def test_no_sentence_is_too_long_for_a_message(texts: Texts) -> None:
    assert len(texts.start) < 4096
    assert len(texts.help) + len(texts.help_admin) < 4094


@pytest.mark.parametrize(
    ("code", "said", "language"),
    [
        ("zh-hans", "", "zh"),
        ("zh-hant", "how many?", "zh"),
        ("en", "", "en"),
        ("en-GB", "多少家企业", "zh"),
        ("de", "", "zh"),
        (None, "", "zh"),
        (None, "how many?", "zh"),
    ],
)
def test_language(code: str | None, said: str, language: str) -> None:
    assert choose_language("zh", code, said) == language
