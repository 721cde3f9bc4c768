"""The line before a quote says of what it is, where its own first words do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.scope_line import scope_line
from bot.texts import TEXTS, Language
from bot.texts.zh import ZH
from corpus.article import Article
from retrieval.ranking.quote import Quote
from retrieval.ranking.scope import Scope

PARKS = ("沐江经开区",)
YEAR = Scope(PARKS, date(2023, 1, 1), date(2023, 12, 31))


def quote(text: str, scope: Scope) -> Quote:
    return Quote(Article("a", None, text, None, None, None, PARKS, "a.txt"), 0, len(text), (), 1.0, scope=scope)


@pytest.mark.parametrize(
    ("scope", "line"),
    [
        (Scope(), ""),
        (Scope(PARKS), "沐江经开区"),
        (YEAR, "沐江经开区 · 2023年"),
        (replace(YEAR, parks=()), "2023年"),
        (replace(YEAR, last=date(2023, 6, 30)), "沐江经开区 · 2023年上半年"),
        (replace(YEAR, last=date(2023, 11, 30)), "沐江经开区 · 2023年1月至11月"),
        (replace(YEAR, planned=True), "沐江经开区 · 2023年目标"),
    ],
)
def test_only_what_is_sure_is_said(scope: Scope, line: str) -> None:
    assert scope_line(quote("进出口总额58.9亿元。", scope), ZH) == line


@pytest.mark.parametrize(
    ("language", "line"), [("zh", "沐江经开区 · 2023年目标"), ("zh-hant", "沐江经开区 · 2023年目標"), ("en", "沐江经开区 · 2023, target")]
)
def test_it_is_said_in_the_language_of_the_reader(language: Language, line: str) -> None:
    assert scope_line(quote("进出口总额60亿元。", replace(YEAR, planned=True)), TEXTS[language]) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2023年，沐江经开区进出口总额58.9亿元。", ""),
        ("沐江经济技术开发区2023年进出口总额58.9亿元。", ""),
        ("沐江經開區2023年進出口總額58.9億元。", ""),
        ("全年进出口总额58.9亿元，沐江经开区列第三。", "2023年"),
        ("2023年进出口总额58.9亿元。", "沐江经开区"),
        ("比2022年下降4.7%的进出口总额为58.9亿元。", "沐江经开区 · 2023年"),
    ],
)
def test_what_the_first_words_say_is_not_said_twice(text: str, line: str) -> None:
    assert scope_line(quote(text, YEAR), ZH) == line
