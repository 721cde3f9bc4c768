from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.index.engine import Snapshot
from retrieval.near_duplicates.lookup import find_near_duplicate
from retrieval.text.analyzer import Analyzer
from tests.workshop import Workshop

RELEASE = (
    "青屏经开区二季度交通物流大会昨天在会展中心落幕，来自18个省份的260家企业参会。\n"
    "大会签约货运项目34个，协议总额97.5亿元，其中冷链项目12个。大会组委会秘书长苗青川说，报名企业比上届多出七成，展位提前一个月订满。\n"
    "会展中心为此加开了4条接驳线路，每隔10分钟发出一班。园区物业经理郝一川介绍，三天里停车场进出车辆4.1万辆次，没有发生一起拥堵。\n"
    "下届大会计划移到新建的北馆举行，展览面积将扩大到6万平方米。"
)
ARRIVING = Article("new", "物流大会在青屏落幕", RELEASE, "青屏日报", date(2023, 6, 21), None, (), "new.txt")


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    workshop = Workshop(tmp_path)
    workshop.put("release.txt", f"青屏物流大会闭幕\n来源：青屏经开区    发布时间：2023-06-20\n\n{RELEASE}\n")
    for number in range(40):
        workshop.put(
            f"other{number}.txt", f"北山园区动态{number}\n北山园区今年第{number}次会议昨天落幕，来自18个省份的{number}家企业参会。\n"
        )
    workshop.analyzer = Analyzer()  # type: ignore[assignment]
    workshop.reindex()
    return workshop.engine.open("000001")


def near_duplicate_of(article: Article, snapshot: Snapshot) -> str | None:
    found = find_near_duplicate(article, snapshot, Analyzer())
    return found.id if found else None


def test_the_reprint_of_an_article_is_recognised(snapshot: Snapshot) -> None:
    assert near_duplicate_of(ARRIVING, snapshot) == "release"
    assert near_duplicate_of(replace(ARRIVING, text=RELEASE + "\n编辑：小麦"), snapshot) == "release"


@pytest.mark.parametrize(
    "other",
    [
        replace(ARRIVING, text=RELEASE.replace("97.5", "98.5")),
        replace(ARRIVING, published=date(2024, 6, 21)),
        replace(ARRIVING, text="北山园区今年没有会议。"),
    ],
    ids=["another figure", "a year later", "another matter"],
)
def test_what_differs_is_no_near_duplicate(other: Article, snapshot: Snapshot) -> None:
    assert near_duplicate_of(other, snapshot) is None
