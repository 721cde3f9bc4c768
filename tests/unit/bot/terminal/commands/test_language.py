from __future__ import annotations

import pytest

from bot.terminal.commands.language import language_of_locale, take_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-hant"),
        ({"LANG": "zh-Hant-HK"}, "zh-hant"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, None),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_SG.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
def test_the_locale_says_which_language(environment: dict[str, str], language: str | None) -> None:
    assert language_of_locale(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language", "rest"),
    [
        (["status"], "zh", ["status"]),
        (["--lang", "en", "status"], "en", ["status"]),
        (["status", "--lang=en", "--json"], "en", ["status", "--json"]),
        (["ask", "--lang", "EN", "多少"], "en", ["ask", "多少"]),
        (["ask", "--", "--lang", "en"], "zh", ["ask", "--", "--lang", "en"]),
        (["--lang", "fr", "status"], "zh", ["--lang", "fr", "status"]),
        (["status", "--lang"], "zh", ["status", "--lang"]),
        (["--lang", "zh-hant", "-h"], "zh-hant", ["-h"]),
    ],
)
def test_the_flag_is_taken_wherever_it_stands(arguments: list[str], language: str, rest: list[str]) -> None:
    assert take_language(arguments, {"LANG": "zh_CN.UTF-8"}) == (language, rest)
