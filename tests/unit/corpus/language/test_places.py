"""Places of China, and what they are called in Latin letters."""

from __future__ import annotations

import re

import pytest

from corpus.language.places import PLACE, places_in_latin


@pytest.mark.parametrize(
    ("latin", "place"),
    [("yinchuan", "银川"), ("xian", "西安"), ("suzhou", "苏州"), ("chongqing", "重庆"), ("urumqi", "乌鲁木齐"), ("macau", "澳门")],
)
def test_places_by_their_latin_names(latin: str, place: str) -> None:
    assert places_in_latin()[latin] == place


def test_the_longest_place_is_found() -> None:
    assert re.findall(PLACE, "张家港与黑龙江") == ["张家港", "黑龙江"]
