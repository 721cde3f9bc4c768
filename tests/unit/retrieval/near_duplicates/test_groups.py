from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.reading.folder import list_sources, read_source
from retrieval.near_duplicates.groups import find_near_duplicates, preference, wording
from retrieval.text.analyzer import Analyzer

SAMPLE = Path(__file__).parents[4] / "corpus" / "articles"
RELEASE = (
    "青屏经开区二季度交通物流大会昨天在会展中心落幕，来自18个省份的260家企业参会。\n"
    "大会签约货运项目34个，协议总额97.5亿元，其中冷链项目12个。大会组委会秘书长苗青川说，报名企业比上届多出七成，展位提前一个月订满。\n"
    "会展中心为此加开了4条接驳线路，每隔10分钟发出一班。园区物业经理郝一川介绍，三天里停车场进出车辆4.1万辆次，没有发生一起拥堵。\n"
    "下届大会计划移到新建的北馆举行，展览面积将扩大到6万平方米。"
)


def article(id_: str, text: str = RELEASE, title: str | None = None, published: date | None = date(2023, 6, 20), **more: object) -> Article:
    plain = Article(id_, title, text, None, published, None, (), f"{id_}.txt")
    return replace(plain, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plain() -> Analyzer:
    """Only its `normalize` is used, which needs no dictionary."""
    return Analyzer()


def groups(articles: Sequence[Article], analyzer: Analyzer) -> list[tuple[str, ...]]:
    return find_near_duplicates(articles, analyzer.normalize, lambda done, total: None)


NEAR_DUPLICATES = {
    "the same text": RELEASE,
    "an editor's line at the end": RELEASE + "\n编辑：小麦",
    "punctuation and lines": RELEASE.replace("，", ", ").replace("\n", "\n\n").replace("。", "．"),
    "traditional characters and full width": RELEASE.translate(str.maketrans("经开区会场车园区业展览积", "經開區會場車園區業展覽積"))
    .replace("18", "１８")
    .replace("97.5", "９７.５"),
    "figures in another writing": RELEASE.replace("97.5亿元", "9750000000元").replace("4.1万辆次", "41000辆次"),
    "a sentence left out": RELEASE.replace("会展中心为此加开了4条接驳线路，每隔10分钟发出一班。", ""),
    "two sentences joined": RELEASE.replace("12个。大会组委会", "12个，大会组委会"),
    "a paragraph more": RELEASE + "\n另据市商务局消息，全市上半年社会物流总额增长5.6%，快递业务量达到3.3亿件，冷库容量增加20万立方米。",
}


@pytest.mark.parametrize("text", NEAR_DUPLICATES.values(), ids=NEAR_DUPLICATES.keys())
def test_a_reprint_is_a_near_duplicate(text: str, plain: Analyzer) -> None:
    reprint = article("b", text, published=date(2023, 6, 21))
    assert groups([article("x", "另一件事：园区食堂换了灶具。"), reprint, article("a")], plain) == [("a", "b")]


ALIKE = {
    "one other figure": {"text": RELEASE.replace("260家", "275家")},
    "another unit": {"text": RELEASE.replace("6万平方米", "6万亩")},
    "another park": {"text": RELEASE.replace("青屏经开区", "北岭经开区"), "parks": ("北岭经开区",)},
    "the same words a year later": {"published": date(2024, 6, 20)},
    "another year in the title": {"title": "2022年交通物流大会落幕", "published": None},
    "nine other sentences": {
        "text": RELEASE[:150] + "会后，与会代表走访了港口、粮库和铁路货场，听取建设情况介绍，并就联运问题交换意见。" * 3
    },
    "a digest of many articles": {
        "text": RELEASE + "".join(f"第{n}条：园区第{n}小学新增学位{n * 37}个，第{n}号路完成铺油。" for n in range(1, 20))
    },
}


@pytest.mark.parametrize("changes", ALIKE.values(), ids=ALIKE.keys())
def test_what_only_looks_alike_is_no_near_duplicate(changes: dict[str, object], plain: Analyzer) -> None:
    original = article("a", title="2023年交通物流大会落幕", parks=("青屏经开区",))
    assert groups([original, replace(original, id="b", **changes)], plain) == []  # type: ignore[arg-type]


def test_what_an_office_published_comes_first_then_the_earliest_then_by_id(plain: Analyzer) -> None:
    tellings = [
        article("undated", published=None, publisher="青屏日报"),
        article("late", published=date(2023, 6, 23), publisher="物流时报"),
        article("early-b", published=date(2023, 6, 20), publisher="青屏晚报"),
        article("early-a", published=date(2023, 6, 20), publisher="货运网"),
        article("park", published=date(2023, 6, 25), publisher="青屏经开区管委会"),
        article("site", published=date(2023, 6, 24), url="https://www.qingping.gov.cn/news/1.html"),
    ]
    assert groups(tellings, plain) == [("site", "park", "early-a", "early-b", "late", "undated")]


@pytest.mark.parametrize(
    ("publisher", "url", "official"),
    [
        ("青屏经开区", None, True),
        ("青屏市人民政府网站", None, True),
        ("青屏经开区发布", None, True),
        ("青屏市商务局", None, True),
        ("开发区新闻", None, False),
        ("青屏日报", "https://example.com/gov.cn/1.html", False),
        (None, "http://gov.cn.example.com/", False),
        (None, "https://jkq.qingping.gov.cn:8080/a", True),
        (None, "https://[", False),
        (None, None, False),
    ],
)
def test_who_is_official(publisher: str | None, url: str | None, official: bool) -> None:
    assert preference(article("a", publisher=publisher, url=url))[0] is not official


def test_what_grows_little_by_little_is_not_one_group(plain: Analyzer) -> None:
    """The second telling is much like the first and the third like the second, but the third is not like the first."""
    more = "".join(
        f"\n第{n}条接驳线从{road}路开出，沿途停靠{road}苑、{road}桥和会展中心北门。" for n, road in enumerate("松柏梅兰菊荷桂杏桃李枫榆", 5)
    )
    second, third = RELEASE + more[:140], RELEASE + more
    assert groups([article("a"), article("b", second)], plain) == [("a", "b")]
    assert groups([article("b", second), article("c", third)], plain) == [("b", "c")]
    assert groups([article("a"), article("b", second), article("c", third)], plain) == [("a", "b")]


def test_progress_counts_the_articles(plain: Analyzer) -> None:
    seen: list[tuple[int, int]] = []
    find_near_duplicates(
        [article("a"), article("b"), article("c", "别的")], plain.normalize, lambda done, total: seen.append((done, total))
    )
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_the_sample_corpus_has_one_near_duplicate(plain: Analyzer) -> None:
    """Its yearly reports and those of its parks resemble each other and are no near-duplicates."""
    sample = [each for source in list_sources(SAMPLE) for each in read_source(SAMPLE, source).articles]
    assert groups(sample, plain) == [("qigang-2023-singles-day", "qigang-2023-singles-day-reprint")]


def test_a_text_holds_a_sentence_with_a_reworded_end_but_no_other_figure() -> None:
    text = wording("其中宠物食品增长最猛，同比增长6成以上，出区包裹17.3万件。")
    assert text.holds(wording("宠物食品增长最猛，同比增长6成以上。"), 0.8)
    assert not text.holds(wording("出区包裹17.8万件"), 0.5)
    assert not text.holds(wording("婴儿奶粉销量持平，保健品略有下降。"), 0.8)


@given(st.lists(st.text("甲乙丙1２年。\n \ud800𠮷😀", max_size=12), max_size=12))
def test_any_texts_fall_into_groups_that_share_no_article(plain: Analyzer, texts: list[str]) -> None:
    articles = [article(str(n), text) for n, text in enumerate(texts)]
    found = groups(articles, plain)
    members = [id_ for group in found for id_ in group]
    assert len(members) == len(set(members))
    assert set(members) <= {each.id for each in articles}
    assert all(len(group) > 1 for group in found)
    assert groups(articles[::-1], plain) == found


def test_one_article_alone_is_compared_with_nothing(plain: Analyzer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)  # it would load half of scipy after every small change
    assert groups([article("a")], plain) == []
