"""What rules made for Chinese know of a question in English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.asking_words import Kind
from retrieval.question.reading import read_question
from retrieval.question.said_in_chinese import said_in_chinese, things_in_chinese
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("the land of phase ii", ("二期",)),
        ("the land of the second phase", ("二期",)),
        ("rent in zone b of the sensor valley", ("b区",)),
        ("who led the series c", ("c轮",)),
        ("output of the second plant", ("第二工厂",)),
        ("rules for class a firms", ("a类",)),
        ("rent in building 12", ("12号楼",)),
        ("how long does shuttle line 2 take", ("2号线",)),
        ("rent in tower c", ("c座",)),
        ("the second 2023 batch of flats", ("第二批",)),
        ("how many new companies came", ("新增",)),
        ("new construction land", ("新建",)),
        ("tax per mu and gdp per capita", ("亩均税收", "人均")),
        ("actually utilised fdi", ("实际使用外资",)),
        ("what was actually built", ("实际",)),
        ("contracted foreign investment", ("合同外资",)),
        ("fdi in 2023 alone", ("当年",)),
        ("when did work on the port begin", ("开工",)),
        ("exports in may", ("5月",)),
        ("firms founded so far", ("累计",)),
        ("size of the second phase of the fund", ("规模", "二期")),
    ],
)
def test_parts_and_modifiers(plain: str, said: tuple[str, ...]) -> None:
    assert {words for _, (words, *_) in things_in_chinese(plain)} >= set(said)


@pytest.mark.parametrize(
    ("plain", "unsaid"),
    [
        ("exports only (not imports)", "进口"),
        ("new energy vehicles made", "新增"),
        ("new construction land", "新增"),
        ("二期投资多少", "二期"),
        ("may two firms bid together", "5月"),
        ("under what conditions may a tenant buy", "5月"),
    ],
)
def test_what_is_no_part_and_no_modifier(plain: str, unsaid: str) -> None:
    assert all(unsaid not in words for _, words in things_in_chinese(plain))


@pytest.mark.parametrize(
    ("plain", "kind", "said"),
    [
        ("how much did exports grow", Kind.NUMBER, "出口，增速"),
        ("how much were the exports", Kind.NUMBER, "出口"),
        ("what share of exports", Kind.NUMBER, "出口，占比"),
        ("which two companies moved out", Kind.LIST, "哪家企业"),
        ("how much was invested in phase i", Kind.NUMBER, "投资，一期，投资多少"),
        ("on which day did phase i open", Kind.TIME, "一期，开放，哪天"),
        ("who chaired the meeting", Kind.PERSON, "主持，会议，谁"),
        ("which supplier was late", Kind.ORGANISATION, "供应商，哪家企业"),
    ],
)
def test_words_in_the_order_of_the_question(plain: str, kind: Kind, said: str) -> None:
    assert said_in_chinese(plain, things_in_chinese(plain), kind) == said


@pytest.mark.parametrize(
    ("text", "in_english"),
    [
        ("GDP of Qingping ETDZ (青屏经开区) in 2022?", True),
        ("What is the land area of phase II of 曦禾储能?", False),
        ("(青屏经开区)", False),
        ("", True),
        ("青屏经开区 GDP of 2022 是多少", False),
        ("Qingping ETDZ 2022年GDP多少", False),
        ("青屏经开区的GDP", False),
    ],
)
def test_a_name_in_chinese_makes_no_chinese_question(analyzer: Analyzer, text: str, in_english: bool) -> None:
    question = read_question(text, TODAY, analyzer)
    assert question.in_english is in_english
    assert (question.said == question.plain) is (not in_english or not text)


@given(st.text(max_size=60))
def test_any_text_can_be_asked(plain: str) -> None:
    things = things_in_chinese(plain)
    assert all(0 <= thing.start < len(plain) and all(thing.words) for thing in things)
