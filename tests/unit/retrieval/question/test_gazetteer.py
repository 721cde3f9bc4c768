"""Parks that are named without their kind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.gazetteer import NO_PARKS, Gazetteer, grown_from
from retrieval.question.named_places import named_places
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)
PARKS = (
    *("沐江经开区", "沐江高新区", "沐江经开区", "青屏经开区", "青屏经开区", "山东平阴经开区", "助推开发区", "新兴产业园", "新兴产业园"),
    *("武汉经开区", "武汉经开区", "上海自贸区", "linyue high-tech zone", "栖港综合保税区"),
    *("砚岭装备制造产业园", "砚岭装备制造产业园", "浦鹿临港产业园", "中德(浦鹿)产业园"),
)


@pytest.fixture(scope="module")
def known(analyzer: Analyzer) -> Gazetteer:
    return grown_from(PARKS, analyzer.normalize, analyzer.dictionary_words)


def test_only_sure_names_stand_alone(known: Gazetteer) -> None:
    assert known.alone == {"沐江": "沐江", "青屏": "青屏经开区", "平阴": "平阴经开区", "砚岭": "砚岭装备制造产业园"}
    assert known.latin.items() >= {"mujiang": "沐江", "qingping": "青屏", "pingyin": "平阴", "yanling": "砚岭"}.items()


def test_a_name_is_known_by_any_reading_of_its_characters(analyzer: Analyzer) -> None:
    parks = grown_from(["柏泉经开区", "柏泉经开区", "博全高新区", "博全高新区"], analyzer.normalize, analyzer.dictionary_words)
    assert [parks.latin[sound] for sound in ("baiquan", "boquan")] == ["柏泉", "博全"]
    alone = grown_from(["柏泉经开区", "柏泉经开区"], analyzer.normalize, analyzer.dictionary_words)
    assert read_question("GDP of Boquan in 2023", TODAY, analyzer, alone).parks == ("柏泉经开区",)


def test_every_park_is_known_by_name_and_kind(known: Gazetteer, analyzer: Analyzer) -> None:
    assert set(known.parks) == {analyzer.normalize(park).removeprefix("山东") for park in PARKS if not park.isascii()}
    assert known.written("平阴经开区") == "山东平阴经开区"
    assert known.written("栖港综保区") == "栖港综合保税区"
    assert grown_from([], str, list) is NO_PARKS


@pytest.mark.parametrize(
    ("text", "parks"),
    [
        ("青屏2023年税收多少", ("青屏经开区",)),
        ("沐江2023年税收多少", ("沐江",)),
        ("沐江高新2023年税收多少", ("沐江高新区",)),
        ("沐江高新技术企业有多少家", ("沐江",)),
        ("银川经开奖励了多少家企业", ("银川经开区",)),
        ("沐江经开区2023年税收多少", ("沐江经开区",)),
        ("平阴的产值", ("平阴经开区",)),
        ("平阴县的产值", ()),
        ("武汉的产值", ()),
        ("助推产业", ()),
        ("What was the output of Qingping in 2022?", ("青屏经开区",)),
        ("How many companies are in Mujiang ETDZ", ("沐江经开区",)),
        ("What was Qingping's output in 2022?", ("青屏经开区",)),
        ("GDP of Mujiang HTZ in 2022", ("沐江高新区",)),
        ("Mujiang jingkaiqu exports", ("沐江经开区",)),
        ("Output of the Sino-German park in Pulu", ("中德(浦鹿)产业园",)),
        ("Revenue of Pulu Port Industrial Park", ("浦鹿临港产业园",)),
        ("zhongde pulu park output", ("中德(浦鹿)产业园",)),
        ("How many companies are in Mujiang", ("沐江",)),
        ("砚岭有多少名帮办员", ("砚岭装备制造产业园",)),
        ("砚岭产业园有多少名帮办员", ("砚岭装备制造产业园",)),
        ("砚岭县有多少名帮办员", ()),
        ("When did the Qigang Bonded Zone open?", ("栖港综保区",)),
        ("When did the Qigang High-tech Zone open?", ("qigang高新区",)),
        ("When did Qigang open?", ()),
        ("GDP of Huaiyu Free Trade Zone", ("huaiyu自贸区",)),
        ("rent in the chinese high-tech zone", ()),
        ("栖港保税区何时成立", ("栖港综保区",)),
        ("沐江开发区何时成立", ("沐江开发区",)),
        ("Pingyin Economic Development Zone", ("平阴经开区",)),
    ],
)
def test_parks_of_a_question(text: str, parks: tuple[str, ...], analyzer: Analyzer, known: Gazetteer) -> None:
    assert read_question(text, TODAY, analyzer, known).parks == parks


def test_an_english_question_looks_for_the_chinese_name(analyzer: Analyzer, known: Gazetteer) -> None:
    assert "青屏" in "".join(read_question("the output of Qingping", TODAY, analyzer, known).terms.words)


@given(
    st.lists(st.sampled_from([*PARKS, "沐江", "(", "区", "银川经开", "a", ""])), st.text(max_size=20) | st.sampled_from(["沐江高新", "(区"])
)
def test_any_parks_and_any_text(parks: list[str], text: str) -> None:
    found = named_places(text, [], grown_from(parks, str, list))
    assert all(text[slice(*mention.span)] for mention in found)
