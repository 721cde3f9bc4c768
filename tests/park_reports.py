"""A few park reports, and everything that answers questions about them; only the embedding model is a fake."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from corpus.article import Article
from retrieval.answering.answerer import Answerer
from retrieval.answering.passage_search import PassageSearch
from retrieval.index.engine import Snapshot
from retrieval.index.in_process import InProcessEngine
from retrieval.index.live_index import LiveIndex
from retrieval.index.manifest import Fingerprints
from retrieval.near_duplicates.groups import find_near_duplicates
from retrieval.ranking.confidence import BIAS, LEAD
from retrieval.ranking.features import FEATURES, FOR_CONFIDENCE
from retrieval.ranking.learned_weights import LearnedWeights
from retrieval.text.analyzer import Analyzer
from retrieval.text.context import with_context
from retrieval.text.embedded_form import embedded_form
from retrieval.text.passage_facts import facts_of
from retrieval.text.splitter import split
from tests.fakes import HashingEmbedder

EMBEDDER = HashingEmbedder(512)
PLAIN_WEIGHTS = LearnedWeights(
    ranking=dict.fromkeys(FEATURES, 1.0)
    | dict.fromkeys((name for name in FEATURES if name.startswith("other ") or name.endswith(("other time", "contradicted"))), -1.0)
    | {"plans": -1.0}
    | dict.fromkeys(("length", "position", *FOR_CONFIDENCE), 0.0),
    confidence={BIAS: -2.0, LEAD: 0.0, "bigram coverage": 8.0},
    thresholds={0.08: 0.5},
)
"""Every feature counts alike, and an answer is found from a quarter of the question's bigrams on: nothing here was learned."""


def article(id_: str, text: str, *, title: str | None = None, published: date | None = None, parks: Sequence[str] = ()) -> Article:
    return Article(id_, title, text, None, published, None, tuple(parks), f"{id_}.txt")


def _meeting(year: int, companies: int, reward: int) -> Article:
    """Reports of the same meeting, year after year; the text names neither park nor year."""
    return article(
        f"meeting-{year}",
        f"年度工作会议昨日召开。会议表彰了{companies}家优秀企业，拿出{reward}万元奖励。\n园区主任方晓作了工作报告，要求各部门狠抓落实。",
        title=f"青屏经开区召开{year}年度工作会议",
        published=date(year, 2, 18),
        parks=("青屏经开区",),
    )


REPORTS = (
    _meeting(2021, 31, 800),
    _meeting(2022, 44, 950),
    _meeting(2023, 57, 1200),
    article(
        "canteen",
        "园区食堂换了新灶具，午餐供应时间延长到下午两点。职工反映，排队的人少了一半。",
        title="食堂改造完成",
        published=date(2022, 9, 1),
        parks=("青屏经开区",),
    ),
    article(
        "crystal",
        "北岭高新区的晶体工厂年产蓝宝石2600吨，产品销往十二个国家。\n厂长罗平介绍，二期工程明年三月投产，预计新增就业岗位180个。",
        title="北岭高新区：晶体照亮世界",
        published=date(2023, 5, 6),
        parks=("北岭高新区",),
    ),
    article("bus", "通往园区的七路公交车改走滨河大道，沿途增设四个站点。司机提醒乘客留意新的站牌。", published=date(2021, 11, 3)),
)


def publish(folder: Path, articles: Sequence[Article], analyzer: Analyzer, version: str = "000001") -> InProcessEngine:
    """Make an index of the articles the way a reindex does."""
    engine = InProcessEngine(folder)
    passages = [passage for each in articles for passage in split(each)]
    texts = [with_context(passage) for passage in passages]
    fingerprints = Fingerprints(EMBEDDER.fingerprint, analyzer.fingerprint, "test")
    terms = [analyzer.terms(text) for text in texts]
    near_duplicates = find_near_duplicates(articles, analyzer.normalize, lambda done, total: None)
    facts = facts_of(passages, analyzer)
    vectors = EMBEDDER.encode_passages([embedded_form(text) for text in texts])
    engine.write(version, passages, vectors, terms, fingerprints, near_duplicates=near_duplicates, facts=facts)
    engine.publish(version)
    return engine


def open_snapshot(folder: Path, articles: Sequence[Article], analyzer: Analyzer) -> Snapshot:
    return publish(folder, articles, analyzer).open("000001")


def answerer_over(folder: Path, analyzer: Analyzer, weights: LearnedWeights = PLAIN_WEIGHTS) -> Answerer:
    live = LiveIndex(InProcessEngine(folder), EMBEDDER.fingerprint, EMBEDDER.dimension, analyzer.fingerprint)
    return Answerer(live, PassageSearch(EMBEDDER, analyzer, weights.ranking), weights, threshold=0.5, quote_length=60)
