"""What may stand on one side of a comparison, before a passage is read and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from corpus.language.asking_words import Kind
from corpus.language.span import Span
from retrieval.answering.telling import retold, tells_of, tells_the_thing
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.ranking.confidence import UNLESS_READ
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import SentenceFacts
from tests.evidence import evidence_of
from tests.park_reports import article

PARK = "青屏经开区"
NOTHING = ("other park", "time contradicted", "other time", "article of other time", "sentence missing", *UNLESS_READ)
ANNOUNCED, COUNTED, AFTER = "青屏经开区举行集中开工活动。", "开工项目14个。", "管委会主任致辞。"


def passage_with_best(best: str, *sentences: str) -> Ranked:
    text = "".join(sentences)
    start = text.index(best)
    return Ranked(evidence_of(Passage(article("a", text), 0, len(text)), Span(start, start + len(best)), dict.fromkeys(NOTHING, 0.0)), 1.0)


def asked(analyzer: Analyzer) -> Question:
    return read_question(f"{PARK}集中开工项目多少个", date(2024, 6, 15), analyzer)


def test_a_sentence_that_announces_a_figure_is_left_until_it_is_read(analyzer: Analyzer) -> None:
    question = asked(analyzer)
    announcing = passage_with_best(ANNOUNCED, ANNOUNCED, COUNTED, AFTER)
    assert tells_of(question, announcing, [PARK])
    assert not tells_the_thing(question, announcing)


def test_the_sentence_behind_it_tells_the_figure(analyzer: Analyzer) -> None:
    question = asked(analyzer)
    counting = passage_with_best(COUNTED, ANNOUNCED, COUNTED, AFTER)
    assert tells_of(question, counting, [PARK])
    assert tells_the_thing(question, counting)


def test_a_figure_further_off_is_of_something_else(analyzer: Analyzer) -> None:
    question = asked(analyzer)
    assert not tells_of(question, passage_with_best(ANNOUNCED, ANNOUNCED, AFTER, COUNTED), [PARK])
    assert not tells_of(question, passage_with_best(AFTER, ANNOUNCED, COUNTED, AFTER), [PARK])


def test_how_far_another_park_is_off_is_no_figure_of_this_one(analyzer: Analyzer) -> None:
    growth = read_question(f"{PARK}2022年税收增速", date(2024, 6, 15), analyzer)
    beside = passage_with_best(
        f"北岭高新区税收增长6.4%，增速高于{PARK}1.3个百分点。", f"北岭高新区税收增长6.4%，增速高于{PARK}1.3个百分点。"
    )
    assert not tells_of(growth, beside, [PARK, "北岭高新区"])
    own = passage_with_best(f"{PARK}税收增长5.1%。", f"{PARK}税收增长5.1%。")
    assert tells_of(growth, own, [PARK, "北岭高新区"])


@pytest.mark.parametrize(
    ("asked_for", "told", "is_figure"),
    [
        ("税收增速", "税收增速比上年提高1.3个百分点。", False),
        ("税收增速", "税收占生产总值的比重4.31%。", False),
        ("税收增长目标", "税收增长7.5%。", True),
        ("标准厂房出租率", "出租率已达97%。", True),
        ("研发投入强度", "研发投入强度2.9%。", True),
        ("税收提高了几个百分点", "税收增速提高1.3个百分点。", True),
        ("税收", "税收增长8%。", False),
    ],
)
def test_a_difference_or_a_share_is_no_rate_of_growth(asked_for: str, told: str, is_figure: bool, analyzer: Analyzer) -> None:
    question = replace(read_question(f"{PARK}2023年{asked_for}多少", date(2024, 6, 15), analyzer), kind=Kind.NUMBER)
    assert tells_of(question, passage_with_best(told, told), [PARK]) is is_figure


def test_the_sentence_beside_the_one_that_tells_another_thing_is_told(analyzer: Analyzer) -> None:
    question = read_question(f"{PARK}进出口总额多少", date(2024, 6, 15), analyzer)
    of_both, of_parts = "进出口总值78.6亿元。", "其中进口51.3亿元，出口27.3亿元。"
    found = passage_with_best(of_parts, of_both, of_parts)

    def contradicted_by(sentence: SentenceFacts) -> Mapping[str, float]:
        return dict.fromkeys(NOTHING, 0.0) | {"other respect": float("其中" in sentence.text)}

    features = found.evidence.features | {"other respect": 1.0}
    other = Ranked(replace(found.evidence, features=features, fits=(0.5, 0.9), contradicted_by=contradicted_by), found.score)
    told = retold(question, other, [PARK])
    assert told is not None
    assert (told.evidence.told.text.startswith("进出口总值"), told.evidence.features["other respect"]) == (True, 0.0)
    in_other_park = Ranked(replace(other.evidence, features=features | {"other park": 1.0}), found.score)
    assert retold(question, in_other_park, [PARK]) is None


def test_a_month_of_the_half_year_asked_for_is_not_told_instead(analyzer: Analyzer) -> None:
    question = read_question(f"{PARK}2023年上半年吞吐量多少", date(2024, 6, 15), analyzer)
    best, month, half = "税收有所下降。", "其中，6月当月吞吐量302万吨。", "2023年上半年吞吐量1684万吨。"
    for beside, is_told in ((month, False), (half, True)):
        found = passage_with_best(best, best, beside)
        look = replace(found.evidence, fits=(0.9, 0.5), contradicted_by=lambda _: dict.fromkeys(NOTHING, 0.0))
        assert (retold(question, Ranked(look, 1.0), [PARK]) is not None) is is_told


def test_of_a_question_in_english_the_sentence_says_the_thing_in_chinese(analyzer: Analyzer) -> None:
    question = read_question("How much tax revenue did Qingping ETDZ collect?", date(2024, 6, 15), analyzer)
    best = "园区绿化良好。"
    for beside, is_told in (("全年税收20亿元。", True), ("全年吞吐量20亿吨。", False)):
        found = passage_with_best(best, best, beside)
        look = replace(found.evidence, fits=(0.9, 0.5), contradicted_by=lambda _: dict.fromkeys(NOTHING, 0.0))
        assert (retold(question, Ranked(look, 1.0), [PARK]) is not None) is is_told
