from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from bot.messages.rendering import render_answer
from bot.terminal.printing.answer import print_answer
from bot.terminal.printing.drawing import draw
from bot.texts.zh import ZH
from corpus.article import Article
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.answering.explanation import Explanation
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.ranking.quote import Quote
from retrieval.text.analyzer import Analyzer

TEXT = "南湖园区召开年会。会上奖励了12家企业。会后[bold]合影\x1b[31m。"
ARTICLE = Article("meeting", "年会[red]", TEXT, "南湖日报", date(2023, 3, 4), "https://example.org/1", (), "meeting.txt")
BARE = Article("bare", None, TEXT, None, None, None, (), "bare.txt")
QUOTE = Quote(ARTICLE, 0, len(TEXT), (Span(9, 20),), 0.5, ("b/reprint",), {"dense": 0.9, "lexical": 0.25})


def printed(answer: Answer, *, terminal: bool) -> str:
    stream = io.StringIO()
    print_answer(Console(file=stream, force_terminal=terminal, width=60, highlight=False, _environ={}), answer, str)
    return stream.getvalue()


def answer(*quotes: Quote, found: bool = True) -> Answer:
    return Answer(Question("奖励了几家？", date(2023, 5, 1)), quotes, 0.876, found, "000007", 12.345)


def test_in_a_pipe_the_quote_is_one_unbroken_line() -> None:
    assert printed(answer(QUOTE), terminal=False).splitlines() == [
        f"▎ {TEXT}".replace("\x1b", "�"),
        "— 年会[red] · 南湖日报 · 2023-03-04 · 另有 1 家转载",
        "",
        "meeting.txt · https://example.org/1 · also in b/reprint",
        "confidence 0.88 · index 000007 · 12 ms",
    ]


def test_a_list_has_no_confidence_and_says_how_to_see_all_of_it() -> None:
    some, every = (printed(replace(answer(QUOTE), listed=count), terminal=False).splitlines() for count in (3, 1))
    assert some[-2:] == ["shown 1 of 3; all of them with --top 3", "index 000007 · 12 ms"]
    assert every[-2:] == ["meeting.txt · https://example.org/1 · also in b/reprint", "index 000007 · 12 ms"]


def test_on_a_terminal_the_answering_sentence_is_bold_and_the_title_leads_to_its_page() -> None:
    text = printed(answer(QUOTE), terminal=True)
    assert "\x1b[1m会上奖励了12家企业。\x1b[0m" in text
    assert ";https://example.org/1" in text


def test_on_a_terminal_what_the_quote_was_cut_from_is_dim_around_it() -> None:
    short = replace(QUOTE, start=9, end=20, cut_from=Span(0, len(TEXT)), answer=Span(14, 17))
    lines = printed(answer(short), terminal=True).splitlines()
    assert [line.split("▎ ")[1] for line in lines[:2]] == [
        "\x1b[0m\x1b[2m南湖园区召开年会。\x1b[0m",
        "\x1b[0m会上奖励了\x1b[1m12家\x1b[0m企业。",
    ]
    assert "\x1b[2m会后[bold]合影" in lines[2]


def test_in_a_pipe_only_the_quote_is_printed() -> None:
    short = replace(QUOTE, start=9, end=20, cut_from=Span(0, len(TEXT)))
    assert printed(answer(short), terminal=False).splitlines()[0] == "▎ 会上奖励了12家企业。"


def test_a_quote_looks_as_it_does_in_the_chat() -> None:
    stream = io.StringIO()
    draw(render_answer(answer(QUOTE), ZH), Console(file=stream, width=60, highlight=False))
    assert printed(answer(QUOTE), terminal=False).startswith(stream.getvalue())


def test_all_quotes_that_were_asked_for_are_printed() -> None:
    long = replace(ARTICLE, text="南湖园区召开年会。" * 300)
    quotes = [Quote(long, start, start + 1800, (), 0.5) for start in (0, 9, 18)]
    assert printed(answer(*quotes), terminal=False).count("▎ ") == 3


@pytest.mark.parametrize("terminal", [True, False])
def test_no_control_sequence_of_an_article_reaches_the_terminal(terminal: bool) -> None:
    assert "\x1b[31m" not in printed(answer(QUOTE), terminal=terminal)


def test_nothing_found_names_the_nearest_articles_once() -> None:
    text = printed(answer(QUOTE, QUOTE, found=False), terminal=False)
    assert text.startswith(ZH.not_found)
    assert text.count("年会[red]") == 1
    assert "奖励了12家" not in text


def test_nothing_found_in_an_empty_index() -> None:
    assert printed(answer(found=False), terminal=False).splitlines() == [ZH.not_found, "", "confidence 0.88 · index 000007 · 12 ms"]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("合肥经开区2022年奖励了几家？", "我的理解：园区 合肥经开区 · 时间 2022年 · 问的是 数字"),
        ("How many companies did Hefei ETDZ reward in 2022?", "What I understood: park Hefei ETDZ · time 2022 · asking for a number"),
    ],
)
def test_nothing_found_tells_what_was_understood_in_the_language_of_the_question(asked: str, line: str, analyzer: Analyzer) -> None:
    question = read_question(asked, date(2023, 5, 1), analyzer)
    text = printed(replace(answer(QUOTE, found=False), question=question), terminal=False)
    assert text.splitlines()[1] == line


def test_the_explanation_comes_last() -> None:
    lines = printed(replace(answer(), explanation=Explanation((), (), (), 0.5)), terminal=False).splitlines()
    assert lines[-3:] == ["confidence 0.88 · index 000007 · 12 ms", "", "found from 0.500 on"]


def test_an_article_without_address_is_named_by_its_file() -> None:
    assert printed(answer(Quote(BARE, 0, 9, (), 0.5)), terminal=False).splitlines()[-2] == "bare.txt"
