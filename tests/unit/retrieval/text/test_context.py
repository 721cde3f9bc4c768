"""What a passage is indexed with beside its own text."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.text.context import with_context
from retrieval.text.passage import Passage
from tests.park_reports import article

TEXT = "会议昨日召开。表彰了31家企业。"


@pytest.mark.parametrize(
    ("title", "published", "parks", "head"),
    [
        ("经开区召开工作会议", date(2021, 2, 18), ("青屏经开区",), "经开区召开工作会议 2021年2月 青屏经开区\n"),
        ("青屏经开区召开工作会议", date(2021, 12, 1), ("青屏经开区", "北岭高新区"), "青屏经开区召开工作会议 2021年12月 北岭高新区\n"),
        (None, date(2021, 2, 18), (), "2021年2月\n"),
        (None, None, ("甲园", "乙园"), "甲园 乙园\n"),
        ("只有标题", None, (), "只有标题\n"),
        (None, None, (), ""),
    ],
)
def test_title_month_and_parks_stand_before_the_passage(
    title: str | None, published: date | None, parks: tuple[str, ...], head: str
) -> None:
    source = article("a", TEXT, title=title, published=published, parks=parks)
    assert with_context(Passage(source, 7, len(TEXT))) == f"{head}表彰了31家企业。"
