"""A follow-up and the question that it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.follow_up import FollowUp, Standing, follow_up
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 3, 1)
PARKS = (
    *("沐江经开区", "沐江高新区", "沐江经开区", "沐江高新区", "临樾高新区", "临樾高新区", "苏州工业园区", "云澜经开区", "云澜高新区"),
    *("砚岭装备制造产业园", "砚岭装备制造产业园"),
)
ANALYZER = Analyzer()


def known() -> Gazetteer:
    return grown_from(PARKS, ANALYZER.normalize, ANALYZER.dictionary_words)


def read(text: str) -> Question:
    return read_question(text, TODAY, ANALYZER, known())


def after(before: str, typed: str) -> FollowUp:
    return follow_up(read(typed), read(before) if before else None, known())


def talk(*typed: str) -> str:
    """The question that the last of several messages means."""
    question = ""
    for message in typed:
        question = after(question, message).text
    return question


BEFORE = "沐江经开区2023年表彰了多少家企业？"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("那2022年呢？", "沐江经开区2022年表彰了多少家企业？"),
        ("2022", "沐江经开区2022年表彰了多少家企业？"),
        ("21年的", "沐江经开区2021年表彰了多少家企业？"),
        ("那么去年呢", "沐江经开区去年表彰了多少家企业？"),
        ("what about 2021?", "沐江经开区2021年表彰了多少家企业？"),
        ("哪2022年呐", "沐江经开区2022年表彰了多少家企业？"),
        ("咁2022年呢", "沐江经开区2022年表彰了多少家企业？"),
        ("上半年呢", "沐江经开区2023年上半年表彰了多少家企业？"),
        ("第二季度呢", "沐江经开区2023年第二季度表彰了多少家企业？"),
        ("前一年呢", "沐江经开区2022年表彰了多少家企业？"),
        ("和2022年比呢", "沐江经开区2023年和2022年表彰了多少家企业？"),
        ("不限年份", "沐江经开区表彰了多少家企业？"),
    ],
)
def test_another_time(typed: str, meant: str) -> None:
    assert after(BEFORE, typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("临樾高新区呢？", "临樾高新区2023年表彰了多少家企业？"),
        ("临樾", "临樾2023年表彰了多少家企业？"),
        ("砚岭呢", "砚岭2023年表彰了多少家企业？"),
        ("高新区的呢", "沐江高新区2023年表彰了多少家企业？"),
        ("高新呢", "沐江高新区2023年表彰了多少家企业？"),
        ("高新區得呢", "沐江高新区2023年表彰了多少家企业？"),
        ("what about the high-tech zone?", "沐江高新区2023年表彰了多少家企业？"),
        ("那工业园区呢", "苏州工业园区2023年表彰了多少家企业？"),
        ("苏州的呢", "苏州工业园区2023年表彰了多少家企业？"),
        ("蘇州的呢", "苏州工业园区2023年表彰了多少家企业？"),
        ("杭州的呢", "杭州2023年表彰了多少家企业？"),
        ("临樾高新区2021年的呢", "临樾高新区2021年表彰了多少家企业？"),
        ("跟高新区比呢", "沐江经开区和沐江高新区2023年表彰了多少家企业？"),
        ("好的谢谢，那顺便问下高新区那边是多少啊", "沐江高新区2023年表彰了多少家企业？"),
        ("其他园区呢", "2023年表彰了多少家企业？"),
    ],
)
def test_another_park(typed: str, meant: str) -> None:
    assert after(BEFORE, typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("那税收呢？", "沐江经开区2023年税收"),
        ("那2022年的税收呢", "沐江经开区2022年的税收"),
        ("那上半年的税收呢", "沐江经开区2023年上半年的税收"),
        ("那高新区的税收呢", "2023年沐江高新区的税收"),
        ("那奖金一共发了多少万元？", "沐江经开区2023年奖金一共发了多少万元？"),
        ("奖金一共多少", "沐江经开区2023年奖金一共多少"),
        ("什么时候开的会", "沐江经开区什么时候开的会"),
        ("这个园区有多少家上市公司？", "沐江经开区有多少家上市公司？"),
        ("它的主任是谁", "沐江经开区的主任是谁"),
        ("那里有几家孵化器", "沐江经开区有几家孵化器"),
        ("哪家奖金更多", "沐江经开区2023年哪家奖金更多"),
    ],
)
def test_another_matter(typed: str, meant: str) -> None:
    assert after(BEFORE, typed).text == meant


@pytest.mark.parametrize(
    ("before", "typed", "meant"),
    [
        ("云澜高新区2022年税收", "不是高新区，是经开区", "云澜经开区2022年税收"),
        ("云澜高新区2022年税收", "不是2022年，是2024年", "云澜高新区2024年税收"),
        ("云澜高新区2022年税收", "我是说2021年", "云澜高新区2021年税收"),
        ("云澜高新区2022年税收", "年份换成2021", "云澜高新区2021年税收"),
        ("云澜高新区2022年税收", "我说2021年", "云澜高新区2021年税收"),
        ("云澜高新区2022年税收", "出口多少？我说2021年", "云澜高新区出口多少？2021年"),
        ("云澜高新区2022年税收", "换成临樾高新区", "临樾高新区2022年税收"),
        ("云澜高新区2022年税收", "不是税收，是出口", "云澜高新区2022年出口"),
        ("云澜高新区2022年税收", "出口，不是税收", "云澜高新区2022年出口"),
        ("云澜高新区2022年税收", "我问的是出口", "云澜高新区2022年出口"),
        ("云澜高新区2022年税收", "不要2022年", "云澜高新区税收"),
        ("How many firms did Mujiang ETDZ reward in 2022?", "not 2022 but 2024", "How many firms did Mujiang ETDZ reward in 2024?"),
        ("How many firms did Mujiang ETDZ reward in 2022?", "I meant 2024", "How many firms did Mujiang ETDZ reward in 2024?"),
    ],
)
def test_what_was_denied_gives_its_place(before: str, typed: str, meant: str) -> None:
    assert after(before, typed).text == meant


@pytest.mark.parametrize(
    ("before", "typed", "meant"),
    [
        ("星衡动力2023年纳税多少", "那拓岭传动呢", "拓岭传动2023年纳税多少"),
        ("星衡动力2023年纳税多少", "有多少员工", "星衡动力2023年有多少员工"),
        ("沐江高新区的芯澈半导体有多少员工", "康睿影像呢", "沐江高新区的康睿影像有多少员工"),
        ("沐江高新区的芯澈半导体有多少员工", "那专利呢", "沐江高新区芯澈半导体专利"),
        ("沐江经开区2021年纳税第一的企业是哪家", "那个公司2023年纳税多少", "沐江经开区纳税第一的企业2023年纳税多少"),
        ("How big is the test plant in Mujiang ETDZ?", "who runs it?", "who runs the test plant in Mujiang ETDZ?"),
        ("How big is Mujiang ETDZ?", "who runs it?", "who runs Mujiang ETDZ?"),
        ("沐江高新区管委会主任是谁", "她2023年提出了哪些目标", "沐江高新区管委会主任2023年提出了哪些目标"),
    ],
)
def test_companies_projects_and_people(before: str, typed: str, meant: str) -> None:
    assert after(before, typed).text == meant


@pytest.mark.parametrize(
    ("messages", "meant"),
    [
        (
            ("How many companies did Mujiang ETDZ reward in 2022?", "what about 2023?"),
            "How many companies did Mujiang ETDZ reward in 2023?",
        ),
        (("How many companies did Mujiang ETDZ reward in 2022?", "and exports?"), "Mujiang ETDZ 2022 exports?"),
        (("What was the output of Mujiang ETDZ in 2022?", "and in Q2?"), "What was the output of Mujiang ETDZ in Q2 2022?"),
        (
            ("What was the output of Mujiang ETDZ?", "compared with Linyue High-tech Zone"),
            "What was the output of Mujiang ETDZ and Linyue High-tech Zone?",
        ),
        (("What was the output of Mujiang ETDZ in 2022?", "how many people work there"), "Mujiang ETDZ 2022 how many people work there"),
        (("沐江經開區2022年稅收是多少", "那出口呢", "2023年的呢"), "沐江經開區2023年出口"),
        (("沐江2023年税收", "那exports呢"), "沐江2023年exports"),
        (("沐江高新2022年税收是多少", "那从业人员呢？"), "沐江高新2022年从业人员"),
        (("沐江经开区2022年税收", "苏州的呢", "那出口呢"), "苏州工业园区2022年出口"),
        (("沐江经开区和沐江高新区2022年开工项目", "那2023年呢", "哪个更多"), "沐江经开区和沐江高新区2023年开工项目，哪个更多"),
        (("沐江经开区和沐江高新区2022年开工项目", "奖金谁更多"), "沐江经开区和沐江高新区2022年奖金谁更多"),
        (("沐江经开区2021年和2022年的产值分别是多少", "那2023年呢"), "沐江经开区2023年的产值分别是多少"),
        (("沐江经开区2023年产值比2022年增长多少", "那2024年呢"), "沐江经开区2024年产值比2022年增长多少"),
        (("税收最高的是哪家企业", "那2022年呢"), "2022年税收最高的是哪家企业"),
    ],
)
def test_one_message_after_the_other(messages: tuple[str, ...], meant: str) -> None:
    assert talk(*messages) == meant


@pytest.mark.parametrize(
    ("talked", "meant"),
    [
        (("沐江经开区2022年工作会议奖励了多少家企业", "奖金一共多少"), "沐江经开区2022年工作会议奖金一共多少"),
        (("沐江經開區2022年工作會議獎勵了多少家企業", "獎金一共多少"), "沐江經開區2022年工作會議獎金一共多少"),
        (("砚岭2024年春季招聘会提供了多少岗位", "多少人达成意向"), "砚岭2024年春季招聘会多少人达成意向"),
        (("沐江经开区2022年工作会议奖励了多少家企业", "那税收呢"), "沐江经开区2022年税收"),
        (("临樾高新区人才新政给博士多少补贴", "本科生呢"), "临樾高新区人才新政本科生"),
        (("临樾高新区人才新政给博士多少补贴", "去哪里申请"), "临樾高新区人才新政去哪里申请"),
        (("沐江经开区2023年进出口总额是多少", "同比增长多少"), "沐江经开区2023年进出口总额同比增长多少"),
        (("沐江经开区2023年进出口总额是多少", "同比增长多少", "环比呢"), "沐江经开区2023年进出口总额环比"),
        (("沐江经开区2023年奖励了多少家企业", "增速呢"), "沐江经开区2023年奖励了企业增速"),
        (("沐江经开区2023年税收多少", "比上一年多多少"), "沐江经开区2023年税收比上一年多多少"),
        (("沐江经开区2023年一季度税收多少", "2022年同期呢"), "沐江经开区2022年一季度税收多少"),
        (("沐江经开区2023年一季度税收多少", "上年同期呢"), "沐江经开区2022年一季度税收多少"),
        (("沐江经开区2023年税收多少", "1-6月"), "沐江经开区2023年1-6月税收多少"),
        (("云澜经开区2023年税收多少", "咁沐江呢"), "沐江经开区2023年税收多少"),
        (("沐江经开区2023年税收多少", "2022年嘅"), "沐江经开区2022年税收多少"),
        (("沐江经开区2023年税收多少", "再之前一年呢"), "沐江经开区2022年税收多少"),
        (("沐江经开区2023年税收多少", "哪个园区最大"), "2023年哪个园区最大"),
        (("How big is the pilot plant in Linyue?", "second phase?"), "the pilot plant in Linyue second phase?"),
    ],
)
def test_what_is_asked_about_one_thing_after_another_stays(talked: tuple[str, ...], meant: str) -> None:
    assert talk(*talked) == meant


@pytest.mark.parametrize("typed", ["东澜的呢", "那东澜呢", "东澜"])
def test_a_name_that_one_article_has_is_a_park_where_nothing_else_is_said(typed: str) -> None:
    parks = grown_from(("沐江经开区", "东澜产业园"), ANALYZER.normalize, ANALYZER.dictionary_words)
    question, before = (read_question(text, TODAY, ANALYZER, parks) for text in (typed, "沐江经开区2023年税收多少"))
    assert follow_up(question, before, parks).text == "东澜产业园2023年税收多少"


def test_a_time_that_is_new_stands_after_the_park() -> None:
    assert talk("沐江经开区表彰了多少家企业", "那2022年呢") == "沐江经开区2022年表彰了多少家企业"


def test_what_was_kept_and_what_gave_its_place() -> None:
    found = after("沐江高新2021年税收多少", "那2022年呢")
    assert found.standing is Standing.COMPLETED
    assert [mention.text for mention in found.kept] == ["沐江高新", "税收"]
    assert [mention.text for mention in found.replaced] == ["2021年"]
    assert [mention.text for mention in after("沐江高新2021年税收多少", "那出口呢").kept] == ["沐江高新", "2021年"]


@pytest.mark.parametrize(
    "typed", ["那2022年呢", "2022年", "那税收呢？", "苏州的呢", "这个园区的税收", "她是谁", "what about 2023?", "and exports?"]
)
def test_with_nothing_before_it_is_unclear_what_is_meant(typed: str) -> None:
    assert after("", typed) == FollowUp(Standing.UNCLEAR, typed)


def test_which_park_it_is_may_be_what_is_asked() -> None:
    assert after("", "那个园区帮企业跑腿的是哪儿").standing is Standing.ALONE
    assert after("", "明天会下雨吗，要不要带伞").standing is Standing.ALONE
    assert after("", "那个园区在哪儿").standing is Standing.UNCLEAR


def test_the_matter_alone_is_unclear_after_a_question_about_no_park_too() -> None:
    assert after("天气怎么样", "那税收呢").standing is Standing.UNCLEAR


@pytest.mark.parametrize(
    "typed",
    [
        "沐江经开区2022年的税收是多少",
        "临樾高新区的主任是谁呢？",
        "司徒宁是谁",
        "那么多企业是沐江高新区引进的吗",
        "沐江经开区",
        "",
        "？",
    ],
)
def test_a_question_of_its_own_stands_alone(typed: str) -> None:
    assert after("", typed) == FollowUp(Standing.ALONE, typed)
    if typed != "沐江经开区":
        assert after(BEFORE, typed) == FollowUp(Standing.ALONE, typed)


@pytest.mark.parametrize("typed", ["怎么申请人才公寓", "How long does it take to get a permit?"])
def test_after_a_question_about_no_park_a_short_one_stands_alone_too(typed: str) -> None:
    assert after("今天天气怎么样", typed).standing is Standing.ALONE


PIECES = st.sampled_from(
    *[
        [
            "那",
            "呢",
            "2022年",
            "去年",
            "沐江经开区",
            "高新区",
            "苏州",
            "的",
            "和",
            "税收",
            "？",
            " ",
            "in 2021",
            "，",
            "它",
            "不是",
            "比",
            "星衡动力",
            "上半年",
        ]
    ]
)
TALK = st.text(max_size=16) | st.lists(PIECES, max_size=8).map("".join)


@given(typed=TALK, before=TALK)
def test_whatever_is_typed_ends_in_a_question(typed: str, before: str) -> None:
    asked = read(before)
    found = follow_up(read(typed), asked, known())
    assert found.text == typed or found.standing is Standing.COMPLETED
    assert set(found.kept) | set(found.replaced) <= set(asked.mentions)
    assert set(found.kept).isdisjoint(found.replaced)
