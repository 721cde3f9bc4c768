from __future__ import annotations

import pytest

from corpus.language.english_park_names import in_english


@pytest.mark.parametrize(
    ("park", "english"),
    [
        ("沐江经开区", "Mujiang ETDZ"),
        ("银川经济技术开发区", "Yinchuan ETDZ"),
        ("臨樾高新區", "Linyue High-Tech Zone"),
        ("栖港综合保税区", "Qigang Comprehensive Bonded Zone"),
        ("苏州工业园区", "Suzhou Industrial Park"),
        ("栖港临港经济区", "Qigang Port Economic Zone"),
        ("云澜临空经济区", "Yunlan Airport Economic Zone"),
        ("砚岭装备制造产业园", ""),
        ("Linyue High-Tech Zone", ""),
        ("沐江", ""),
    ],
)
def test_the_name_in_pinyin_and_the_kind(park: str, english: str) -> None:
    assert in_english(park) == english
