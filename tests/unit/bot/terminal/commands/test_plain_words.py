from __future__ import annotations

import pytest

from bot.terminal.commands.plain_words import as_commands


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("help", "-h"),
        ("help ask", "ask -h"),
        ("沐江经开区 2023年 税收", "ask 沐江经开区 2023年 税收"),
        ("沐江经开区税收 --json", "ask 沐江经开区税收 --json"),
        ("2023年GDP", "ask 2023年GDP"),
        ("status", "status"),
        ("statsu", "statsu"),
        ("ask help", "ask help"),
        ("--config=配置.yaml status", "--config=配置.yaml status"),
    ],
)
def test_what_is_meant(typed: str, meant: str) -> None:
    assert as_commands(typed.split()) == meant.split()
