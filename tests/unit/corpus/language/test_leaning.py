from __future__ import annotations

import pytest

from corpus.language.leaning import counting_of, leans, tells_who_said


@pytest.mark.parametrize(
    "sentence",
    [
        "其中，高新技术企业87家。",
        "该项目总投资36亿元。",
        "此外，还有三条产线。",
        "同比增长9.4%。",
        "他2016年加入。",
        "這一數字創下新高。",
        "会上，12家企业获奖。",
        "总投资36亿元，占地210亩。",
        "据悉，该园区明年开放。",
        "“这里交通方便。”",
        "They employ 2,300 people.",
        "Of these, 12 are new.",
        "The project covers 30 hectares.",
    ],
)
def test_what_points_back_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "岚川高新区去年新增企业21家。",
        "2022年，完成投资31亿元。",
        "其实园区早已建成。",
        "总投资36亿元的华铎电池项目开工。",
        "并购基金落户岚川。",
        *("他山石资本入驻园区。", "Theydon Park opened in 2021.", "Itochu built a plant.", ""),
    ],
)
def test_what_names_its_own_subject_or_time_does_not(sentence: str) -> None:
    assert not leans(sentence)


@pytest.mark.parametrize(
    ("first", "next_"), [("一是建房。", "二是修路。"), ("（一）建房", "（二）修路"), ("1. 建房", "2. 修路"), ("· 建房", "· 修路")]
)
def test_items_of_one_list_count_alike(first: str, next_: str) -> None:
    counting = counting_of(next_)
    assert counting is not None
    assert counting == counting_of(first)
    assert counting.begins(first)
    assert counting.counts(next_)


@pytest.mark.parametrize(
    "sentence", ["一是一，二是二的人", "2023年建成。", "1.5亿元到位。", "-5℃以下停工。", "——记者手记", "园区一是老区。"]
)
def test_figures_and_dashes_count_no_items_beyond_the_first(sentence: str) -> None:
    counting = counting_of(sentence)
    assert counting is None or counting.begins(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("岚川精工董事长白鹤鸣说。", True),
        ("Chen Wei, the director, said.", True),
        ("白鹤鸣说，明年建两条产线。", False),
        ("产线已建成。", False),
    ],
)
def test_who_said_it(sentence: str, expected: bool) -> None:
    assert tells_who_said(sentence) is expected
