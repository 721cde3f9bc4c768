"""What the reader is asked of an article, where the question is in English and the article in Chinese."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from retrieval.question.asked_of_article import asked_of_article
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article

KNOWN = Gazetteer({"栎川": frozenset(("经开区",))}, {"栎川": "栎川经开区"})
IN_CHINESE = article("a", "葵屿新材的二期工厂由韦闻笛主持建设，现有专利32件。", title="栎川经开区葵屿新材投产")
IN_ENGLISH = article("b", "Kuiyu Materials has 320 patents in Lichuan.")


def asked(text: str, of: Article, analyzer: Analyzer) -> str:
    return asked_of_article(read_question(text, date(2024, 6, 15), analyzer, KNOWN), of)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How many patents does Kuiyu have?", "How many patents does 葵屿 have?（专利）"),
        ("Kuiyu's patents", "葵屿's patents（专利）"),
        ("What did Wei Wendi say of the second phase?", "What did 韦闻笛 say of the second phase?（二期）"),
        ("Patents in Lichuan ETDZ last month", "Patents in 栎川经开区 last month（2024年5月）（专利，经开区）"),
    ],
)
def test_names_stand_as_the_article_writes_them_and_behind_the_question_what_it_says(text: str, told: str, analyzer: Analyzer) -> None:
    assert asked(text, IN_CHINESE, analyzer) == told


def test_a_name_that_the_article_does_not_have_stays_as_it_is(analyzer: Analyzer) -> None:
    assert asked("How many patents does Douyun have?", IN_CHINESE, analyzer) == "How many patents does Douyun have?（专利）"


@pytest.mark.parametrize("text", ["How many patents does Kuiyu have?", "How many patents are in Lichuan ETDZ?"])
def test_of_an_article_in_english_it_is_asked_as_typed(text: str, analyzer: Analyzer) -> None:
    assert asked(text, IN_ENGLISH, analyzer) == text


def test_a_question_in_chinese_is_asked_as_typed(analyzer: Analyzer) -> None:
    assert asked("葵屿新材有多少专利", IN_CHINESE, analyzer) == "葵屿新材有多少专利"
