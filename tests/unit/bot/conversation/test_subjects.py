from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.subjects import LONGEST, is_about, subject_of, subject_text
from bot.store.follows import Subject
from retrieval.errors import QuestionTooLong
from retrieval.question.question import Question
from retrieval.question.reading import MOST_CHARACTERS, read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 3, 1)
PARKS = ("西岭科创园", "云澜经开区", "云澜高新区", "东澜产业园")


def read(analyzer: Analyzer) -> Callable[[str], Question]:
    return lambda text: read_question(text, TODAY, analyzer)


@pytest.mark.parametrize(
    ("said", "parks"),
    [
        ("银川经开区", ("银川经开区",)),
        ("  银川经济技术开发区 ", ("银川经开区",)),
        ("銀川經開區", ("银川经开区",)),
        ("银川经开区的新闻呢", ("银川经开区",)),
        ("东澜产业园", ("东澜产业园",)),
        ("西岭", ("西岭科创园",)),
        ("云澜", ()),
        ("云澜经开区和东澜产业园", ("云澜经开区", "东澜产业园")),
        ("银川经开区今年奖励了多少家企业", ()),
        ("银川经开区2022年", ()),
        ("云澜经开区和蓝宝石", ()),
        ("蓝宝石", ()),
        ("", ()),
    ],
)
def test_a_park_is_followed_where_nothing_else_is_named(said: str, parks: tuple[str, ...], analyzer: Analyzer) -> None:
    assert subject_of(read(analyzer)(subject_text(said)), PARKS).parks == parks


@pytest.mark.parametrize(
    ("parks", "about"),
    [
        (("银川经开区",), True),
        (("银川经济技术开发区", "苏州工业园"), True),
        (("宁夏银川经开区",), True),
        (("银川高新区",), False),
        (("云澜经开区",), False),
        ((), False),
    ],
)
def test_an_article_is_about_a_park_whatever_form_of_its_name_either_uses(parks: tuple[str, ...], about: bool, analyzer: Analyzer) -> None:
    assert is_about(parks, Subject("银川经开区", ("银川经开区",)), analyzer.normalize) is about


@given(st.text(max_size=LONGEST))
def test_anything_can_be_followed_that_can_be_asked(analyzer: Analyzer, said: str) -> None:
    try:
        subject = subject_of(read(analyzer)(subject_text(said)), PARKS)
    except QuestionTooLong:
        assert len(unicodedata.normalize("NFKC", said)) > MOST_CHARACTERS
        return
    assert len(subject.text) <= LONGEST
    assert subject_of(read(analyzer)(subject.text), PARKS) == subject
