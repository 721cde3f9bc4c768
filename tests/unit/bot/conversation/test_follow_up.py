from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.chips import chips_of, without
from bot.conversation.follow_up import completed, stands_alone

TODAY = date(2024, 3, 1)
BEFORE = "沐江经开区2023年表彰了多少家企业？"
PARKS = ("沐江经开区", "临樾高新区", "苏州工业园区", "云澜经开区", "云澜高新区")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("那2022年呢？", "沐江经开区2022年表彰了多少家企业？"),
        ("2022年", "沐江经开区2022年表彰了多少家企业？"),
        ("那么去年呢", "沐江经开区去年表彰了多少家企业？"),
        ("what about 2021?", "沐江经开区2021表彰了多少家企业？"),
        ("临樾高新区呢？", "临樾高新区2023年表彰了多少家企业？"),
        ("苏州的呢", "苏州工业园区2023年表彰了多少家企业？"),
        ("那云澜呢", "云澜2023年表彰了多少家企业？"),
        ("临樾高新区2021年的呢", "临樾高新区2021年表彰了多少家企业？"),
        ("那税收呢？", "沐江经开区2023年税收"),
        ("那2022年的税收呢", "沐江经开区2022年的税收"),
        ("那奖金一共发了多少万元？", "沐江经开区2023年奖金一共发了多少万元？"),
        ("这个园区有多少家上市公司？", "沐江经开区有多少家上市公司？"),
    ],
)
def test_a_follow_up_takes_the_rest_from_the_question_before(said: str, meant: str) -> None:
    assert completed(said, BEFORE, TODAY, PARKS) == meant


@pytest.mark.parametrize(
    "said",
    [
        "临樾高新区2022年引进了多少个项目？",
        "那么多企业是谁引进的",
        "怎么申请人才公寓",
        "明天会下雨吗",
        "",
        "？",
        "Who founded the zone in Linyue?",
    ],
)
def test_a_question_of_its_own_is_left_alone(said: str) -> None:
    assert completed(said, "今天天气怎么样", TODAY, PARKS) is None


def test_asking_whether_there_is_more_is_not_made_into_half_a_question() -> None:
    assert completed("还有吗？", BEFORE, TODAY, PARKS) is None


def test_what_was_not_named_before_is_added() -> None:
    assert completed("那2022年呢", "沐江经开区表彰了多少家企业", TODAY, PARKS) == "2022年沐江经开区表彰了多少家企业"


def test_a_park_that_was_named_without_its_kind_is_replaced_and_carried_over() -> None:
    before = "沐江2023年税收多少"
    assert completed("那临樾高新区呢", before, TODAY, PARKS) == "临樾高新区2023年税收多少"
    assert completed("那就业呢", before, TODAY, PARKS) == "沐江2023年就业"


def test_a_kind_alone_means_the_park_beside_or_the_only_one_of_it() -> None:
    assert completed("高新区的呢", "云澜经开区2023年税收多少", TODAY, PARKS) == "云澜高新区2023年税收多少"
    assert completed("那工业园区呢？", BEFORE, TODAY, PARKS) == "苏州工业园区2023年表彰了多少家企业？"
    assert completed("那保税区呢？", BEFORE, TODAY, PARKS) == "沐江经开区2023年保税区"


def test_several_times_are_replaced_by_one() -> None:
    assert completed("那2023年呢", "沐江经开区2021年和2022年的产值分别是多少", TODAY, ()) == "沐江经开区2023年的产值分别是多少"


@pytest.mark.parametrize(
    ("said", "alone"), [("那2022年呢？", False), ("临樾高新区", False), ("沐江经开区的税收", True), ("税收多少", True)]
)
def test_only_what_asks_something_can_be_gone_on_from(said: str, alone: bool) -> None:
    assert stands_alone(said, TODAY) is alone


@pytest.mark.parametrize(
    ("question", "number", "left"),
    [
        ("银川经开区2022年奖励了多少家企业", 0, "2022年奖励了多少家企业"),
        ("银川经开区2022年奖励了多少家企业", 1, "银川经开区奖励了多少家企业"),
        ("2022年的税收是多少", 0, "税收是多少"),
        ("截至2022年底，沐江经开区有多少家企业", 1, "沐江经开区有多少家企业"),
        ("How many firms did it reward in 2022?", 0, "How many firms did it reward ?"),
    ],
)
def test_a_park_or_a_time_is_taken_out(question: str, number: int, left: str) -> None:
    assert without(question, chips_of(question, TODAY)[number]) == left


@pytest.mark.parametrize("time", ["上个月", "上月", "本月", "上周", "近三年", "最近三个月", "去年底", "今年上半年"])
def test_a_time_before_a_park_is_no_part_of_its_name(time: str) -> None:
    assert "沐江经开区" in [chip.text for chip in chips_of(f"{time}沐江经开区有什么新闻", TODAY)]


PIECES = st.sampled_from(
    ["那", "呢", "2022年", "去年", "沐江经开区", "高新区", "苏州", "的", "和", "税收", "？", " ", "in 2021", "，", "它"]
)
TALK = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map("".join))


@given(said=TALK, before=TALK)
def test_whatever_is_typed_ends_in_a_question(said: str, before: str) -> None:
    meant = completed(said, before, TODAY, PARKS)
    assert meant is None or meant.strip()
    for chip in chips_of(said, TODAY):
        assert said[chip.span.start : chip.span.end] == chip.text
        assert len(without(said, chip)) < len(said)
