"""What a question mentions, and where in the text as typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.times import TimeExpression
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)
PARKS = ("沐江经开区", "沐江高新区", "沐江经开区", "沐江高新区", "青屏经开区", "青屏经开区", "苏州工业园", "新兴产业园")


def known(analyzer: Analyzer) -> Gazetteer:
    return grown_from(PARKS, analyzer.normalize, analyzer.dictionary_words)


def read(text: str, analyzer: Analyzer) -> Question:
    return read_question(text, TODAY, analyzer, known(analyzer))


@pytest.mark.parametrize(
    ("text", "park", "meaning"),
    [
        ("沐江高新2022年税收是多少", "沐江高新", "沐江高新区"),
        ("青屏2023年孵化了多少家企业", "青屏", "青屏经开区"),
        ("How many companies did Mujiang ETDZ reward in 2022", "Mujiang ETDZ", "沐江经开区"),
        ("沐江国家级经开区2022年税收", "沐江国家级经开区", "沐江经开区"),
        ("銀川經濟技術開發區２０２２年的稅收", "銀川經濟技術開發區", "银川经开区"),
        ("沐江ETDZ的税收", "沐江ETDZ", "沐江经开区"),
        ("新兴产业园的税收", "新兴产业园", "新兴产业园"),
        ("请问贵单位沐江经开区的税收", "沐江经开区", "沐江经开区"),
        ("税收比云澜经开区高吗", "云澜经开区", "云澜经开区"),
    ],
)
def test_a_park_as_typed_and_what_it_means(text: str, park: str, meaning: str, analyzer: Analyzer) -> None:
    assert [(mention.text, mention.meaning) for mention in read(text, analyzer).of(MentionKind.PARK)] == [(park, meaning)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("蘇州的呢", [("place", "蘇州"), ("asking", "的呢")]),
        ("高新區的呢", [("park kind", "高新區"), ("asking", "的呢")]),
        ("沐江高新2022年税收是多少", [("park", "沐江高新"), ("time", "2022年"), ("matter", "税收"), ("asking", "是多少")]),
        ("《园区条例》的第3条", [("name", "《园区条例》"), ("matter", "第"), ("figure", "3"), ("matter", "条")]),
        ("", []),
    ],
)
def test_every_word_is_mentioned_once(text: str, mentions: list[tuple[str, str]], analyzer: Analyzer) -> None:
    assert [(mention.kind.value, mention.text) for mention in read(text, analyzer).mentions] == mentions


def test_a_time_is_resolved_where_it_stands(analyzer: Analyzer) -> None:
    (time,) = read("沐江去年的税收", analyzer).of(MentionKind.TIME)
    assert time.meaning == TimeExpression(date(2023, 1, 1), date(2023, 12, 31), time.span)
    assert time.text == "去年"


PIECES = st.sampled_from(["沐江", "高新区", "国家级", "經開區", "２０２２年", "㍻", "ﷺ", "\ud800", "é", "和", "的", "what about ", "呢"])


@given(st.text(st.characters(), max_size=60) | st.lists(PIECES, max_size=12).map("".join))
def test_mentions_are_spans_of_the_text_in_order(analyzer: Analyzer, text: str) -> None:
    mentions = read(text[:16], analyzer).mentions
    assert all(mention.text == text[slice(*mention.span)] != "" for mention in mentions)
    ends = [0, *(mention.span.end for mention in mentions)]
    assert all(end <= mention.span.start for end, mention in zip(ends, mentions, strict=False))


@pytest.mark.parametrize(
    ("text", "number", "left"),
    [
        ("银川经开区2022年奖励了多少家企业", 0, "2022年奖励了多少家企业"),
        ("银川经开区2022年奖励了多少家企业", 1, "银川经开区奖励了多少家企业"),
        ("2022年的税收是多少", 0, "税收是多少"),
        ("截至2022年底，沐江经开区有多少家企业", 0, "沐江经开区有多少家企业"),
        ("How many firms did it reward in 2022?", 0, "How many firms did it reward?"),
        ("沐江经开区2021年和2022年的税收", 1, "沐江经开区2022年的税收"),
        ("沐江经开区2021年和2022年的税收", 2, "沐江经开区2021年税收"),
        ("沐江经开区2021年与企业签约", 1, "沐江经开区与企业签约"),
        ("Mujiang ETDZ's exports in 2022 and 2023", 2, "Mujiang ETDZ's exports in 2022"),
    ],
)
def test_a_park_or_a_time_is_taken_out(text: str, number: int, left: str, analyzer: Analyzer) -> None:
    question = read(text, analyzer)
    assert question.without(question.of(MentionKind.PARK, MentionKind.TIME)[number]) == left


def test_all_of_them_are_taken_out_at_once(analyzer: Analyzer) -> None:
    question = read("2021年，沐江和青屏的税收分别是多少", analyzer)
    assert question.without(*question.of(MentionKind.PARK, MentionKind.TIME)) == "税收分别是多少"
