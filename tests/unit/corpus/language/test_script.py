from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import chinese_times
from corpus.language.park_kinds import kinds_in_chinese
from corpus.language.places import CITIES, PROVINCES
from corpus.language.script import is_traditional, lightly_simplified, one_spelling, simplified, traditional
from corpus.language.vocabulary import word_list


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


def test_names_that_differ_in_script_alone_go_by_the_one_that_is_written_most_often() -> None:
    spelt = Counter({"临港新片区": 1, "臨港新片區": 3, "苏州工业园": 2})
    assert one_spelling(spelt) == {"临港新片区": "臨港新片區", "臨港新片區": "臨港新片區", "苏州工业园": "苏州工业园"}


@given(st.text())
def test_any_text_has_a_script(text: str) -> None:
    assert is_traditional(text) in {True, False}


def test_what_is_looked_for_is_found_in_traditional_characters() -> None:
    """The characters of kinds, places, stop words and times that OpenCC writes otherwise are all in the short list."""
    sought = "".join(
        [
            *kinds_in_chinese(),
            *PROVINCES,
            *CITIES,
            *word_list("not_in_park_names.txt"),
            chinese_times.PATTERN,
            "以之起至今到现在目前自从起开始",
        ]
    )
    written = {traditional(character): character for character in sought}
    needed = {other: character for other, character in written.items() if other != character and simplified(other) == character}
    assert {other: lightly_simplified(other) for other in needed} == needed


@given(st.text())
def test_light_simplifying_keeps_offsets(text: str) -> None:
    assert len(lightly_simplified(text)) == len(text)
