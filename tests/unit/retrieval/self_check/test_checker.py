"""Self-checks of small indexes, with every part real but the embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.index.self_check_record import SelfCheck
from retrieval.self_check.checker import SelfChecker
from retrieval.text.analyzer import Analyzer
from tests.park_reports import answerer_over, article, publish

LINES = ("会议隆重表彰了{}家优秀民营企业。", "北岭的晶体工厂全年出产蓝宝石{}吨。", "滨河大道旁的新食堂可供{}人同时用餐。")


def report(name: str, line: str, figure: int, year: int = 2022) -> Article:
    return article(name, line.format(figure), title=f"青屏经开区{name}", published=date(year, 2, 18), parks=["青屏经开区"])


def check(folder: Path, analyzer: Analyzer, articles: Sequence[Article]) -> tuple[SelfChecker, SelfCheck]:
    checker = SelfChecker(answerer_over(folder, analyzer))
    stages: list[tuple[str, int, int]] = []
    snapshot = publish(folder, articles, analyzer).open("000001")
    made = checker.check(snapshot, lambda *told: stages.append(told))
    asked = len(made.right) + len(made.wrong)
    assert stages == [("checking", done, asked) for done in range(1, asked + 1)]
    return checker, made


@pytest.fixture(scope="module")
def distinct(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> tuple[SelfChecker, SelfCheck]:
    """Three reports on three matters."""
    articles = [report(name, line, figure) for name, line, figure in zip("甲乙丙", LINES, (44, 2600, 180), strict=True)]
    return check(tmp_path_factory.mktemp("distinct"), analyzer, articles)


def test_questions_about_different_matters_are_answered_and_nothing_is_invented(distinct: tuple[SelfChecker, SelfCheck]) -> None:
    checker, made = distinct
    figures = checker.figures(made)
    assert (figures.questions, figures.right, figures.wrong) == (3, 3, 0)
    assert (figures.withheld, figures.false_answers) == (3, 0)
    assert max(made.withheld) < min(made.right)


def test_a_report_of_another_year_is_not_mistaken_for_the_one_withheld(tmp_path: Path, analyzer: Analyzer) -> None:
    checker, made = check(tmp_path, analyzer, [report("甲", LINES[0], 44), report("乙", LINES[0], 57, year=2023)])
    assert (checker.figures(made).withheld, checker.figures(made).false_answers) == (2, 0)


def test_a_sibling_report_of_the_same_year_is(tmp_path: Path, analyzer: Analyzer) -> None:
    checker, made = check(tmp_path, analyzer, [report("甲", LINES[0], 44), report("乙", LINES[0], 57)])
    assert checker.figures(made).false_answers == 1


def test_another_report_with_the_same_figure_is_withheld_too(tmp_path: Path, analyzer: Analyzer) -> None:
    elsewhere = article("elsewhere", "会议隆重表彰了四十四家优秀民营企业，大家都很高兴。")
    _, made = check(tmp_path, analyzer, [report("甲", LINES[0], 44), elsewhere])
    assert (len(made.right), made.withheld) == (1, ())


def test_a_corpus_of_one_article_has_nothing_left_to_confuse_it_with(tmp_path: Path, analyzer: Analyzer) -> None:
    checker, made = check(tmp_path, analyzer, [report("甲", LINES[0], 44)])
    figures = checker.figures(made)
    assert (figures.questions, figures.right, figures.withheld, figures.false_share) == (1, 1, 0, None)


def test_a_corpus_without_figures_is_asked_nothing(tmp_path: Path, analyzer: Analyzer) -> None:
    _, made = check(tmp_path, analyzer, [article("plain", "园区食堂换了新灶具。")])
    assert made == SelfCheck((), (), ())


def test_an_article_that_two_sites_carry_is_asked_about_once_and_withheld_whole(tmp_path: Path, analyzer: Analyzer) -> None:
    text = "青屏经开区昨日召开年度工业经济工作会议。会议隆重表彰了44家优秀民营企业。园区主任作了报告，要求各部门狠抓落实，服务企业。" * 2
    tellers = [article(name, text, title="年度会议", published=date(2022, 2, 18), parks=["青屏经开区"]) for name in ("one", "two")]
    _, made = check(tmp_path, analyzer, tellers)
    assert (len(made.right), made.wrong, made.withheld) == (1, (), ())
