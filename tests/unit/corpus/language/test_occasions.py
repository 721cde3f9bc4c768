from __future__ import annotations

import pytest

from corpus.language.occasions import find_occasion, is_attribute, without_attribute


@pytest.mark.parametrize(
    ("matter", "event", "measure"),
    [
        ("工作会议奖励", "工作会议", ""),
        ("春季招聘会提供", "春季招聘会", ""),
        ("人才新政给博士", "人才新政", "人才新政"),
        ("双十一出区", "双十一", "双十一"),
        ("税收", "", ""),
        ("企业数量和展会", "企业数量和展会", ""),
    ],
)
def test_an_event_or_a_measure_is_found_at_the_beginning(matter: str, event: str, measure: str) -> None:
    assert (find_occasion(matter, lasting=False), find_occasion(matter, lasting=True)) == (event, measure)


@pytest.mark.parametrize("matter", ["同比", "同比增长", "增速", "growth", "growth rate"])
def test_what_says_nothing_without_a_figure(matter: str) -> None:
    assert is_attribute(matter)
    assert without_attribute(f"进出口总额{matter}") == "进出口总额"


@pytest.mark.parametrize("matter", ["税收", "增长点", "税收增长", "growth zone"])
def test_what_says_something_by_itself(matter: str) -> None:
    assert not is_attribute(matter)
