"""What is asked of the thing that a question names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking.asked_for import counted_thing, words_beside_asking


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("沐江高新区2023年新增企业多少家", "3年新增企业 家"),
        ("临樾中试车间的租金是多少", "租金"),
        ("青屏经开区谁作了报告?去年", "青屏经开区 作了报告"),
        ("什么时候开工", "开工"),
        ("银川经开区管委会的电话号码?", "电话号码"),
        ("", ""),
    ],
)
def test_words_beside_the_asking_word(question: str, words: str) -> None:
    assert words_beside_asking(question).strip() == words


@pytest.mark.parametrize(
    ("question", "telling", "other"),
    [
        ("表彰了多少家企业", "表彰了44家优秀企业", "表彰企业用了40分钟"),
        ("有多少企业报名", "582家企业报名", "企业582次报名"),
        ("开工几个项目", "三个重大项目", "项目共三个"),
    ],
)
def test_a_count_of_the_very_thing(question: str, telling: str, other: str) -> None:
    counted = counted_thing(question)
    assert counted is not None
    assert counted.is_counted_in(telling)
    assert not counted.is_counted_in(other)


def test_nothing_is_counted() -> None:
    assert counted_thing("谁作了报告") is None


@given(st.text())
def test_any_question_can_be_read(question: str) -> None:
    assert isinstance(words_beside_asking(question), str)
    counted_thing(question)
