from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.understanding import LINE_LENGTH, understood_line
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.language.asking_words import Kind
from retrieval.question.understanding import NamedTime, Understanding

THIS_YEAR = NamedTime("今年", date(2021, 1, 1), date(2021, 12, 31))
SAME_YEAR = NamedTime("2021年", date(2021, 1, 1), date(2021, 12, 31))
MARCH = NamedTime("三月", date(2021, 3, 1), date(2021, 3, 31))


def test_everything_that_was_understood_stands_in_one_line() -> None:
    understood = Understanding(("沐江经开区", "临樾高新区"), (THIS_YEAR, SAME_YEAR, MARCH), Kind.TIME, ("甲", "乙"))
    assert (
        understood_line(understood, ZH)
        == "我的理解：园区 沐江经开区、临樾高新区 · 时间 2021年、2021年3月 · 问的是 何时 · 分开找 “甲”、“乙”"
    )
    assert understood_line(understood, EN) == (
        "What I understood: park 沐江经开区, 临樾高新区 · time 2021, March 2021 · asking for a date · looked for separately “甲”, “乙”"
    )


def test_only_what_was_understood_is_told() -> None:
    assert understood_line(Understanding(), ZH) == ""
    assert understood_line(Understanding(times=(MARCH,)), ZH) == "我的理解：时间 2021年3月"
    assert understood_line(Understanding(parks=("沐江经开区",)), EN) == "What I understood: park 沐江经开区"
    assert understood_line(Understanding(parks=("沐江经开区",)), EN, in_english=True) == "What I understood: park Mujiang ETDZ"


@pytest.mark.parametrize("texts", [ZH, EN])
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OTHER])
def test_every_kind_has_a_name(kind: Kind, texts: object) -> None:
    assert understood_line(Understanding(kind=kind), texts)  # type: ignore[arg-type]


@given(st.lists(st.text(), max_size=9), st.lists(st.builds(NamedTime, st.text(), st.dates(), st.dates()), max_size=40))
def test_whatever_was_written_it_stays_one_short_line(parks: list[str], times: list[NamedTime]) -> None:
    line = understood_line(Understanding(tuple(parks), tuple(times), parts=tuple(parks)), ZH)
    assert len(line) <= LINE_LENGTH
    assert len(line.splitlines()) <= 1
