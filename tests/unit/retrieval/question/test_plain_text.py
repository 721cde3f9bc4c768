"""Plain characters that know where they come from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.span import Span
from retrieval.question.plain_text import plain_text


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("沐江經開區２０２２年", "沐江经开区2022年"),
        ("ＧＤＰ", "gdp"),
        ("㎡", "m2"),
        ("Müller é", "muller e"),
        ("a\ud800b", "a b"),
        ("", ""),
    ],
)
def test_wide_large_and_traditional_characters_become_plain(typed: str, plain: str) -> None:
    assert plain_text(typed).text == plain


def test_what_is_replaced_stands_where_the_old_stood() -> None:
    text = plain_text("主任叫啥呀").replacing(re.compile("啥"), "什么")
    assert text.text == "主任叫什么呀"
    assert text.typed(Span(3, 5)) == (3, 4)
    assert text.typed(Span(5, 6)) == (4, 5)
    assert plain_text("银川国家级经开区").replacing(re.compile("国家级"), "").typed(Span(0, 5)) == (0, 8)


@given(st.text(), st.sampled_from(["", "x", "什么"]))
def test_every_plain_character_comes_from_a_typed_one(typed: str, new: str) -> None:
    text = plain_text(typed).replacing(re.compile("[a-m]+"), new)
    assert len(text.text) == len(text.origins)
    assert list(text.origins) == sorted(text.origins)
    assert all(0 <= origin < len(typed) for origin in text.origins)
