"""What an article is about as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from retrieval.text.analyzer import Analyzer
from retrieval.text.article_facts import LEAD, article_facts, times_of_article
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
        (article("sister", TEXT, title="北岭经开区项目开工", parks=("北岭经开区", "北岭高新区")), ("北岭经开区",), [date(2024, 2, 3)]),
        (article("no date", "企业增多。北岭高新区很高兴。", parks=("北岭高新区", "青屏经开区")), ("北岭高新区",), []),
        (article("no park", "企业增多。"), (), []),
        (article("empty", ""), (), []),
    ],
)
def test_parks_and_times_of_its_own(analyzer: Analyzer, told: Article, parks: tuple[str, ...], days: list[date]) -> None:
    assert tuple(park.text for park in article_facts(told, analyzer).parks) == parks
    assert [time.first for time in times_of_article(told, told.published or TODAY)] == days


def test_only_an_article_with_a_date_has_times_whenever_it_is_asked_for(analyzer: Analyzer) -> None:
    dated, undated = article("dated", TEXT, published=date(2023, 2, 4)), article("undated", TEXT)
    assert article_facts(dated, analyzer).times == times_of_article(dated, date(2023, 2, 4))
    assert article_facts(undated, analyzer).times == ()


def test_the_context_is_what_its_passages_are_indexed_with(analyzer: Analyzer) -> None:
    told = article("a", TEXT, title="北岭高新技術產業開發區開會", published=date(2023, 2, 4), parks=("青屏经开区",))
    assert article_facts(told, analyzer).context == "北岭高新区开会 2023年2月 青屏经开区\n"
    assert article_facts(article("bare", TEXT), analyzer).context == ""


def test_the_lead_is_the_first_sentence_normalised(analyzer: Analyzer) -> None:
    assert article_facts(article("a", TEXT), analyzer).lead == "2月3日,北岭高新区召开会议。"


def test_a_long_first_sentence_is_read_in_part(analyzer: Analyzer) -> None:
    assert article_facts(article("a", "园" * 5000), analyzer).lead == "园" * LEAD
