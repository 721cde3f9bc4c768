"""Each feature moves the way its description says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.question.gazetteer import grown_from
from retrieval.question.reading import read_question
from retrieval.ranking.candidates import Candidate
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.examiner import Examiner
from retrieval.ranking.features import FEATURES
from retrieval.ranking.time_agreement import SAME_PERIOD
from retrieval.text.analyzer import Analyzer
from tests.park_reports import REPORTS, article, open_snapshot

TODAY = date(2024, 6, 15)
FILLER = article("filler", "河边的步道铺了新砖，散步的居民多了起来。")


def examine(folder: Path, analyzer: Analyzer, question: str, articles: Sequence[Article], **scores: float) -> dict[str, list[Evidence]]:
    """The evidence for every passage, by article; scores of the searches are zero where not given."""
    snapshot = open_snapshot(folder, articles, analyzer)
    examiner = Examiner(read_question(question, TODAY, analyzer), snapshot, analyzer)
    values = {"cosine": 0.0, "words": 0.0, "bigrams": 0.0} | scores
    found: dict[str, list[Evidence]] = {each.id: [] for each in articles}
    for evidence in examiner.examine([Candidate(facts, **values) for facts in snapshot.facts(range(len(snapshot)))]):
        found[evidence.passage.article.id].append(evidence)
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


@pytest.mark.parametrize("question", ["青屏经开区2022年表彰了多少家企业", "How many companies did Qingping ETDZ reward in 2022"])
def test_the_evidence_is_read_off_the_facts_and_never_off_the_text(tmp_path: Path, analyzer: Analyzer, question: str) -> None:
    snapshot = open_snapshot(tmp_path, REPORTS, analyzer)
    facts = snapshot.facts(range(len(snapshot)))
    illegible = [replace(each, passage=replace(each.passage, article=_illegible(each.passage.article))) for each in facts]
    examiner = Examiner(read_question(question, TODAY, analyzer), snapshot, analyzer)
    known, blind = (examiner.examine([Candidate(each, 0.8, 1.0, 2.0) for each in some]) for some in (facts, illegible))
    assert [(each.sentence, each.features) for each in blind] == [(each.sentence, each.features) for each in known]
    snapshot.close()


def _illegible(told: Article) -> Article:
    return replace(told, title=None, text="?" * len(told.text), parks=())


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
    assert feature(found, "passage answers") == {"right": 1.0, "other": 0.3, "none": 0.0}
    assert feature(found, "counted") == {"right": 1.0, "other": 0.0, "none": 0.0}


def test_a_count_answers_only_in_a_sentence_about_the_question(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(
        tmp_path, analyzer, "青屏园区表彰了多少人", [article("apart", "昨天来了四十人。"), article("about", "青屏园区表彰了四十人。")]
    )
    assert feature(found, "passage answers") == {"apart": 1.0, "about": 1.0}
    assert feature(found, "sentence answers")["apart"] < 0.5
    assert feature(found, "sentence answers")["about"] == 1


def test_what_is_asked_stands_beside_the_answer(tmp_path: Path, analyzer: Analyzer) -> None:
    apart = article("apart", "青屏园区的租金下调，各家企业纷纷表示将扩大生产并增加设备投入，全年共有四十家。")
    beside = article("beside", "青屏园区的租金为每月四十元。")
    found = examine(tmp_path, analyzer, "青屏园区的租金是多少元", [apart, beside])
    assert feature(found, "asked beside answer") == {"apart": 0.0, "beside": 1.0}


def test_the_lead_counts_for_every_passage_of_its_article(tmp_path: Path, analyzer: Analyzer) -> None:
    long = article("long", "青屏经开区的蓝宝石基地昨日揭牌。" + "来宾参观了厂房。" * 30 + "基地年产2600吨。")
    *_, last = examine(tmp_path, analyzer, "青屏经开区蓝宝石基地年产多少吨", [long, FILLER])["long"]
    assert "揭牌" not in last.passage.text
    assert last.features["word coverage"] == pytest.approx(1)
    assert last.features["sentence coverage"] < last.features["bigram coverage"]


def test_passages_of_an_article_hold_together_what_one_alone_does_not(tmp_path: Path, analyzer: Analyzer) -> None:
    text = "来宾参观了厂房。" * 30
    found = examine(
        tmp_path, analyzer, "会议表彰企业", [article("both", f"昨日有雨。会议召开。{text}企业受到表彰。"), article("one", "会议召开。")]
    )
    assert [evidence.features["article words"] for evidence in found["both"]] == pytest.approx([1.0] * len(found["both"]))
    assert feature(found, "article words")["one"] < 1


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
    for name in ("word coverage", "bigram coverage", "sentence coverage"):
        assert feature(found, name)["named"] > feature(found, name)["bare"]


def test_traditional_and_full_width_writing_covers_simplified(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(tmp_path, analyzer, "３６個項目開工", [article("a", "36个项目开工。")])
    assert feature(found, "bigram coverage")["a"] == pytest.approx(1)


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
    assert feature(found, "other park") == {"same": 0, "kind": 1, "mentioned": 0.5, "other": 1}


def test_a_park_that_an_article_only_mentions_is_told_of_in_that_sentence(tmp_path: Path, analyzer: Analyzer) -> None:
    visit = article(
        "visit",
        "北岭高新区新增企业四十家。" + "来宾参观了厂房。" * 30 + "青屏经开区新增企业五十家。",
        title="北岭高新区新增企业情况",
        parks=("北岭高新区", "青屏经开区"),
    )
    first, *_, last = examine(tmp_path, analyzer, "青屏经开区新增企业多少家", [visit, FILLER])["visit"]
    assert (first.features["other park"], last.features["other park"]) == (1, 0)


def test_no_park_is_asked_for(tmp_path: Path, analyzer: Analyzer) -> None:
    found = examine(tmp_path, analyzer, "新增企业多少家", REPORTS)
    assert set(feature(found, "park").values()) == set(feature(found, "other park").values()) == {0.0}


def test_a_romanised_name_meets_its_characters(tmp_path: Path, analyzer: Analyzer) -> None:
    articles = [article("held", "青屏的工厂扩建。"), article("other", "北岭的工厂扩建。")]
    found = feature(examine(tmp_path, analyzer, "Where is the Qingping factory", articles), "word coverage")
    assert found["held"] > found["other"]


def test_the_year_of_the_title_is_the_articles_own(tmp_path: Path, analyzer: Analyzer) -> None:
    def report(id_: str, title: str | None, published: date | None) -> Article:
        return article(id_, "会议对2023年度先进企业进行表彰，共有53家。", title=title, published=published)

    articles = [
        report("2024", "青屏经开区2024年工作会议召开", date(2024, 2, 21)),
        report("2023", "青屏经开区2023年工作会议召开", date(2024, 2, 21)),
        report("untitled", None, date(2023, 2, 4)),
    ]
    found = examine(tmp_path, analyzer, "青屏经开区2023年工作会议表彰了多少家企业", articles)
    assert feature(found, "other time") == dict.fromkeys(("2024", "2023", "untitled"), 0)
    assert feature(found, "article of other time") == {"2024": 1, "2023": 0, "untitled": 0}
    asked_in_2024 = examine(tmp_path / "2", analyzer, "今年工作会议表彰了多少家企业", articles)
    assert feature(asked_in_2024, "article of other time") == {"2024": 0, "2023": 1, "untitled": 1}


def test_what_is_only_planned_for_a_year_does_not_speak_of_it(tmp_path: Path, analyzer: Analyzer) -> None:
    planned = article("planned", "项目2024年6月投产。", published=date(2023, 3, 1))
    asked = {
        text: examine(tmp_path / text, analyzer, text, [planned, FILLER]) for text in ("2024年投产多少个项目", "2024年计划投产什么项目")
    }
    assert [feature(found, "other time")["planned"] for found in asked.values()] == [1, 0]


def test_plans_answer_questions_about_plans(tmp_path: Path, analyzer: Analyzer) -> None:
    articles = [article("result", "地区生产总值增长7%。"), article("target", "地区生产总值预期增长7%。")]
    result = examine(tmp_path, analyzer, "地区生产总值增长多少", articles)
    assert feature(result, "plans") == {"result": 0, "target": 1}
    assert feature(examine(tmp_path / "2", analyzer, "地区生产总值目标增长多少", articles), "plans") == {"result": 1, "target": 0}


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
    assert (low["article cosine"], high["article cosine"]) == (0.8, 0.9)


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


def test_a_year_that_the_figures_are_of_is_told_though_no_word_says_it(tmp_path: Path, analyzer: Analyzer) -> None:
    meeting = article("meeting", "全年签约项目61个。", title="青屏经开区召开2023年工作会议", published=date(2023, 2, 10))
    asked = {year: examine(tmp_path / str(year), analyzer, f"{year}年签约项目多少个", [meeting, FILLER]) for year in (2021, 2022)}
    for name, values in {"time contradicted": (1, 0), "article of other time": (1, 0), "time": (0, 1)}.items():
        assert tuple(feature(found, name)["meeting"] for found in asked.values()) == values
    assert feature(asked[2021], "missing word")["meeting"] > feature(asked[2022], "missing word")["meeting"] == 0


def test_a_time_that_is_told_in_other_words_is_no_missing_word(tmp_path: Path, analyzer: Analyzer) -> None:
    half = article("half", "1—6月签约项目61个。", title="青屏经开区简报", published=date(2024, 7, 10))
    found = examine(tmp_path, analyzer, "2024年上半年签约项目多少个", [half, FILLER])
    assert (feature(found, "missing word")["half"], feature(found, "word coverage")["half"]) == (0, 1)


def test_what_was_handed_out_in_a_year_is_not_told_by_the_year_that_it_is_for(tmp_path: Path, analyzer: Analyzer) -> None:
    meeting = article("meeting", "会议对2023年度45家企业进行表彰。", title="青屏经开区召开2024年工作会议", published=date(2024, 2, 10))
    found = examine(tmp_path, analyzer, "2023年表彰了多少家企业", [meeting, FILLER])
    assert feature(found, "article of other time")["meeting"] == 1


def test_a_place_in_pinyin_is_no_missing_word(tmp_path: Path, analyzer: Analyzer) -> None:
    snapshot = open_snapshot(tmp_path, [article("a", "青屏经开区表彰了四十家企业。"), FILLER], analyzer)
    known = grown_from(["青屏经开区"] * 2, analyzer.normalize, analyzer.dictionary_words)
    examiner = Examiner(read_question("qingping经开区表彰了多少家企业", TODAY, analyzer, known), snapshot, analyzer)
    first, *_ = examiner.examine([Candidate(facts, 0.0, 0.0, 0.0) for facts in snapshot.facts(range(len(snapshot)))])
    assert first.features["missing word"] == 0
    snapshot.close()
