from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from string import Formatter
from typing import get_args

import pytest

from bot.settings.language import Language
from bot.settings.sections import BotSettings
from bot.texts import TEXTS, choose_language
from bot.texts.wording import Texts
from corpus.language.script import is_traditional


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def sentences(texts: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence, by where it stands."""
    if isinstance(texts, str):
        yield path, texts
    elif isinstance(texts, Mapping):
        for key, text in texts.items():
            yield from sentences(text, f"{path}[{key}]")
    elif is_dataclass(texts):
        for field in fields(texts):
            yield from sentences(getattr(texts, field.name), f"{path}.{field.name}")
    else:
        raise TypeError(f"{path} is neither a sentence nor a topic: {texts!r}")


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
def test_languages_say_the_same_things_with_the_same_words_filled_in(texts: Texts) -> None:
    spoken, chinese = dict(sentences(texts)), dict(sentences(TEXTS["zh"]))
    assert spoken.keys() == chinese.keys()
    for place, text in spoken.items():
        assert text.strip(), place
        assert placeholders(text) == placeholders(chinese[place]), place


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
def test_command_menus_are_what_telegram_takes(texts: Texts) -> None:
    for name, description in texts.commands.items():
        assert name.isascii()
        assert name.islower()
        assert 1 <= len(description) <= 256


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
def test_the_profile_is_what_telegram_takes(texts: Texts) -> None:
    assert len(texts.profile.description) <= 512
    assert len(texts.profile.short_description) <= 120


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
def test_toasts_and_buttons_are_short_enough(texts: Texts) -> None:
    for place, text in sentences(texts):
        if any(kind in place for kind in ("toast", "thanks", "button_")):
            assert len(text) <= (200 if "button_" not in place or place.endswith(("unknown", "expired", "gone")) else 40), place


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
def test_no_sentence_is_too_long_for_a_message(texts: Texts) -> None:
    assert max(len(text) for _, text in sentences(texts)) < 4096


class OfOne(dict[str, object]):
    """One of each thing that is counted; of whatever else is filled in, a number that is many."""

    COUNTED = frozenset({"count", "files", "parks", "rejected"})

    def __missing__(self, name: str) -> int:
        return 1 if name in self.COUNTED else 3


def test_english_that_counts_reads_well_of_one_too() -> None:
    always_many = {".about.measured", ".following.reports", ".reading.characters"}
    for place, text in sentences(TEXTS["en"]):
        if place not in always_many:
            assert not re.search(r"\b1 (more |new )?[a-z]+s\b", text.format_map(OfOne())), place


@pytest.mark.parametrize(
    ("code", "typed", "language"),
    [
        ("zh-hans", "", "zh"),
        ("zh-hant", "how many?", "zh-hant"),
        ("zh-TW", "", "zh-hant"),
        ("zh-hk", "奖励了多少家企业", "zh-hant"),
        ("zh-hans", "獎勵了多少家企業", "zh-hant"),
        ("en", "銀川經開區", "zh-hant"),
        ("zh-hans", "皇后大道", "zh"),
        ("zh-hans", "上海", "zh"),
        ("en", "", "en"),
        ("en-GB", "多少家企业", "zh"),
        ("de", "", "zh"),
        (None, "", "zh"),
        (None, "how many?", "zh"),
    ],
)
def test_language(code: str | None, typed: str, language: str) -> None:
    assert choose_language("zh", code, typed) == language


def test_the_default_may_be_any_language() -> None:
    assert get_args(BotSettings.model_fields["language"].annotation) == get_args(Language)
    assert choose_language("zh-hant", "fr") == "zh-hant"
    assert choose_language("zh-hant", "zh-hans") == "zh"


def test_traditional_chinese_is_written_as_its_readers_write() -> None:
    texts, simplified = TEXTS["zh-hant"], dict(sentences(TEXTS["zh"]))
    assert texts.browsing.latest == "最新報導（共 {count} 篇）"
    assert texts.asked_as == "按「{question}」查詢："
    assert texts.button_file == "傳送全文檔案"
    for place, text in sentences(texts):
        assert is_traditional(text) or text.translate(str.maketrans("「」", "“”")) == simplified[place], place
