"""What is known of a passage before any question is asked."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.language.times import TimeExpression
from retrieval.text.analyzer import Analyzer
from retrieval.text.context import with_context
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, facts_of, with_times
from retrieval.text.splitter import sentences, split
from retrieval.text.told_times import told_times
from tests.park_reports import article

PUBLISHED = date(2022, 2, 9)
LONG = article(
    "long",
    "会议昨日召开。\n" + "来宾參觀了廠房。" * 30 + "\n去年獎勵企業３６家，比2020年多５家。2023年预计投产一千三百万元。",
    title="青屏经开区2021年总结",
    published=PUBLISHED,
    parks=("青屏经开区",),
)


def days(times: tuple[TimeExpression, ...]) -> list[date]:
    return [time.first for time in times]


def last_passage(analyzer: Analyzer) -> PassageFacts:
    return list(facts_of(split(LONG), analyzer))[-1]


def test_a_sentence_has_its_normal_form_its_plans_and_its_own_times(analyzer: Analyzer) -> None:
    *_, result, plan = last_passage(analyzer).sentences
    assert (result.text, result.plans) == ("去年奖励企业36家,比2020年多5家。", False)
    assert [(LONG.text[slice(*time.span)], time.first) for time in result.times] == [("去年", date(2021, 1, 1))]
    assert (plan.text, plan.plans) == ("2023年预计投产13000000元。", True)
    assert [(LONG.text[slice(*time.span)], time.first) for time in plan.times] == [("2023年", date(2023, 1, 1))]


def test_blanks_beside_figures_are_none_of_the_normal_form(analyzer: Analyzer) -> None:
    spaced, closed = (article("a", text, published=PUBLISHED) for text in ("新增企业 24 家，增长 19.5 %。", "新增企业24家，增长19.5%。"))
    [one], [other] = (list(facts_of(split(each), analyzer)) for each in (spaced, closed))
    assert one.text == other.text
    assert one.passage.text == spaced.text


def test_a_year_that_a_figure_is_compared_with_is_not_told(analyzer: Analyzer) -> None:
    told = told_times("产值比去年增长一成，去年同期为三亿元，今年为四亿元。", PUBLISHED)
    assert [time.first.year for time in told] == [2022]


def test_the_times_of_the_context_stand_apart(analyzer: Analyzer) -> None:
    facts = last_passage(analyzer)
    line = with_context(Passage(LONG, 0, 0))
    assert [(line[slice(*time.span)], time.first) for time in facts.context_times] == [
        ("2021年", date(2021, 1, 1)),
        ("2022年2月", date(2022, 2, 1)),
    ]


def test_every_passage_of_an_article_shares_its_facts(analyzer: Analyzer) -> None:
    facts = list(facts_of([*split(LONG), *split(article("other", "食堂换了灶具。"))], analyzer))
    assert len({id(each.article) for each in facts[:-1]}) == 1 < len(facts) - 1
    assert facts[-1].article.context == ""


def test_what_an_article_without_a_date_tells_depends_on_the_day_of_asking(analyzer: Analyzer) -> None:
    (facts,) = facts_of(split(article("undated", "去年新增企业。2019年没有。")), analyzer)
    assert [sentence.times for sentence in facts.sentences] == [(), ()]
    for year in (2022, 2024):
        asked = with_times(facts, date(year, 5, 1))
        assert [days(sentence.times) for sentence in asked.sentences] == [[date(year - 1, 1, 1)], [date(2019, 1, 1)]]


def test_a_passage_in_english_has_no_chinese_character(analyzer: Analyzer) -> None:
    facts = facts_of([*split(article("en", "The park opened in 2021.")), *split(LONG)], analyzer)
    assert [each.chinese for each in facts] == [False, *[True] * len(split(LONG))]


PIECES = st.sampled_from(
    ["2021年", "去年", "三月", "比", "同期", "今年以来", "。", "，", "\n", " ", "1,300", "万元", "will", "last year", "園區", "\u3000", "!"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(title=st.none() | TEXTS, text=TEXTS)
def test_the_times_of_sentences_and_context_are_those_of_the_whole(analyzer: Analyzer, title: str | None, text: str) -> None:
    told = article("a", text, title=title, published=PUBLISHED)
    passage = Passage(told, 0, len(text))
    (facts,) = facts_of([passage], analyzer)
    own = [time for sentence in facts.sentences for time in sentence.times]
    whole = told_times(with_context(passage), PUBLISHED)
    assert [(time.first, time.last) for time in (*facts.context_times, *own)] == [(time.first, time.last) for time in whole]
    assert [sentence.span for sentence in facts.sentences] == sentences(text)
    assert facts.text.split("\n") == ([sentence.text for sentence in facts.sentences] or [""])
