"""From a question to its answer, with every part real but the embedding model."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Answerer
from retrieval.errors import IndexMissing, QuestionTooLong
from retrieval.question.reading import MOST_CHARACTERS
from retrieval.text.analyzer import Analyzer
from tests.park_reports import REPORTS, answerer_over, article, publish

TODAY = date(2024, 6, 15)


@pytest.fixture(scope="module")
def answerer(reports_index: Path, analyzer: Analyzer) -> Answerer:
    return answerer_over(reports_index, analyzer)


@pytest.mark.parametrize("year", [2021, 2022])
def test_what_is_asked_of_the_day_of_an_event_is_looked_for_then(tmp_path: Path, analyzer: Analyzer, year: int) -> None:
    visits = [article(f"visit-{told}", f"{told}年3月8日，园区来客参观。") for told in (2021, 2022)]
    opened = article("opened", f"{year}年3月8日，蓝宝石基地开园仪式举行。")
    publish(tmp_path, [*visits, opened], analyzer)
    answerer = replace(answerer_over(tmp_path, analyzer), threshold=0.0)
    assert answerer.ask("蓝宝石基地开园仪式当天，园区来客参观了吗", asked_on=TODAY).quotes[0].article.id == f"visit-{year}"


def first(answer: Answer) -> tuple[str, str]:
    """The article of the first quote and its emphasised sentence."""
    quote = answer.quotes[0]
    return quote.article.id, quote.article.text[slice(*quote.emphasis[0])]


@pytest.mark.parametrize(
    ("question", "id_", "sentence"),
    [
        ("青屏经开区2021年表彰了多少家企业", "meeting-2021", "会议表彰了31家优秀企业，拿出800万元奖励。"),
        ("青屏经开区2022年表彰了多少家企业", "meeting-2022", "会议表彰了44家优秀企业，拿出950万元奖励。"),
        ("青屏經開區２０２３年拿出多少錢獎勵企業？", "meeting-2023", "会议表彰了57家优秀企业，拿出1200万元奖励。"),
        ("去年青屏经开区工作会议表彰了几家企业", "meeting-2023", "会议表彰了57家优秀企业，拿出1200万元奖励。"),
        ("蓝宝石年产多少吨", "crystal", "北岭高新区的晶体工厂年产蓝宝石2600吨，产品销往十二个国家。"),
        ("北岭高新区晶体厂的厂长是谁", "crystal", "厂长罗平介绍，二期工程明年三月投产，预计新增就业岗位180个。"),
        ("午餐供应到什么时候", "canteen", "园区食堂换了新灶具，午餐供应时间延长到下午两点。"),
    ],
)
def test_the_right_sentence_comes_first(answerer: Answerer, question: str, id_: str, sentence: str) -> None:
    answer = answerer.ask(question, asked_on=TODAY)
    assert first(answer) == (id_, sentence)
    assert answer.found


def test_last_year_depends_on_the_day_of_asking(answerer: Answerer) -> None:
    question = "去年青屏经开区工作会议表彰了几家企业"
    assert [first(answerer.ask(question, asked_on=date(year, 6, 15)))[0] for year in (2022, 2023, 2024)] == [
        "meeting-2021",
        "meeting-2022",
        "meeting-2023",
    ]


def test_an_answer_says_where_it_comes_from(answerer: Answerer) -> None:
    answer = answerer.ask("蓝宝石年产多少吨", asked_on=TODAY, top=2)
    assert (answer.question.text, answer.question.asked_on, answer.index_version) == ("蓝宝石年产多少吨", TODAY, "000001")
    assert len(answer.quotes) == 2
    assert answer.quotes[0].score >= answer.quotes[1].score
    assert answer.ranking[0] == "crystal"
    assert sorted(answer.ranking) == sorted(each.id for each in REPORTS)
    assert answer.took_ms > 0
    originals = {each.id: each.text for each in REPORTS}
    assert all(quote.text in originals[quote.article.id] for quote in answer.quotes)


def test_only_the_named_articles_answer(answerer: Answerer) -> None:
    question = "青屏经开区2022年表彰了多少家企业"
    assert first(answerer.ask(question, asked_on=TODAY, only={"meeting-2022", "canteen"}))[0] == "meeting-2022"
    others = answerer.ask(question, asked_on=TODAY, only={"bus", "crystal"}, top=9)
    assert {quote.article.id for quote in others.quotes} <= {"bus", "crystal"}
    assert not others.found
    nothing = answerer.ask(question, asked_on=TODAY, only=())
    assert (nothing.quotes, nothing.found) == ((), False)


def test_without_a_day_it_is_asked_today(answerer: Answerer) -> None:
    before = date.today()
    assert before <= answerer.ask("食堂").question.asked_on <= date.today()


@pytest.mark.parametrize("question", ["", " ", "\n\t　", "\u2028"])
def test_an_empty_question_has_no_quotes(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question, asked_on=TODAY)
    assert (answer.quotes, answer.ranking, answer.found, answer.confidence) == ((), (), False, 0.0)
    assert answer.index_version == "000001"


@pytest.mark.parametrize("question", ["😀🎉", "？？？", "zxcv qwer", "\ud800", "\0", "火星上哪种咖啡最香"])
def test_nonsense_gets_the_nearest_texts_but_is_not_found(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question, asked_on=TODAY)
    assert not answer.found
    assert answer.confidence < 0.5
    assert len(answer.quotes) == 3


@pytest.mark.parametrize("question", ["😀🎉", "。", "？！……", "\u200b", "—"])
def test_what_holds_no_word_is_answered_by_nothing_however_low_the_threshold(answerer: Answerer, question: str) -> None:
    lenient = replace(answerer, threshold=0.01)
    assert not lenient.ask(question, asked_on=TODAY).found
    assert lenient.ask("蓝宝石产品怎么样", asked_on=TODAY).found


def test_found_is_confidence_at_the_threshold(reports_index: Path, analyzer: Analyzer) -> None:
    answerer = answerer_over(reports_index, analyzer)
    sure = answerer.ask("蓝宝石产品怎么样", asked_on=TODAY).confidence
    assert 0 < sure < 1
    for threshold, found in ((0.0, True), (sure, True), (sure + 1e-9, False), (1.0, False)):
        strict = replace(answerer, threshold=threshold)
        assert strict.ask("蓝宝石产品怎么样", asked_on=TODAY).found is found


def test_the_longest_question_and_one_that_is_too_long(answerer: Answerer) -> None:
    question = ("青屏经开区2022年工作会议表彰了多少家优秀企业，" * 20)[:MOST_CHARACTERS]
    assert first(answerer.ask(question, asked_on=TODAY))[0] == "meeting-2022"
    with pytest.raises(QuestionTooLong, match="300"):
        answerer.ask(question + "？", asked_on=TODAY)


@pytest.mark.parametrize(("top", "count"), [(0, 0), (1, 1), (5, 5), (100, len(REPORTS))])
def test_as_many_quotes_as_asked_for_where_there_are_so_many(answerer: Answerer, top: int, count: int) -> None:
    answer = answerer.ask("园区企业", asked_on=TODAY, top=top)
    assert [quote.article.id for quote in answer.quotes] == list(answer.ranking[:count])


def is_short_enough(text: str) -> bool:
    return len(unicodedata.normalize("NFKC", text)) <= MOST_CHARACTERS


FIGURES = st.sampled_from(
    [*"0123456789〇零一二两三四五六七八九十百千万亿点年月日家元,.%％余多", "百分之", "万亿", "２０", "去年", "\ud800"]
)


@given((st.text(st.characters(), max_size=80) | st.lists(FIGURES, max_size=24).map("".join)).filter(is_short_enough), st.dates())
@example("\ud800\udfff今年十二三月", TODAY)
@example("\0" * 20, date.min)
@example("ﷺ" * 16, date.max)
@example("a" * 300, TODAY)
@example("'\"(AND) OR NOT words:* ~2 ^3 \\", TODAY)
def test_any_text_gets_an_answer(answerer: Answerer, question: str, asked_on: date) -> None:
    answer = answerer.ask(question, asked_on=asked_on)
    assert answer.question.text == question
    assert 0 <= answer.confidence <= 1
    assert len(answer.quotes) in ((1, 2, 3) if question.strip() else (0,))  # beside an answer, nothing of another time or thing


def test_many_threads_get_the_same_answers_as_one(reports_index: Path, analyzer: Analyzer) -> None:
    questions = [f"青屏经开区{year}年表彰了多少家企业" for year in (2021, 2022, 2023)] + ["蓝宝石年产多少吨", "午餐供应到什么时候", "😀"]
    expected = {question: answerer_over(reports_index, analyzer).ask(question, asked_on=TODAY).quotes for question in questions}
    shared = answerer_over(reports_index, Analyzer())  # nothing loaded yet: all threads meet at the dictionary
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda question: shared.ask(question, asked_on=TODAY), questions * 10))
    assert all(answer.quotes == expected[answer.question.text] for answer in answers)


def test_the_next_question_sees_a_new_version(tmp_path: Path, analyzer: Analyzer) -> None:
    publish(tmp_path, REPORTS, analyzer)
    answerer = answerer_over(tmp_path, analyzer)
    assert answerer.ask("岚港码头吞吐多少万吨", asked_on=TODAY).found is False
    publish(tmp_path, [*REPORTS, article("harbour", "岚港码头全年吞吐960万吨。")], analyzer, version="000002")
    answer = answerer.ask("岚港码头吞吐多少万吨", asked_on=TODAY)
    assert (answer.index_version, first(answer), answer.found) == ("000002", ("harbour", "岚港码头全年吞吐960万吨。"), True)


def test_without_an_index_even_an_empty_question_says_so(tmp_path: Path, analyzer: Analyzer) -> None:
    answerer = answerer_over(tmp_path, analyzer)
    for question in ("园区", ""):
        with pytest.raises(IndexMissing, match="parkqa reindex"):
            answerer.ask(question)


def test_traditional_characters_are_as_close_in_meaning_as_simplified_ones(tmp_path: Path, analyzer: Analyzer) -> None:
    told = "飛雲湖園區擴建汙水處理廠，總投資九億元。"
    publish(tmp_path, [article("plant", told, title="飛雲湖園區擴建汙水處理廠")], analyzer)
    answerer = answerer_over(tmp_path, analyzer)
    for question in ("飛雲湖園區的汙水處理廠投資多少", "飞云湖园区的污水处理厂投资多少"):
        answer = answerer.ask(question, asked_on=TODAY)
        assert answer.quotes[0].text == told
    assert len({_cosine(answerer, question) for question in ("飛雲湖擴建什麼", "飞云湖扩建什么")}) == 1


def _cosine(answerer: Answerer, question: str) -> float:
    with answerer.index.open() as (_, snapshot):
        [[first, *_]] = answerer.search.rank_by_evidence([answerer.read_for(snapshot, question, TODAY)], snapshot)
    return first.evidence.features["cosine"]
