"""Each feature moves the way its description says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.analyzer import Analyzer
from retrieval.evidence import FEATURES, SAME_PERIOD, Evidence, Examiner
from retrieval.question import understand
from retrieval.retriever import Candidate
from retrieval.splitter import split
from tests.park_reports import REPORTS, article, open_snapshot

TODAY = date(2024, 6, 15)
FILLER = article("filler", "河边的步道铺了新砖，散步的居民多了起来。")


def examine(folder: Path, analyzer: Analyzer, question: str, articles: Sequence[Article], **scores: float) -> dict[str, list[Evidence]]:
    """The evidence for every passage, by article; scores of the searches are zero where not given."""
    snapshot = open_snapshot(folder, articles, analyzer)
    examiner = Examiner(understand(question, TODAY, analyzer), snapshot, analyzer)
    values = {"cosine": 0.0, "words": 0.0, "bigrams": 0.0} | scores
    found = {each.id: [examiner.examine(Candidate(passage, **values)) for passage in split(each)] for each in articles}
    snapshot.close()
    return found


def feature(found: dict[str, list[Evidence]], name: str) -> dict[str, float]:
    """One feature of the first passage of each article."""
    return {id_: evidence[0].features[name] for id_, evidence in found.items()}


def best_sentence(evidence: Evidence) -> str:
    return evidence.passage.article.text[slice(*evidence.sentence)]


def test_evidence_has_every_feature_that_is_described(tmp_path: Path, analyzer: Analyzer) -> None:
    for evidence in examine(tmp_path, analyzer, "2022年表彰了多少家企业", REPORTS).values():
        assert list(evidence[0].features) == list(FEATURES)
        assert all(math.isfinite(value) for value in evidence[0].features.values())


def test_the_same_park_in_another_year_fits_the_time_less(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(tmp_path, analyzer, "青屏经开区2022年表彰了多少家企业", REPORTS)
    assert feature(found, "time") == {
        "meeting-2021": 0,
        "meeting-2022": 1,
        "meeting-2023": 0,
        "canteen": SAME_PERIOD,
        "crystal": 0,
        "bus": 0,
    } | {"canteen": feature(found, "time")["canteen"]}
    assert SAME_PERIOD <= feature(found, "time")["canteen"] < 1
    assert feature(found, "other time") == {"meeting-2021": 1, "meeting-2022": 0, "meeting-2023": 1, "canteen": 0, "crystal": 1, "bus": 1}


def test_no_time_is_asked_for(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(tmp_path, analyzer, "表彰了多少家企业", REPORTS)
    assert set(feature(found, "time").values()) == set(feature(found, "other time").values()) == {0.0}


def test_last_year_in_a_report_is_the_year_before_its_publication(tmp_path: Path, analyzer: Analyzer) -> None:
    told = article("told", "去年园区新增企业四十家。", published=date(2022, 2, 9))
    undated = article("undated", "去年园区新增企业四十家。")
    found = examine(tmp_path, analyzer, "2021年新增企业多少家", [told, undated])
    assert feature(found, "time") == {"told": 1.0, "undated": 0.0}
    assert feature(examine(tmp_path / "2", analyzer, "去年新增企业多少家", [told, undated]), "time") == {"told": 0.0, "undated": 1.0}


def test_a_month_within_the_year_asked_for_fits_partly(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(
        tmp_path,
        analyzer,
        "2021年新增企业多少家",
        [article("month", "2021年3月新增企业四十家。"), article("year", "2021年新增企业四十家。")],
    )
    assert feature(found, "time") == {"month": SAME_PERIOD, "year": 1.0}


def test_two_times_asked_for_are_two_times_to_tell(tmp_path: Path, analyzer: Analyzer) -> None:
    one, both = article("one", "2021年新增企业四十家。"), article("both", "2021年新增四十家，2022年新增五十家。")
    assert feature(examine(tmp_path, analyzer, "2021年和2022年新增企业多少家", [one, both]), "time") == {"one": 0.5, "both": 1.0}


def test_a_count_of_what_is_asked_for_answers(tmp_path: Path, analyzer: Analyzer) -> None:
    articles = [article("right", "表彰了四十家企业。"), article("other", "表彰企业用了40分钟。"), article("none", "表彰了企业。")]
    found = examine(tmp_path, analyzer, "表彰了多少家企业", articles)
    assert feature(found, "sentence answers") == feature(found, "passage answers") == {"right": 1.0, "other": 0.3, "none": 0.0}


def test_another_sentence_of_the_passage_may_answer(tmp_path: Path, analyzer: Analyzer) -> None:
    split_up = article("split", "青屏园区召开大会表彰优秀企业。共有四十家。")
    evidence = examine(tmp_path, analyzer, "青屏园区大会表彰优秀企业多少家", [split_up, FILLER])["split"][0]
    assert best_sentence(evidence) == "青屏园区召开大会表彰优秀企业。"
    assert evidence.features["sentence answers"] == 0
    assert evidence.features["passage answers"] == 1


def test_between_like_sentences_the_one_that_answers_is_best(tmp_path: Path, analyzer: Analyzer) -> None:
    text = "大会表彰了优秀企业。大会表彰了44家优秀企业。大会表彰优秀企业用时很短。"
    evidence = examine(tmp_path, analyzer, "大会表彰了多少家优秀企业", [article("a", text), FILLER])["a"][0]
    assert best_sentence(evidence) == "大会表彰了44家优秀企业。"


def test_the_best_sentence_is_a_span_of_the_article(tmp_path: Path, analyzer: Analyzer) -> None:
    text = "园区绿化面积扩大，道路两旁新栽香樟。" * 12 + "\n总投资三亿元的芯片工厂封顶。" + "物业公司更换了路灯。" * 20
    evidence = max(
        examine(tmp_path, analyzer, "芯片工厂总投资多少亿元", [article("a", text)])["a"], key=lambda one: one.features["sentence coverage"]
    )
    assert best_sentence(evidence) == "总投资三亿元的芯片工厂封顶。"
    assert evidence.passage.start <= evidence.sentence.start < evidence.sentence.end <= evidence.passage.end
    assert evidence.features["sentence answers"] == 1


def test_coverage_is_the_share_of_the_question_and_rare_terms_count_more(tmp_path: Path, analyzer: Analyzer) -> None:
    whole, rare, usual = article("whole", "园区引进钛合金。"), article("rare", "钛合金。"), article("usual", "园区。")
    more = [article(f"more-{number}", "园区道路平整。") for number in range(5)]
    found = examine(tmp_path, analyzer, "园区引进钛合金", [whole, rare, usual, *more])
    for name in ("word coverage", "bigram coverage", "sentence coverage"):
        shares = feature(found, name)
        assert shares["whole"] == pytest.approx(1)
        assert 0 < shares["usual"] < shares["rare"] < 1


def test_the_articles_context_counts_for_coverage(tmp_path: Path, analyzer: Analyzer) -> None:
    text = "新增企业四十家。"
    bare, named = article("bare", text), article("named", text, title="青屏经开区年报", parks=("青屏经开区",))
    found = examine(tmp_path, analyzer, "青屏经开区企业", [bare, named])
    assert feature(found, "context coverage")["bare"] == 0
    assert 0 < feature(found, "context coverage")["named"] < 1
    for name in ("word coverage", "bigram coverage", "sentence coverage"):
        assert feature(found, name)["named"] > feature(found, name)["bare"]


def test_traditional_and_full_width_writing_covers_simplified(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(tmp_path, analyzer, "３６個項目開工", [article("a", "36个项目开工。")])
    assert feature(found, "bigram coverage")["a"] == pytest.approx(1)
    assert feature(found, "numbers")["a"] == 1


def test_figures_of_the_question(tmp_path: Path, analyzer: Analyzer) -> None:
    articles = [article("both", "3.5亿元，12家。"), article("one", "12家。"), article("none", "七家。")]
    assert feature(examine(tmp_path, analyzer, "哪里有12家企业投了3.5亿元", articles), "numbers") == {"both": 1.0, "one": 0.5, "none": 0.0}
    assert set(feature(examine(tmp_path / "2", analyzer, "哪里有企业", articles), "numbers").values()) == {0.0}


def test_the_same_place_with_another_kind_of_park_fits_half(tmp_path: Path, analyzer: Analyzer) -> None:
    text = "新增企业四十家。"
    articles = [
        article("same", text, parks=("青屏经济技术开发区",)),
        article("kind", text, parks=("青屏高新区",)),
        article("mentioned", "青屏来客参观。" + text, parks=("北岭高新区",)),
        article("other", text, parks=("北岭经开区",)),
    ]
    found = examine(tmp_path, analyzer, "青屏经开区新增企业多少家", articles)
    parks = feature(found, "park")
    assert parks["same"] == 1
    assert 1 > parks["kind"] > parks["mentioned"] > parks["other"] == 0
    assert feature(found, "other park") == {"same": 0, "kind": 0, "mentioned": 0, "other": 1}


def test_no_park_is_asked_for(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(tmp_path, analyzer, "新增企业多少家", REPORTS)
    assert set(feature(found, "park").values()) == set(feature(found, "other park").values()) == {0.0}


def test_a_romanised_name_meets_its_characters(tmp_path: Path, analyzer: Analyzer) -> None:
    articles = [article("held", "青屏的工厂扩建。"), article("other", "北岭的工厂扩建。")]
    found = examine(tmp_path, analyzer, "Where is the Qingping factory", articles)
    assert feature(found, "names")["held"] > feature(found, "names")["other"] == 0
    assert set(feature(examine(tmp_path / "2", analyzer, "青屏的工厂在哪里", articles), "names").values()) == {0.0}


def test_length_and_position(tmp_path: Path, analyzer: Analyzer) -> None:
    text = "甲" * 149 + "。" + "乙" * 149 + "。"
    first, second = examine(tmp_path, analyzer, "甲乙", [article("a", text)])["a"]
    assert first.features["length"] == pytest.approx(math.log(150) / 10)
    assert (first.features["position"], second.features["position"]) == (0, 0.5)


def test_the_scores_of_the_searches_are_handed_on(tmp_path: Path, analyzer: Analyzer) -> None:
    articles = [article("a", "园区企业。"), article("b", "园区道路。")]
    low = examine(tmp_path, analyzer, "园区企业", articles, cosine=0.8, words=1.0, bigrams=2.0)["a"][0].features
    high = examine(tmp_path / "2", analyzer, "园区企业", articles, cosine=0.9, words=2.0, bigrams=4.0)["a"][0].features
    assert (low["cosine"], high["cosine"]) == (0.8, 0.9)
    assert high["words"] == pytest.approx(2 * low["words"])
    assert high["bigrams"] == pytest.approx(2 * low["bigrams"])


@pytest.mark.parametrize("question", ["？", "😀", "\ud800", "的"])
def test_a_question_without_terms_has_evidence_all_the_same(tmp_path: Path, analyzer: Analyzer, question: str) -> None:
    features = examine(tmp_path, analyzer, question, [FILLER])["filler"][0].features
    assert all(math.isfinite(value) for value in features.values())
    if question != "的":
        assert features["bigram coverage"] == features["word coverage"] == 0


def test_a_plan_of_five_years_does_not_speak_of_each_of_them(tmp_path: Path, analyzer: Analyzer) -> None:
    planned = article("plan", "青屏经开区在“十四五”期间将奖励50家企业。", title="青屏经开区2022年规划", published=date(2022, 1, 5))
    asked = {year: examine(tmp_path / str(year), analyzer, f"青屏经开区{year}年奖励多少家企业", [planned, FILLER]) for year in (2022, 2024)}
    assert {year: feature(found, "other time")["plan"] for year, found in asked.items()} == {2022: 0, 2024: 1}


def test_a_capitalised_name_that_no_passage_spells_is_missing(tmp_path: Path, analyzer: Analyzer) -> None:
    mayor = article("mayor", "青屏市市长出席了活动。")
    found = {name: examine(tmp_path / name, analyzer, f"Who is the mayor of {name}?", [mayor, FILLER]) for name in ("Qingping", "Shanghai")}
    missing = {name: feature(evidence, "missing word")["mayor"] for name, evidence in found.items()}
    assert missing["Qingping"] == 0
    assert missing["Shanghai"] > 0
