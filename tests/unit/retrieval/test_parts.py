"""Questions about several things, taken apart; questions about one thing, left whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.parts import asks_about_time, parts_of


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("沐江经开区和临越高新区2023年哪个产值更高", ("沐江经开区2023年产值", "临越高新区2023年产值")),
        ("沐江经开区与临越高新区相比，哪个企业更多？", ("沐江经开区，企业？", "临越高新区，企业？")),
        ("比较一下沐江经开区和临越高新区的产值", ("沐江经开区的产值", "临越高新区的产值")),
        ("请对比沐江经开区跟临越高新区2023年的税收", ("沐江经开区2023年的税收", "临越高新区2023年的税收")),
        ("沐江经开区2023年的税收比临越高新区多多少", ("沐江经开区2023年的税收多少", "临越高新区2023年的税收多少")),
        (
            "沐江经开区、沐江高新区和临越高新区的产值分别是多少",
            ("沐江经开区的产值是多少", "沐江高新区的产值是多少", "临越高新区的产值是多少"),
        ),
        ("沐江经开区和临越高新区各有多少家企业", ("沐江经开区多少家企业", "临越高新区多少家企业")),
        ("云澜工业园区和朔川工业园区哪个更早开园", ("云澜工业园区开园", "朔川工业园区开园")),
    ],
)
def test_parks_are_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("2022年和2023年沐江经开区的税收分别是多少", ("2022年沐江经开区的税收是多少", "2023年沐江经开区的税收是多少")),
        ("2022和2023年沐江经开区的税收是多少", ("2022沐江经开区的税收是多少", "2023年沐江经开区的税收是多少")),
        (
            "沐江经开区2022年、2023年、2024年的产值分别是多少",
            ("沐江经开区2022年的产值是多少", "沐江经开区2023年的产值是多少", "沐江经开区2024年的产值是多少"),
        ),
        ("沐江经开区2022年上半年和下半年的产值分别是多少", ("沐江经开区2022年上半年的产值是多少", "沐江经开区2022年下半年的产值是多少")),
        ("2023年3月和4月，各有几个项目开工", ("2023年3月，几个项目开工", "2023年4月，几个项目开工")),
        ("去年和今年开工的项目各有多少个", ("去年开工的项目多少个", "今年开工的项目多少个")),
        ("沐江经开区2022年和2023年哪年产值更高", ("沐江经开区2022年产值", "沐江经开区2023年产值")),
        ("2022年和2023年，管委会和商会分别办了什么活动", ("2022年管委会办了什么活动", "2023年商会办了什么活动")),
        ("沐江3月和5月，食堂改造和公交改线分别怎样", ("沐江3月食堂改造怎样", "沐江5月公交改线怎样")),
        (
            "What was the output of the park in 2022 and 2023 respectively?",
            ("What was the output of the park in 2022?", "What was the output of the park in 2023?"),
        ),
    ],
)
def test_times_are_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("管委会主任和副主任分别是谁", ("管委会主任是谁", "副主任是谁")),
        ("一期、二期和三期的投资分别是多少", ("一期的投资是多少", "二期的投资是多少", "三期的投资是多少")),
        ("食堂改造和公交改线哪个先完成？", ("食堂改造完成", "公交改线完成")),
        ("2023年食堂改造和2022年公交改线哪个更早", ("2023年食堂改造", "2022年公交改线")),
        ("食堂改造、公交改线和展厅开放这三件事，哪个最早", ("食堂改造", "公交改线", "展厅开放")),
        ("食堂改造和公交改线是否在同一天", ("食堂改造", "公交改线")),
        ("以下事件哪个更早：食堂改造；公交改线；展厅开放", ("食堂改造", "公交改线", "展厅开放")),
        ("年会召开当天，园区还办了什么活动", ("园区还办了什么活动", "年会召开")),
        (
            "Which park had higher output in 2022, Mujiang ETDZ or Linyue High-tech Zone?",
            ("Mujiang ETDZ park had output in 2022", "Linyue High-tech Zone park had output in 2022"),
        ),
        ("Which opened first, the canteen, the hall or the bus line?", ("the canteen opened", "the hall opened", "the bus line opened")),
    ],
)
def test_things_are_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "",
        "和",
        "分别",
        "哪个更早",
        "经开区和企业签了什么协议",
        "沐江经开区和临越高新区签了什么协议",
        "第二、三年房租分别按多少交",
        "研发和生产基地在哪里",
        "水电和网络怎么开通",
        "奖励了多少家企业，拿出多少钱",
        "企业分别来自哪些国家",
        "哪家企业最先入驻",
        "最大的企业是哪家",
        "哪个园区产值更高",
        "与上年相比税收增长多少",
        "沐江经开区与2022年相比产值增长多少",
        "沐江经开区2023年产值比2022年增长多少",
        "沐江经开区的产值比例是多少",
        "2020-2022年沐江经开区引进多少家企业",
        "Which park is larger?",
        "What do the park and the city build?",
    ],
)
def test_one_thing_stays_whole(question: str) -> None:
    assert parts_of(question) == ()


@pytest.mark.parametrize(
    ("question", "by_time"),
    [
        ("食堂改造和公交改线哪个更早", True),
        ("食堂改造和公交改线是否在同一天", True),
        ("which opened first, the hall or the canteen", True),
        ("沐江经开区和临越高新区哪个产值更高", False),
    ],
)
def test_what_is_compared_in_time(question: str, by_time: bool) -> None:
    assert asks_about_time(question) is by_time


FRAGMENTS = st.sampled_from(
    [
        *"和与、，,？?:；的年月哪更早先比1二各\ud800",
        *("分别", "相比", "比较", "同一天", "当天，", "以下事件", "这三件事", "多多少"),
        *("2022年", "2023年", "上半年", "沐江经开区", "临越高新区", "食堂改造", "公交改线", "产值"),
        *(" and ", " or ", "which ", "earlier", "respectively"),
    ]
)


@given(st.text(max_size=60) | st.lists(FRAGMENTS, max_size=14).map("".join))
@example("以下事件:、、、、、、")
@example("which first, or or or?")
@example("2022年" + "和2023年" * 9)
def test_any_question_has_few_parts_of_its_own_words(question: str) -> None:
    parts = parts_of(question)
    assert len(parts) in (0, 2, 3, 4, 5)
    assert all(part.strip() for part in parts)
    assert all(set(part) <= {*question, " "} for part in parts)
