"""What is asked for by name and only counted in the answering sentence is named by the next."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.question.reading import read_question
from retrieval.ranking.listed_next import named_next
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage_facts import SentenceFacts

COUNTED = "青屏经开区检查118家企业,其中14家未达标。"
NAMED = "未达标企业主要在印染行业,包括旺达印染、金刚喷涂等。"


def named(analyzer: Analyzer, question: str, *sentences: str) -> bool:
    facts = [SentenceFacts(Span(100 * place, 100 * place + 90), text, plans=False) for place, text in enumerate(sentences)]
    found = named_next(read_question(question, date(2024, 8, 1), analyzer), facts, facts[0])
    return found is not None and found == facts[1].span


def test_the_next_sentence_names_them(analyzer: Analyzer) -> None:
    assert named(analyzer, "青屏经开区有哪些企业未达标", COUNTED, NAMED)
    assert named(analyzer, "青屏经开区哪些企业未达标", COUNTED, "分别为旺达印染、金刚喷涂。")


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("青屏经开区有多少家企业未达标", (COUNTED, NAMED)),
        ("青屏经开区有哪些企业未达标", (COUNTED,)),
        ("青屏经开区有哪些企业未达标", (COUNTED, "检查涉及粉尘、噪声和废水。")),
        ("青屏经开区有哪些企业未达标", ("旺达印染、金刚喷涂未达标。", "整改措施包括停产、罚款。")),
    ],
)
def test_nothing_is_added(analyzer: Analyzer, question: str, sentences: tuple[str, ...]) -> None:
    assert not named(analyzer, question, *sentences)
