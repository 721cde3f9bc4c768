from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.script import is_traditional, simplified, traditional


def test_characters_and_words_change_scripts() -> None:
    assert simplified("銀川經開區獎勵企業") == "银川经开区奖励企业"
    assert traditional("发送文件到开发区里") == "傳送檔案到開發區裡"


@pytest.mark.parametrize(
    ("text", "traditional_script"),
    [
        ("銀川經開區去年的產值", True),
        ("银川经开区去年的产值", False),
        ("上海", False),
        ("how many", False),
        ("", False),
        ("\ud800區", True),
    ],
)
def test_the_script_of_a_text(text: str, traditional_script: bool) -> None:
    assert is_traditional(text) is traditional_script


@given(st.text())
def test_any_text_has_a_script(text: str) -> None:
    assert is_traditional(text) in {True, False}
