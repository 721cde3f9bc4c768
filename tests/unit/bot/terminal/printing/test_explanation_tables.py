from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

from rich.cells import cell_len
from rich.console import Console

from bot.settings.language import Language
from bot.terminal.printing.explanation_tables import DROPPED_SHOWN, print_explanation
from bot.texts.tables import saying
from retrieval.answering.explanation import (
    Contribution,
    Dropped,
    DropReason,
    Explanation,
    Folding,
    PartConfidence,
    PassagesRead,
    Preference,
    QuoteExplanation,
)
from retrieval.question.understanding import NamedTime
from retrieval.ranking.term_weights import SoughtTerm
from retrieval.ranking.time_agreement import ToldTime

YEAR = (date(2023, 1, 1), date(2023, 12, 31))
QUOTE = QuoteExplanation(
    article="a/report",
    part="去年招了几家？",
    place=2,
    score=4.5,
    sentence="去年招商46家。\n",
    features=(Contribution("cosine", 0.9, 5.0, 4.5), Contribution("time", 0.5, 1.0, 0.5), Contribution("other park", 1.0, -0.5, -0.5)),
    words=(SoughtTerm("招商", 2.5, True, False), SoughtTerm("东澜", 3.25, False, True), SoughtTerm("外资", 4.0, False, False)),
    bigrams=(SoughtTerm("招商", 2.5, True, True), SoughtTerm("外资", 4.0, False, False)),
    times_asked=(NamedTime("去年", *YEAR),),
    times_told=(
        ToldTime("三月", date(2024, 3, 1), date(2024, 3, 31), 0.0),
        ToldTime("2023年", *YEAR, 1.0),
        ToldTime(None, date(2023, 2, 1), date(2023, 2, 1), 0.3),
    ),
    parks_asked=("东澜园区",),
    parks_told=("东澜产业园",),
    folding=Folding(("b", "c"), Preference.OFFICIAL, "b"),
)
DROPPED = Dropped("去年招了几家？", 3, 4.25, "d[bold]", 10, 90, DropReason.BELOW, None)
SIGNALS = (Contribution("lead", 2.0, 0.75, 1.5),)
EXPLANATION = Explanation((QUOTE,), (DROPPED,), (PartConfidence("去年招了几家？", SIGNALS, -1.0, 0.5, 0.622459),), 0.4)


def shown(explanation: Explanation, width: int = 100, language: Language = "en") -> list[str]:
    """The lines, each with single spaces."""
    stream = io.StringIO()
    print_explanation(Console(file=stream, width=width, highlight=False, _environ={}), explanation, saying(language))
    lines = stream.getvalue().splitlines()
    assert all(cell_len(line) <= width for line in lines)
    return [" ".join(line.split()) for line in lines]


def test_the_sum_behind_a_score() -> None:
    lines = shown(EXPLANATION)
    start = lines.index("evidence weight quote 1 adds")
    assert lines[start + 2 : start + 6] == [
        "cosine 5.000 0.9000 4.500",
        "time 1.000 0.5000 0.500",
        "other park -0.500 1.0000 -0.500",
        "sum 4.500",
    ]


def test_quotes_stand_side_by_side_three_at_a_time() -> None:
    lower = replace(QUOTE, features=(Contribution("time", 1.0, 1.0, 1.0), Contribution("cosine", 0.8, 5.0, 4.0)))
    lines = shown(replace(EXPLANATION, quotes=(QUOTE, lower, QUOTE, lower)))
    assert "evidence weight quote 1 adds quote 2 adds quote 3 adds" in lines
    assert "cosine 5.000 0.9000 4.500 0.8000 4.000 0.9000 4.500" in lines
    assert "evidence weight quote 4 adds" in lines
    assert "sum 4.500 5.000 4.500" in lines


def test_what_was_found_in_a_quote() -> None:
    lines = shown(EXPLANATION)
    start = lines.index("Quote 1: a/report, place 2, score 4.500")
    assert lines[start + 2 : start + 15] == [
        "best sentence 去年招商46家。",
        "words in it 招商 2.50",
        "words in its context 东澜 3.25",
        "words it lacks 外资 4.00",
        "bigrams it lacks 外资 4.00",
        "times asked for 去年 (2023-01-01 – 2023-12-31)",
        "times that fit 2023年 (2023-01-01 – 2023-12-31) 1.00 · published (2023-02-01) 0.30",
        "times that do not 三月 (2024-03-01 – 2024-03-31)",
        "parks asked for 东澜园区",
        "parks told 东澜产业园",
        "also told in b · c",
        "shown because an office or a park published it itself",
        "in the place of b",
    ]


