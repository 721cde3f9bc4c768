"""Whether an article tells of what is asked besides the park, the place and the time in a question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.question.reading import read_question
from retrieval.ranking.asked_besides import AskedBesides
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article, open_snapshot

TODAY = date(2024, 6, 15)
PAPER = article("paper", "鹿鸣经开区去年税收9.6亿元，地区生产总值首次超过百亿元。", title="银川鹿鸣经开区晒出成绩单", parks=("鹿鸣经开区",))
MILL = article("mill", "Daniel Okafor, chief executive of the paper mill, hired forty workers.", title="A mill in Yinchuan")
FILLER = article("filler", "河边的步道铺了新砖，散步的居民多了起来。")


def missing(folder: Path, analyzer: Analyzer, asked: str, told: Article) -> tuple[float, float]:
    """How much of the matter and of the places is missing from an article of one passage."""
    snapshot = open_snapshot(folder, [told, FILLER], analyzer)
    facts = next(facts for facts in snapshot.facts(range(len(snapshot))) if facts.passage.article.id == told.id)
    besides = AskedBesides(read_question(asked, TODAY, analyzer), snapshot, analyzer)
    snapshot.close()
    return besides.matter_missing([facts]), besides.places_missing(facts.article, facts.sentences[0].text)


@pytest.mark.parametrize(
    ("asked", "told", "matter"),
    [
        ("鹿鸣经开区2023年税收多少", PAPER, 0.0),
        ("鹿鸣经开区2023年GDP多少", PAPER, 0.0),
        ("鹿鸣经开区的车位有几个", PAPER, 1.0),
        ("鹿鸣经开区", PAPER, 0.0),
        ("鹿鸣经开区税收全省排第几", PAPER, 0.7),
        ("Tax revenue in Yinchuan", PAPER, 0.0),
        ("Best restaurants in Yinchuan", PAPER, 1.0),
        ("What is the weather like in Yinchuan?", PAPER, 1.0),
        ("How many workers were hired in Yinchuan?", MILL, 0.0),
        ("Who is Daniel Okafor?", MILL, 0.0),
        ("tax revenue of the distillery (鹿鸣酒厂)", PAPER, 0.6),
        ("Who is the wife of Daniel Okafor?", MILL, 1.0),
        ("When was Marta Kowalski born?", MILL, 1.0),
    ],
)
def test_the_share_of_the_matter_that_is_not_told(tmp_path: Path, analyzer: Analyzer, asked: str, told: Article, matter: float) -> None:
    assert missing(tmp_path, analyzer, asked, told)[0] == pytest.approx(matter, abs=0.3 if 0 < matter < 1 else 1e-9)


@pytest.mark.parametrize(
    ("asked", "told", "places"),
    [
        ("苏州2023年税收", PAPER, 1.0),
        ("银川2023年税收", PAPER, 0.0),
        ("银川和苏州的税收", PAPER, 0.5),
        ("税收多少", PAPER, 0.0),
        ("GDP of Suzhou in 2023", PAPER, 1.0),
        ("workers in Yinchuan", MILL, 0.0),
        ("甘肃鹿鸣酒业税收多少", PAPER, 0.0),
        ("银川雇了多少工人", MILL, 0.0),
    ],
)
def test_the_share_of_the_places_that_are_not_named(tmp_path: Path, analyzer: Analyzer, asked: str, told: Article, places: float) -> None:
    assert missing(tmp_path, analyzer, asked, told)[1] == places


@pytest.mark.parametrize(
    ("asked", "sentence", "share"),
    [
        ("鹿鸣经开区税收多少", 0, 0.0),
        ("鹿鸣经开区税收多少", 1, 1.0),
        ("鹿鸣经开区税收增长多少", 0, 0.5),
        ("鹿鸣经开区的GDP多少", 1, 0.0),
        ("鹿鸣经开区成绩单", 1, 0.0),
        ("鹿鸣经开区", 1, 0.0),
    ],
)
def test_what_the_passage_tells_elsewhere_is_missing_from_its_sentence(
    tmp_path: Path, analyzer: Analyzer, asked: str, sentence: int, share: float
) -> None:
    report = article("report", "去年税收9.6亿元。地区生产总值首次超过百亿元，增长8%。", title="鹿鸣经开区晒出成绩单", parks=("鹿鸣经开区",))
    snapshot = open_snapshot(tmp_path, [report, FILLER], analyzer)
    facts = next(facts for facts in snapshot.facts(range(len(snapshot))) if facts.passage.article.id == report.id)
    besides = AskedBesides(read_question(asked, TODAY, analyzer), snapshot, analyzer)
    snapshot.close()
    missing = besides.sentence_missing(facts.article, facts.sentences[sentence].text)
    assert missing == pytest.approx(share, abs=0.2 if 0 < share < 1 else 1e-9)
