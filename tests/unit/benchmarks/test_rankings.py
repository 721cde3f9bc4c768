"""The rankings that ours is compared with, over the park reports."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.quality.rankings import BIGRAMS, DENSE, IDEAS, RRF, STAGES, SUM, WORDS, Lookup, ablations, baselines, leaving_out
from retrieval.answering.answerer import Answerer
from retrieval.ranking.candidates import find_candidates
from retrieval.ranking.features import FEATURES
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from tests.park_reports import EMBEDDER, PLAIN_WEIGHTS, REPORTS, answerer_over, publish

ASKED_ON = date(2024, 6, 15)
QUESTION = "2022年青屏经开区表彰了多少家企业"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    analyzer, folder = Analyzer(), tmp_path_factory.mktemp("reports") / "index"
    publish(folder, REPORTS, analyzer)
    return answerer_over(folder, analyzer)


def articles(ranked: list[Ranked]) -> list[str]:
    return [one.evidence.passage.article.id for one in ranked]


def test_each_baseline_ranks_as_its_search_does(answerer: Answerer) -> None:
    question = answerer.read(QUESTION, ASKED_ON)
    vector = EMBEDDER.encode_queries([QUESTION])[0]
    lookup = Lookup(answerer)
    with answerer.index.open() as (_, snapshot):
        looked_up = lookup(question, snapshot)
        nearest = [snapshot.passage(match.position).article.id for match in snapshot.search_dense(vector, 10)]
        fused = [candidate.passage.article.id for candidate in find_candidates(snapshot, question, vector)]
    assert articles(looked_up.rankings[DENSE]) == nearest
    assert articles(looked_up.rankings[SUM]) == fused
    assert articles(looked_up.rankings[WORDS])[0] == articles(looked_up.rankings[BIGRAMS])[0] == "meeting-2022"
    first = {articles(looked_up.rankings[name])[0] for name in (WORDS, BIGRAMS, DENSE)}
    assert articles(looked_up.rankings[RRF])[0] in first
    assert set(articles(looked_up.rankings[RRF])) == set(nearest)


def test_a_baseline_answers_by_its_own_ranking(answerer: Answerer) -> None:
    lookup = Lookup(answerer)
    for name, variant in baselines(lookup).items():
        answer = variant.ask(QUESTION, asked_on=ASKED_ON)
        assert list(answer.ranking) == list(dict.fromkeys(articles(lookup.found[QUESTION].rankings[name])))
        assert lookup.took_ms(name) > 0
    assert baselines(lookup).keys() == STAGES.keys()


def test_an_ablation_takes_one_feature_away(answerer: Answerer) -> None:
    lookup = Lookup(answerer)
    without = ablations(lookup)
    assert without.keys() == {*IDEAS, *(name for name in FEATURES if PLAIN_WEIGHTS.ranking[name])}
    question = answerer.read(QUESTION, ASKED_ON)
    with answerer.index.open() as (_, snapshot):
        [ours] = answerer.search.rank_by_evidence([question], snapshot)
        [blind] = without["time"].search.rank_by_evidence([question], snapshot)
    assert articles(ours)[0] == "meeting-2022"
    by_start = {(one.evidence.passage.article.id, one.evidence.passage.start): one.score for one in ours}
    for one in blind:
        place = one.evidence.passage.article.id, one.evidence.passage.start
        assert one.score == pytest.approx(by_start[place] - one.evidence.features["time"])


def test_an_ablation_leaves_an_idea_out_and_puts_it_back(answerer: Answerer) -> None:
    lookup = Lookup(answerer)
    question = "2021年和2022年青屏经开区分别表彰了多少家企业"
    whole = ablations(lookup)["questions taken apart"]
    with leaving_out("questions taken apart"):
        whole.ask(question, asked_on=ASKED_ON)
    assert list(lookup.found) == [question]
    lookup.found.clear()
    with leaving_out("time"):
        whole.ask(question, asked_on=ASKED_ON)
    assert len(lookup.found) == 2
    assert question not in lookup.found
