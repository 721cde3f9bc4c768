"""Chinese words for English questions."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.glossary import Glossary, load_glossary


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("the annual work conference", ("工作会议",)),
        ("what was the annual capacity of the factory", ("年产", "产能", "工厂", "厂房")),
        ("artificial intelligence in april", ("人工智能", "4月")),
        ("agreements were announced", ("协议", "公布", "宣布")),
        ("bridges", ("桥",)),
        ("policies of the cities", ("政策", "市")),
        ("announcing events", ("公布", "宣布", "活动")),
        ("two days", ("天", "日")),
        ("air conditioned airports", ("空调", "机场")),
        ("areas, areas", ("面积",)),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_words_come_in_the_order_of_the_text(english: str, words: tuple[str, ...]) -> None:
    assert load_glossary().chinese_words(english) == words


def test_only_whole_words_are_known() -> None:
    assert load_glossary().chinese_words("embankment airy plane") == ()


def test_what_is_left_may_be_names() -> None:
    assert load_glossary().without_phrases("the lingang annual work conference of mujiang").split() == ["the", "lingang", "of", "mujiang"]


def test_the_longest_phrase_counts() -> None:
    glossary = Glossary({"cold": ("冷",), "cold-chain park": ("冷链园",), "park": ("园区",), "r&d": ("研发",)})
    assert glossary.chinese_words("r&d at the cold-chain parks, cold parks") == ("研发", "冷链园", "冷", "园区")
    assert [phrase.text for phrase in glossary.phrases("cold chain parks, cold-chained")] == ["cold", "parks", "cold"]


def test_a_chinese_question_has_no_phrases() -> None:
    glossary = Glossary({"harbour": ("港口",)})
    assert glossary.chinese_words("港口有多大") == ()
    assert glossary.without_phrases("港口有多大") == "港口有多大"


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("desks in the co-working space", ("工位", "联合办公", "空间")),
        ("syndicated loans for smes", ("银团贷款", "中小企业")),
        ("two-bedroom flats", ("两居室", "两室")),
        ("the wastewater treatment plant", ("污水处理厂",)),
        ("how long is the residence permit valid", ("长", "居留许可", "居住证", "有效")),
    ],
)
def test_what_a_newcomer_types_is_known(english: str, words: tuple[str, ...]) -> None:
    assert load_glossary().chinese_words(english) == words


def test_every_line_is_an_english_phrase_once_and_chinese_words() -> None:
    lines = files("corpus.language").joinpath("glossary.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[a-z0-9&'-]+(?: [a-z0-9&'-]+)* = [0-9一-鿿]+(?: [0-9一-鿿]+)*", line)] == []
    phrases = Counter(line.split(" = ")[0] for line in lines if not line.startswith("#"))
    assert [phrase for phrase, count in phrases.items() if count > 1] == []
    assert set(load_glossary().entries) == set(phrases)


def test_every_phrase_is_found() -> None:
    glossary = load_glossary()
    assert [phrase for phrase, words in glossary.entries.items() if glossary.chinese_words(phrase) != words] == []


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(text: str) -> None:
    glossary = load_glossary()
    known = {word for words in glossary.entries.values() for word in words}
    assert set(glossary.chinese_words(text)) <= known
    assert glossary.chinese_words(glossary.without_phrases("")) == ()
