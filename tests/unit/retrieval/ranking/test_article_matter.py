"""What an article is about as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from retrieval.question.question import understand
from retrieval.ranking.article_matter import LEAD, ArticleFacts, matter_of
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article

TODAY = date(2024, 6, 15)
ASKED = "2023年青屏经开区怎么样"
TEXT = "2月3日，北岭高新区召開會議。青屏经开区派人参加，去年两区合作了三次。"


def matter(told: Article, analyzer: Analyzer, asked: str = ASKED) -> ArticleFacts:
    return matter_of(told, understand(asked, TODAY, analyzer), analyzer)


@pytest.mark.parametrize(
    ("told", "parks", "days"),
    [
        (article("titled", TEXT, title="青屏经开区2022年会议", parks=("北岭高新区", "青屏经开区")), ("青屏经开区",), [date(2022, 1, 1)]),
        (
            article("untitled", TEXT, published=date(2023, 2, 4), parks=("青屏经开区", "北岭高新区")),
            ("北岭高新区",),
            [date(2023, 2, 3), date(2023, 2, 4)],
        ),
        (article("sister", TEXT, title="北岭经开区项目开工", parks=("北岭经开区", "北岭高新区")), ("北岭经开区",), [date(2024, 2, 3)]),
        (article("no date", "企业增多。北岭高新区很高兴。", parks=("北岭高新区", "青屏经开区")), ("北岭高新区",), []),
        (article("no park", "企业增多。"), (), []),
        (article("empty", ""), (), []),
    ],
)
def test_parks_and_times_of_its_own(analyzer: Analyzer, told: Article, parks: tuple[str, ...], days: list[date]) -> None:
    read = matter(told, analyzer)
    assert read.parks == parks
    assert [time.first for time in read.times] == days
    unasked = matter(told, analyzer, "企业多吗")
    assert unasked.parks == unasked.times == ()


def test_the_lead_is_the_first_sentence_normalised(analyzer: Analyzer) -> None:
    assert matter(article("a", TEXT), analyzer).lead == "2月3日,北岭高新区召开会议。"


def test_a_long_first_sentence_is_read_in_part(analyzer: Analyzer) -> None:
    assert matter(article("a", "园" * 5000), analyzer).lead == "园" * LEAD
