"""An article that speaks of a park without naming any is about that of the site which it is from."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from corpus.article import Article
from retrieval.building.parks_of_sites import with_parks_of_sites
from tests.park_reports import article
from tests.workshop import Workshop

SITE, PAPER = "https://www.qp.example.com", "https://paper.example.com"


def put_up(site: str, number: int, text: str, *parks: str) -> Article:
    return replace(article(f"{number}", text, parks=parks), url=f"{site}/{number}.html")


def own(number: int, park: str = "青屏综保区", site: str = SITE) -> Article:
    return put_up(site, number, f"{park}签约{number}个项目。", park)


def parks_beside(others: list[Article], text: str = "我区进出口386亿元。", site: str = SITE) -> tuple[str, ...]:
    return with_parks_of_sites([*others, put_up(site, 9, text)])[-1].parks


def test_it_is_of_the_park_of_its_site() -> None:
    assert parks_beside([own(1), own(2), own(3)]) == ("青屏综保区",)
    assert parks_beside([own(1), own(2), own(3), own(4), own(5, "沐江高新区")]) == ("青屏综保区",)


def test_one_park_may_be_written_in_several_ways() -> None:
    assert parks_beside([own(1), own(2), own(3, "青屏综合保税区")]) == ("青屏综保区",)


def test_a_site_on_several_parks_or_with_few_articles_tells_nothing() -> None:
    assert parks_beside([own(1), own(2)]) == ()
    assert parks_beside([own(1), own(2), own(3, "沐江高新区")]) == ()
    assert parks_beside([own(1), own(2), own(3)], site=PAPER) == ()


def test_what_speaks_of_no_park_is_of_none() -> None:
    assert parks_beside([own(1), own(2), own(3)], "一只电机转了二十六年。") == ()
    assert with_parks_of_sites([own(1), own(2), own(3), replace(own(4), parks=(), url=None)])[-1].parks == ()


def test_what_names_its_park_keeps_it() -> None:
    assert parks_beside([own(1), own(2), own(3)], "我区进出口386亿元。") != ()
    named = own(4, "沐江高新区")
    assert with_parks_of_sites([own(1), own(2), own(3), named])[-1] == named


def test_what_was_found_so_is_no_proof_for_others() -> None:
    once = with_parks_of_sites([own(1), own(2), own(3), put_up(SITE, 8, "我区进出口386亿元。")])
    assert parks_beside([own(1), own(2), once[-1]]) == ()
    assert with_parks_of_sites(once) == once


def test_the_index_has_it_so_and_a_second_reindex_changes_nothing(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    for number in range(1, 4):
        workshop.put(f"{number}.txt", f"URL: {SITE}/{number}.html\n青屏综保区签约\n青屏综保区去年签约{number}个项目,总投资九十亿元。\n")
    workshop.put("9.txt", f"URL: {SITE}/9.html\n我区外贸成绩单\n我区去年进出口总值386亿元,比上年增长两成。\n")
    workshop.reindex()
    with closing(workshop.engine.open("000001")) as snapshot:
        found = {article.id: article.parks for article in snapshot.articles()}
    assert found["9"] == found["1"] == ("青屏综保区",)
    assert (workshop.reindex().changed, workshop.reindex().version) == ((), None)
