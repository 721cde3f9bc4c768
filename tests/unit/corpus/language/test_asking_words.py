"""The words by which a question asks, and those by which it goes on from another one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.asking_words import Kind, Talk, asking_place, find_asking_words, kind_asked, without_asking_words


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("税收是多少", [("是多少", Kind.NUMBER)]),
        ("什么时候开工", [("什么时候", Kind.TIME)]),
        ("请问哪家企业获奖", [("请问", Talk.POLITE), ("哪家", Kind.OTHER)]),
        ("why did it close", [("why", Kind.REASON), ("did", Talk.FUNCTION), ("it", Talk.IT)]),
        ("那税收呢？", [("那", Talk.LEAD), ("呢？", Talk.TAIL)]),
        ("那里有几家企业", [("那里", Talk.POINTING), ("几", Kind.NUMBER)]),
        ("那么多企业", []),
        ("其他园区呢", [("其他园区", Talk.ANY_PARK), ("呢", Talk.TAIL)]),
        ("不是税收，是出口", [("不是", Talk.DENIAL)]),
        ("是不是税收", [("是不是", Talk.WHETHER)]),
        ("和2022年比呢", [("比", Talk.COMPARISON), ("呢", Talk.TAIL)]),
        ("工业用地占比", []),
        ("她说了什么", [("她", Talk.NAMED), ("什么", Kind.OTHER)]),
        ("what about exports", [("what about", Talk.LEAD)]),
        ("", []),
    ],
)
def test_what_each_word_does(plain: str, words: list[tuple[str, Kind | Talk]]) -> None:
    assert [(plain[slice(*word.span)], word.asks) for word in find_asking_words(plain)] == words


@pytest.mark.parametrize(
    ("plain", "kind"),
    [
        ("how many left when it closed", Kind.NUMBER),
        ("who was director when it opened", Kind.PERSON),
        ("how many came and when", Kind.TIME),
        ("do you know when it opens", Kind.TIME),
        ("what is the name of the firm where she worked", Kind.OTHER),
        ("term of the loan", Kind.DURATION),
        ("foreign students at the college", Kind.NUMBER),
        ("what was the shipment worth", Kind.NUMBER),
        ("tons of lychee sold", Kind.NUMBER),
        ("which general manager left", Kind.PERSON),
        ("园区有多少家企业？", Kind.NUMBER),
        ("管委会电话是多少", Kind.CONTACT),
        ("2022年税收", Kind.NUMBER),
        ("介绍一下园区", Kind.OTHER),
    ],
)
def test_the_first_kind_that_is_told_decides(plain: str, kind: Kind) -> None:
    assert kind_asked(plain) is kind


@pytest.mark.parametrize(
    ("plain", "topic"),
    [
        ("你好,我是做投资的,最近在看几个园区,想了解一下税收是多少,谢谢啦", "税收"),
        ("您好!我们做半导体,请问税收是多少 谢谢", "税收"),
        ("谢谢集团的税收", "谢谢集团的税收"),
        ("我们是2022年入驻的,税收是多少", "我们是2022年入驻的,税收"),
        ("最近在沐江经开区开工的项目", "最近在沐江经开区开工的项目"),
    ],
)
def test_how_somebody_introduces_himself_is_no_part_of_it(plain: str, topic: str) -> None:
    assert without_asking_words(plain).strip(" ,") == topic


def test_what_only_asks_is_no_part_of_what_is_asked_about() -> None:
    assert without_asking_words("请问税收是多少").split() == ["税收"]
    assert without_asking_words("what is the output of the park").split() == ["output", "park"]


@pytest.mark.parametrize(
    ("plain", "place"), [("税收是多少", (2, 5)), ("工业用地占比", (4, 6)), ("what is the output", (18, 18)), ("", (0, 0))]
)
def test_where_an_asking_word_stands_or_could_stand(plain: str, place: tuple[int, int]) -> None:
    assert asking_place(plain) == place


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["那", "呢", "多少", "不是", "什么", "比", "it ", "what about ", "，", "a"])).map("".join)
)
def test_words_of_any_text_are_spans_in_reading_order(plain: str) -> None:
    spans = [word.span for word in find_asking_words(plain)]
    assert all(span.start < span.end <= len(plain) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
