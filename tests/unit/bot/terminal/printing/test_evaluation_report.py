from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from bot.settings.language import Language
from bot.terminal.printing.evaluation_report import OF_GROUPS, kinds_table, measures_table
from bot.texts.tables import chinese_words, saying
from retrieval.evaluation.evaluation import Evaluation
from retrieval.ranking.confidence import BIAS, LEAD
from retrieval.ranking.features import FEATURES
from tests.question_outcomes import outcome, quote

EVALUATION = Evaluation("旧港", (outcome(quote("a"), id_="q1"), outcome(quote("b"), relevant=(), answers=(), id_="q2", kind="数")))


def shown(language: Language) -> list[str]:
    stream = io.StringIO()
    console = Console(file=stream, width=160, highlight=False, _environ={})
    for table in (measures_table, kinds_table):
        console.print(table(EVALUATION, saying(language)))
    return [" ".join(re.sub("[│┃]", " ", line).split()) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "旧港: 2 questions",
                "measure value 95 % interval",
                "answer in quote@1 1.000 1.000 – 1.000",
                "median time 1 ms",
                "median length of a right first quote 18",
            ],
        ),
        ("zh", ["旧港：2 题", "指标 数值 95% 区间", "第 1 条有答案 1.000 1.000 – 1.000", "用时中位数 1 ms", "答对的首条引文字数中位数 18"]),
        (
            "zh-hant",
            ["舊港：2 題", "指標 數值 95% 區間", "第 1 條有答案 1.000 1.000 – 1.000", "用時中位數 1 ms", "答對的首條引文字數中位數 18"],
        ),
    ],
)
def test_measures_in_the_language_of_the_reader(language: Language, lines: list[str]) -> None:
    said = shown(language)
    assert [line for line in lines if line not in said] == []


def test_everything_that_stands_in_a_table_has_a_chinese_word() -> None:
    words = chinese_words()
    assert [name for name in (*FEATURES, LEAD, BIAS, *OF_GROUPS, *EVALUATION.values) if name not in words] == []
    for name, _ in EVALUATION.measures.items():
        assert saying("zh")(name) != name or not re.search("[a-z]{4}", name), name


def test_what_nobody_translates_stays() -> None:
    assert saying("zh")("number") == "number"