def test_rows_without_anything_to_say_are_left_out() -> None:
    bare = replace(QUOTE, words=(), bigrams=(), times_asked=(), times_told=(), parks_asked=(), folding=None)
    lines = shown(replace(EXPLANATION, quotes=(bare,)))
    start = lines.index("Quote 1: a/report, place 2, score 4.500")
    assert lines[start + 2 : start + 5] == ["best sentence 去年招商46家。", "", "Not quoted"]


def test_what_was_dropped_and_why() -> None:
    dropped = (
        replace(DROPPED, place=1, reason=DropReason.NEAR_DUPLICATE, quote=1),
        replace(DROPPED, place=3, reason=DropReason.QUOTED, quote=2),
        replace(DROPPED, place=4, reason=DropReason.NEAR_DUPLICATE),
        replace(DROPPED, place=5, reason=DropReason.CONTRADICTS),
        replace(DROPPED, place=6),
    )
    lines = shown(replace(EXPLANATION, dropped=dropped))
    start = lines.index("place score article characters why")
    assert lines[start + 2 : start + 7] == [
        "1 4.250 d[bold] 10-90 a reprint of quote 1",
        "3 4.250 d[bold] 10-90 its sentence stands in or around quote 2",
        "4 4.250 d[bold] 10-90 a reprint of what is not quoted",
        "5 4.250 d[bold] 10-90 of another time, park or office than asked for",
        "6 4.250 d[bold] 10-90 after the last quote",
    ]


def test_only_the_best_of_what_was_dropped_is_named() -> None:
    lines = shown(replace(EXPLANATION, dropped=tuple(replace(DROPPED, place=place) for place in range(2, DROPPED_SHOWN + 5))))
    assert f"{DROPPED_SHOWN + 1} 4.250 d[bold] 10-90 after the last quote" in lines
    assert "and 3 more" in lines
    assert not any(line.startswith(f"{DROPPED_SHOWN + 2} ") for line in lines)


def test_the_sum_behind_the_confidence() -> None:
    lines = shown(EXPLANATION)
    start = lines.index("How sure")
    assert lines[start + 2] == "evidence weight value adds"
    assert lines[start + 4 : start + 8] == ["lead 0.750 2.0000 1.500", "bias -1.000", "sum 0.500", "confidence 0.622"]
    assert lines[-1] == "found from 0.400 on"


def test_the_parts_of_a_question() -> None:
    parts = (*EXPLANATION.confidence, PartConfidence("前年招了几家？", (), -1.0, -1.0, 0.268941))
    lines = shown(replace(EXPLANATION, confidence=parts, dropped=(DROPPED, replace(DROPPED, part="前年招了几家？"))))
    assert "answers part 1: 去年招了几家？" in lines
    assert lines.index("part 1: 去年招了几家？") < lines.index("part 2: 前年招了几家？")
    assert "evidence weight part 1 adds part 2 adds" in lines
    assert "confidence 0.622 0.269" in lines
    assert lines[-1] == "found from 0.400 on, the mean of all parts"


def test_nothing_that_was_written_outside_reaches_the_terminal_as_control() -> None:
    sly = replace(QUOTE, article="x\x1b[31m", sentence="红\x1b[31m字")
    stream = io.StringIO()
    print_explanation(Console(file=stream, width=100, force_terminal=True, _environ={}), replace(EXPLANATION, quotes=(sly,)), str)
    assert "\x1b[31m" not in stream.getvalue()
    assert "x�[31m" in stream.getvalue()


def test_in_chinese_all_of_it() -> None:
    dropped = (DROPPED, replace(DROPPED, reason=DropReason.NEAR_DUPLICATE, quote=1))
    parts = (*EXPLANATION.confidence, PartConfidence("前年招了几家？", (), -1.0, -1.0, 0.268941))
    read = (PassagesRead("去年招了几家？", 2, in_time=False),)
    lines = shown(replace(EXPLANATION, dropped=dropped, confidence=parts, read=read), language="zh")
    start = lines.index("依据 权重 摘录 1 贡献")
    assert lines[start + 2 : start + 4] == ["语义接近 5.000 0.9000 4.500", "时间相符 1.000 0.5000 0.500"]
    assert "摘录 1：a/report，第 2 名，得分 4.500" in lines
    assert "选它是因为 机关或园区自己发布" in lines
    assert "3 4.250 d[bold] 10-90 与摘录 1 雷同" in lines
    assert lines[-2:] == ["为第 1 问：去年招了几家？读了 2 段，时间用完了", "把握到 0.400 才算找到（各问的平均）"]
    english = re.compile("[A-Za-z]{3,}")
    assert [line for line in lines if english.search(line.replace("a/report", "").replace("d[bold]", ""))] == []
