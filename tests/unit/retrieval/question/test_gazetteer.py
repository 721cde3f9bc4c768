"""Parks that are named without their kind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.gazetteer import NO_PARKS, grown_from
from retrieval.question.named_places import named_places
from retrieval.question.plain_text import plain_text
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)
PARKS = (
    *("沐江经开区", "沐江高新区", "沐江经开区", "青屏经开区", "青屏经开区", "山东平阴经开区", "助推开发区", "新兴产业园", "新兴产业园"),
    *("武汉经开区", "武汉经开区", "上海自贸区", "linyue high-tech zone"),
)
KNOWN = grown_from(PARKS)


def test_only_sure_names_are_taken() -> None:
    assert KNOWN.alone == {"沐江": {"经开区", "高新区"}, "青屏": {"经开区"}, "平阴": {"经开区"}}
    assert KNOWN.parks == {park.removeprefix("山东") for park in PARKS if not park.isascii()}
    assert KNOWN.latin == {"mujiang": "沐江", "qingping": "青屏", "pingyin": "平阴"}
    assert grown_from([]) is NO_PARKS


@pytest.mark.parametrize(
    ("text", "parks"),
    [
        ("青屏2023年税收多少", ("青屏经开区",)),
        ("沐江2023年税收多少", ("沐江",)),
        ("沐江高新2023年税收多少", ("沐江高新区",)),
        ("沐江高新技术企业有多少家", ("沐江",)),
        ("银川经开奖励了多少家企业", ("银川经开区",)),
        ("沐江经开区2023年税收多少", ("沐江经开区",)),
        ("平阴的产值", ("平阴经开区",)),
        ("平阴县的产值", ()),
        ("武汉的产值", ()),
        ("助推产业", ()),
        ("What was the output of Qingping in 2022?", ("青屏经开区",)),
        ("How many companies are in Mujiang ETDZ", ("沐江经开区",)),
        ("How many companies are in Mujiang", ("沐江",)),
        ("Pingyin Economic Development Zone", ("平阴经开区",)),
    ],
)
def test_parks_of_a_question(text: str, parks: tuple[str, ...], analyzer: Analyzer) -> None:
    assert read_question(text, TODAY, analyzer, KNOWN).parks == parks


def test_an_english_question_looks_for_the_chinese_name(analyzer: Analyzer) -> None:
    assert "青屏" in "".join(read_question("the output of Qingping", TODAY, analyzer, KNOWN).terms.words)


@given(
    st.lists(st.sampled_from([*PARKS, "沐江", "(", "区", "银川经开", "a", ""])), st.text(max_size=20) | st.sampled_from(["沐江高新", "(区"])
)
def test_any_parks_and_any_text(parks: list[str], text: str) -> None:
    assert all(mention.span.start < mention.span.end for mention in named_places(plain_text(text), grown_from(parks)))
