"""What an article is about as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from retrieval.analyzer import Analyzer
from retrieval.article_matter import LEAD, matter_of
from tests.park_reports import article

TODAY = date(2024, 6, 15)
TEXT = "2月3日，北岭高新区召開會議。青屏经开区派人参加，去年两区合作了三次。"


@pytest.mark.parametrize(
    ("told", "parks", "days"),
    [
        (article("titled", TEXT, title="青屏经开区2022年会议", parks=("北岭高新区", "青屏经开区")), ("青屏经开区",), [date(2022, 1, 1)]),
        (
            article("untitled", TEXT, published=date(2023, 2, 4), parks=("青屏经开区", "北岭高新区")),
            ("北岭高新区",),
            [date(2023, 2, 3), date(2023, 2, 4)],
        ),
        (article("no date", "企业增多。北岭高新区很高兴。", parks=("北岭高新区", "青屏经开区")), ("北岭高新区",), []),
        (article("no park", "企业增多。"), (), []),
        (article("empty", ""), (), []),
    ],
)
def test_parks_and_times_of_its_own(analyzer: Analyzer, told: Article, parks: tuple[str, ...], days: list[date]) -> None:
    matter = matter_of(told, analyzer, TODAY)
    assert matter.parks == parks
    assert [time.first for time in matter.times] == days


def test_the_lead_is_the_first_sentence_normalised(analyzer: Analyzer) -> None:
    assert matter_of(article("a", TEXT), analyzer, TODAY).lead == "2月3日,北岭高新区召开会议。"


def test_a_long_first_sentence_is_read_in_part(analyzer: Analyzer) -> None:
    assert matter_of(article("a", "园" * 5000), analyzer, TODAY).lead == "园" * LEAD
