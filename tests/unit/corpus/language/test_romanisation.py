"""Names in Latin letters and their Chinese characters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.romanisation import is_heard, is_pinyin, latin_names, name_in, romanise, sounds_like, ways_to_read


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("沐江经开区", "mujiangjingkaiqu"),
        ("绿岛", "lvdao"),
        ("女", "nv"),
        ("平阴2022年", "pingyin2022nian"),
        ("第1期，A座。", "di1qiazuo"),
        ("  \n", ""),
        ("", ""),
        ("😀\ud800éА", ""),
    ],
)
def test_characters_as_they_are_read(text: str, pinyin: str) -> None:
    assert romanise(text.lower()) == pinyin


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the mujiang park in lin-gang", ("the", "mujiang", "park", "in", "lingang")),
        ("xi'an and xi’an", ("xian", "and")),
        ("a 5g b2b", ()),
        ("沐江", ()),
        ("", ()),
    ],
)
def test_words_that_may_be_names(text: str, names: tuple[str, ...]) -> None:
    assert latin_names(text) == names


def test_a_name_meets_its_characters() -> None:
    (name,) = latin_names("qing-ping")
    assert name in romanise("走进青屏的工厂")


@pytest.mark.parametrize(
    ("pinyin", "name"),
    [("zengyan", "曾琰"), ("yuchi", "尉迟"), ("weichi", "尉迟"), ("chi", "迟"), ("qingping", "青屏"), ("mujiang", "")],
)
def test_a_name_is_found_by_any_reading_of_its_characters(pinyin: str, name: str) -> None:
    assert name_in("青屏的尉迟曾琰说", pinyin) == name
    assert is_heard(pinyin, "青屏的尉迟曾琰说", "") is (len(name) > 1)


def test_a_name_that_reads_so_by_itself_comes_first() -> None:
    assert name_in("曾庆和增庆", "zengqing") == "增庆"
    assert list(ways_to_read("曾"))[:2] == ["ceng", "zeng"]
    assert list(ways_to_read("青屏数据谷")) == ["qingpingshujugu"]


@given(st.text())
def test_any_text_reads_as_lower_case_letters_and_digits(text: str) -> None:
    pinyin = romanise(text.lower())
    assert pinyin == "" or (pinyin.isascii() and pinyin.isalnum() and pinyin == pinyin.lower())


def test_readings_are_not_loaded_until_they_are_needed() -> None:
    code = "import sys, corpus.language.romanisation as r; r.latin_names('mujiang'); print('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_readings_are_those_of_the_package_without_tones() -> None:
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    expected = {chr(code): to_normal(readings.split(",")[0]).replace("ü", "v") for code, readings in PINYIN_DICT.items()}
    assert {char: romanise(char) for char in expected} == expected


@pytest.mark.parametrize(
    ("one", "other", "alike"), [("青和", "青禾", True), ("张渡", "章度", True), ("沐江", "木匠", True), ("临樾", "林州", False)]
)
def test_names_that_many_say_alike(one: str, other: str, alike: bool) -> None:
    assert sounds_like(one, other) is alike


@pytest.mark.parametrize(("word", "pinyin"), [("huaiyu", True), ("mujiang", True), ("largest", False), ("zone", False), ("he", False)])
def test_a_name_of_a_place_is_pinyin(word: str, pinyin: bool) -> None:
    assert is_pinyin(word) is pinyin
