from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from bot.terminal.printing.answer_panels import print_answer, source_line
from corpus.article import Article
from corpus.language.asking_words import Kind
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.answering.explanation import Explanation
from retrieval.question.understanding import NamedTime, Understanding
from retrieval.ranking.quote import Quote

TEXT = "南湖园区召开年会。会上奖励了12家企业。会后[bold]合影\x1b[31m。"
ARTICLE = Article("meeting", "年会[red]", TEXT, "南湖日报", date(2023, 3, 4), "https://example.org/1", (), "meeting.txt")
BARE = Article("bare", None, TEXT, None, None, None, (), "bare.txt")
QUOTE = Quote(ARTICLE, 0, len(TEXT), (Span(9, 20),), 0.5, ("b/reprint",), {"dense": 0.9, "lexical": 0.25})


def printed(answer: Answer, *, terminal: bool) -> str:
    stream = io.StringIO()
    print_answer(Console(file=stream, force_terminal=terminal, width=60, highlight=False, _environ={}), answer)
    return stream.getvalue()


def answer(*quotes: Quote, found: bool = True) -> Answer:
    return Answer("奖励了几家？", date(2023, 5, 1), quotes, 0.876, found, "000007", 12.345)


def test_in_a_pipe_the_quote_is_one_unbroken_line() -> None:
    lines = printed(answer(QUOTE), terminal=False).splitlines()
    assert lines[:4] == [
        "1  年会[red]",
        TEXT.replace("\x1b", "�"),
        "—— 南湖日报 · 2023-03-04 · https://example.org/1",
        "另有 1 家转载 also in: b/reprint",
    ]
    assert lines[-1] == "confidence 0.88 · index 000007 · 12 ms"


def test_on_a_terminal_the_answering_sentence_is_bold() -> None:
    text = printed(answer(QUOTE), terminal=True)
    assert "\x1b[1m会上奖励了12家企业。\x1b[0m" in text
    assert "南湖日报 · 2023-03-04" in text


@pytest.mark.parametrize("terminal", [True, False])
def test_no_control_sequence_of_an_article_reaches_the_terminal(terminal: bool) -> None:
    assert "\x1b[31m" not in printed(answer(QUOTE), terminal=terminal)


def test_nothing_found_names_the_nearest_articles_once() -> None:
    text = printed(answer(QUOTE, QUOTE, found=False), terminal=False)
    assert text.startswith("没有找到这个问题的答案。")
    assert text.count("年会[red]") == 1
    assert "奖励了12家" not in text


def test_nothing_found_in_an_empty_index() -> None:
    text = printed(answer(found=False), terminal=False)
    assert text.startswith("没有找到这个问题的答案。")
    assert "最接近" not in text


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("奖励了几家？", "我的理解：园区 南湖园区 · 时间 2022年 · 问的是 数字"),
        ("how many?", "What I understood: park 南湖园区 · time 2022 · asking for a number"),
    ],
)
def test_nothing_found_tells_what_was_understood_in_the_language_of_the_question(question: str, line: str) -> None:
    understood = Understanding(("南湖园区",), (NamedTime("去年", date(2022, 1, 1), date(2022, 12, 31)),), Kind.NUMBER)
    text = printed(replace(answer(QUOTE, found=False), question=question, understood=understood), terminal=False)
    assert text.splitlines()[1:3] == [line, "最接近的报道 Nearest articles:"]


def test_the_explanation_comes_last() -> None:
    lines = printed(replace(answer(), explanation=Explanation((), (), (), 0.5)), terminal=False).splitlines()
    assert lines[-3:] == ["confidence 0.88 · index 000007 · 12 ms", "", "found from 0.500 on"]


def test_a_source_without_address_is_its_file() -> None:
    assert source_line(BARE) == "bare.txt"
