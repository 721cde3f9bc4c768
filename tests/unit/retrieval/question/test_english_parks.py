"""Places and parks of English questions, by their Chinese names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.english_parks import chinese_parks, chinese_places


@pytest.mark.parametrize(
    ("english", "parks"),
    [
        ("yinchuan etdz", ("银川经开区",)),
        ("the yinchuan economic and technological development zone", ("银川经开区",)),
        ("wuhan economic & technological development zone", ("武汉经开区",)),
        ("yinchuan economic development zone", ("银川经开区",)),
        ("xi'an high-tech zone", ("西安高新区",)),
        ("hefei high-tech industrial development zone", ("合肥高新区",)),
        ("kashgar comprehensive bonded zone", ("喀什综保区",)),
        ("suzhou industrial park and shanghai pilot free trade zone", ("苏州工业园", "上海自贸区")),
        ("shi jia zhuang high tech zone", ("石家庄高新区",)),
        ("yinchuan etdz, yinchuan etdz", ("银川经开区",)),
        ("mujiang etdz", ()),
        ("the etdz", ()),
        ("etdz", ()),
        ("a new area of research in hefei", ()),
        ("", ()),
    ],
)
def test_parks_of_known_places(english: str, parks: tuple[str, ...]) -> None:
    assert chinese_parks(english) == parks


@pytest.mark.parametrize(
    ("english", "places"),
    [
        ("beijing or chongqing", ("北京", "重庆")),
        ("xi'an", ("西安",)),
        ("what happened in hong-kong", ("香港",)),
        ("suzhou", ("苏州",)),
        ("hefeis", ()),
        ("北京", ()),
    ],
)
def test_places(english: str, places: tuple[str, ...]) -> None:
    assert chinese_places(english) == places


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["etdz", "zone", "xi'an", "-", "'", "new area", "high-tech zone", "hefei"])).map(" ".join)
)
def test_any_text_can_be_looked_through(english: str) -> None:
    assert len(set(chinese_parks(english))) == len(chinese_parks(english))
    assert len(set(chinese_places(english))) == len(chinese_places(english))
