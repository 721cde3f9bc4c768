"""Questions about several things, taken apart; questions about one thing, left whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.language.script import simplified
from retrieval.question.parts import asks_about_time
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

ANALYZER = Analyzer()
ANY_DAY = date(2024, 6, 15)


def parts(question: str) -> tuple[str, ...]:
    return tuple(part.text for part in read_question(question, ANY_DAY, ANALYZER).parts)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("沐江经开区和临越高新区2023年哪个产值更高", ("沐江经开区2023年产值", "临越高新区2023年产值")),
        ("沐江经开区和临越高新区2023年哪个产值高", ("沐江经开区2023年产值", "临越高新区2023年产值")),
        ("沐江经开区和临越高新区2023年GDP谁高？", ("沐江经开区2023年GDP？", "临越高新区2023年GDP？")),
        ("沐江经开区2021年和2022年哪年投资多", ("沐江经开区2021年投资", "沐江经开区2022年投资")),
        ("沐江经开区与临越高新区相比，哪个企业更多？", ("沐江经开区，企业？", "临越高新区，企业？")),
        ("比较一下沐江经开区和临越高新区的产值", ("沐江经开区的产值", "临越高新区的产值")),
        ("沐江經開區和臨越高新區２０２３年哪個產值更高", ("沐江经开区２０２３年产值", "临越高新区２０２３年产值")),
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
def test_parks_are_taken_apart(question: str, expected: tuple[str, ...]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2022年和2023年沐江经开区的税收分别是多少", ("2022年沐江经开区的税收是多少", "2023年沐江经开区的税收是多少")),
        ("2022和2023年沐江经开区的税收是多少", ("2022年沐江经开区的税收是多少", "2023年沐江经开区的税收是多少")),
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
def test_times_are_taken_apart(question: str, expected: tuple[str, ...]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("管委会主任和副主任分别是谁", ("管委会主任是谁", "副主任是谁")),
        ("一期、二期和三期的投资分别是多少", ("一期的投资是多少", "二期的投资是多少", "三期的投资是多少")),
        ("食堂改造和公交改线哪个先完成？", ("食堂改造完成", "公交改线完成")),
        ("食堂改造和公交改线2023年哪个投资更多", ("食堂改造2023年投资", "公交改线2023年投资")),
        ("2023年食堂改造和2022年公交改线哪个更早", ("2023年食堂改造", "2022年公交改线")),
        ("食堂改造、公交改线和展厅开放这三件事，哪个最早", ("食堂改造", "公交改线", "展厅开放")),
        ("哪里食堂改造完工、公交改线启用、展厅开放，哪个最早", ("哪里食堂改造完工", "公交改线启用", "展厅开放")),
        ("食堂改造和公交改线是否在同一天", ("食堂改造", "公交改线")),
        ("以下事件哪个更早：食堂改造；公交改线；展厅开放", ("食堂改造", "公交改线", "展厅开放")),
        ("年会召开当天，园区还办了什么活动", ("园区还办了什么活动", "年会召开")),
        (
            "Which park had higher output in 2022, Mujiang ETDZ or Linyue High-tech Zone?",
            ("Mujiang ETDZ park had output in 2022", "Linyue High-tech Zone park had output in 2022"),
        ),
        (
            "Which had the larger output in 2022, Mujiang ETDZ or Linyue High-tech Zone, and by how much?",
            ("Mujiang ETDZ had the output in 2022", "Linyue High-tech Zone had the output in 2022"),
        ),
        ("Which opened first, the canteen, the hall or the bus line?", ("the canteen opened", "the hall opened", "the bus line opened")),
    ],
)
def test_things_are_taken_apart(question: str, expected: tuple[str, ...]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("请问食堂改造和公交改线哪个更早", ("食堂改造", "公交改线")),
        ("想知道2021年和2022年的产值分别是多少", ("2021年的产值是多少", "2022年的产值是多少")),
        (
            "食堂改造、公交改线、展厅开放和年会分别在什么时候",
            tuple(f"{thing}在什么时候" for thing in ("食堂改造", "公交改线", "展厅开放", "年会")),
        ),
        ("食堂改造、公交改线和展厅开放，这些事件都是2019年发生的吗？", ("食堂改造", "公交改线", "展厅开放")),
        ("食堂改造、公交改线和展厅开放，事件从早到晚的顺序是什么", ("食堂改造", "公交改线", "展厅开放")),
        ("食堂改造和公交改线是否都发生在7月10日？", ("食堂改造", "公交改线")),
        ("两队的比赛，以及食堂和展厅的开放，是在同一个月内发生的吗？", ("两队的比赛", "食堂和展厅的开放")),
        ("食堂改造和公交改线是同年同月发生的吗？", ("食堂改造", "公交改线")),
        ("食堂改造和公交改线是在哪两个月", ("食堂改造", "公交改线")),
        ("食堂改造比公交改线早多少天", ("食堂改造", "公交改线")),
        ("食堂改造的时间比公交改线是更早还是更晚？", ("食堂改造", "公交改线")),
        ("食堂改造早于公交改线吗", ("食堂改造", "公交改线")),
        ("食堂改造是在公交改线之前还是之后", ("食堂改造", "公交改线")),
        ("Did the canteen open before the hall?", ("the canteen open", "the hall")),
        ("Which came first: the canteen or the hall?", ("the canteen came", "the hall came")),
        (
            "How many companies did Mujiang and Linyue each reward?",
            tuple(f"How many companies did {x} reward?" for x in ("Mujiang", "Linyue")),
        ),
        ("Compare the output of Mujiang ETDZ and Linyue in 2022", ("the output of Mujiang ETDZ in 2022", "the output of Linyue in 2022")),
    ],
)
def test_events_set_beside_each_other(question: str, expected: tuple[str, ...]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年3月5日食堂改造和4月6日公交改线哪个更早", ("2023年3月5日食堂改造", "2023年4月6日公交改线")),
        ("4月6日公交改线和2023年3月5日食堂改造哪个更早", ("2023年4月6日公交改线", "2023年3月5日食堂改造")),
        (
            "2020年7月1日食堂改造，2020年8月4日公交改线，和8月31日年会，哪项最早发生？",
            ("2020年7月1日食堂改造", "2020年8月4日公交改线", "2020年8月31日年会"),
        ),
        ("2023年食堂改造和公交改线哪个更早", ("2023年食堂改造", "2023年公交改线")),
        ("沐江经开区的产值和税收分别是多少", ("沐江经开区的产值是多少", "沐江经开区的税收是多少")),
        ("沐江经开区2022年产值和税收分别是多少", ("沐江经开区2022年产值是多少", "沐江经开区2022年税收是多少")),
        ("2018年沐江企业的收入和利润分别是多少", ("2018年沐江企业的收入是多少", "2018年沐江企业的利润是多少")),
    ],
)
def test_a_part_takes_the_year_and_the_owner_of_the_others(question: str, expected: tuple[str, ...]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年4月至5月，食堂何时改造，以及公交线何时开通？", ("2023年4月至5月，食堂何时改造", "2023年4月至5月，公交线何时开通")),
        (
            "2022年3月期间，年会讨论了什么，而当月又批准了多少个项目？",
            ("2022年3月期间，年会讨论了什么", "2022年3月期间，当月又批准了多少个项目"),
        ),
        ("沐江经开区何时成立和临越高新区何时成立", ("沐江经开区何时成立", "临越高新区何时成立")),
        ("2024年4月企业在什么地方开会，并且两家公司因何受罚？", ("2024年4月企业在什么地方开会", "2024年4月两家公司因何受罚")),
    ],
)
def test_clauses_are_taken_apart(question: str, expected: tuple[str, ...]) -> None:
    assert parts(question) == expected


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
        "哪个园区产值高",
        "与上年相比税收增长多少",
        "沐江经开区与2022年相比产值增长多少",
        "沐江经开区2023年产值比2022年增长多少",
        "沐江经开区的产值比例是多少",
        "2020-2022年沐江经开区引进多少家企业",
        "哪个园区率先建成5G和光纤网络",
        "首先启动的食堂改造和优先建设的公交线是哪些",
        "哪家企业的技术领先和产品先进",
        "哪家企业在研发和生产上投入最多",
        "谁和谁签约",
        "哪些企业和哪些高校签约",
        "企业何时投产和何时签约",
        "2024年年初，园区在哪个会议上作报告，以及播出了哪部片",
        "食堂改造是在2022年之前还是之后",
        "四年前，上周的会议为何失败",
        "产值多少，税收多少",
        "开工的项目有多少个，总投资是多少，最大的那个项目是哪个公司投的",
        "Did the canteen open before 2020?",
        "What did Mujiang and Linyue sign?",
        "Which park is larger?",
        "What do the park and the city build?",
    ],
)
def test_one_thing_stays_whole(question: str) -> None:
    assert parts(question) == ()


@pytest.mark.parametrize(
    ("question", "by_time"),
    [
        ("食堂改造和公交改线哪个更早", True),
        ("食堂改造和公交改线是否在同一天", True),
        ("which opened first, the hall or the canteen", True),
        ("沐江经开区和临越高新区哪个产值更高", False),
        ("领先的食堂和优先的公交线哪个投资更高", False),
        ("did the canteen open before the hall", True),
    ],
)
def test_what_is_compared_in_time(question: str, by_time: bool) -> None:
    assert asks_about_time(question) is by_time


FRAGMENTS = st.sampled_from(
    [
        *"和与、，,？?:；的年月哪更早先比1二各\ud800",
        *("比", "早于", "之前还是之后", "以及", "何时", "谁", "多少", "，且", "率先", "都是", "3月5日", "请问"),
        *("分别", "相比", "比较", "同一天", "当天，", "以下事件", "这三件事", "多多少"),
        *("2022年", "2023年", "上半年", "沐江经开区", "临越高新区", "食堂改造", "公交改线", "产值"),
        *(" and ", " or ", "which ", "earlier", "respectively", "Mujiang ", "Linyue ", "each ", "did ", "before "),
    ]
)


@given(st.text(max_size=60) | st.lists(FRAGMENTS, max_size=14).map("".join))
@example("以下事件:、、、、、、")
@example("which first, or or or?")
@example("2022年" + "和2023年" * 9)
def test_any_question_has_few_parts_of_its_own_words(question: str) -> None:
    found = parts(question)
    assert len(found) in (0, 2, 3, 4, 5)
    assert all(part.strip() for part in found)
    plain = simplified(question.encode("utf-8", "replace").decode())
    assert all(set(part) <= {*plain, " "} for part in found)


@given(
    st.lists(
        st.sampled_from(["沐江经开区", "2022年", "企业", "产值", "的", "和", "、", "签了", "率先", "优先", "领先", "多少", "什么", "哪里"])
    ).map("".join)
)
def test_without_words_that_compare_or_list_nothing_but_times_is_taken_apart(question: str) -> None:
    found = parts(question.replace("多少", "").replace("什么", "").replace("哪里", ""))
    assert all("2022年" in part for part in found)
