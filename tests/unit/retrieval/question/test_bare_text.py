"""What people put around a question: it is gone from what models are asked, and changes nothing that is understood."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.bare_text import bare
from retrieval.question.reading import read_question
from retrieval.question.spelt_out import spelt_out
from retrieval.text.analyzer import Analyzer

PLAIN = "青岚经开区2023年税收多少"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "请问青岚经开区2023年税收多少？",
            "麻烦问下，青岚经开区2023年税收多少，谢谢",
            "你好！我想问一下，青岚经开区2023年税收多少？急，在线等",
        ),
        *(
            "青岚经开区2023年税收多少呢",
            "青岚经开区2023年税收多少啊……",
            "青岚经开区2023年税收多少？？？",
            "青岚经开区2023年税收多少🙏😊",
            "😊青岚经开区2023年税收多少",
        ),
        *(
            "@parkqa_bot 青岚经开区2023年税收多少",
            "青岚经开区２０２３年税收多少",
            "青岚经开区 2023 年税收多少",
            "青岚经开区\n2023年税收多少",
        ),
        *("帮我查查青岚经开区2023年税收多少哈", "青岚经开区2023年税收多少，辛苦了", "青岚经开区23 年税收多少?谢谢您了!"),
    ],
)
def test_a_question_is_the_same_with_what_is_put_around_it(typed: str, analyzer: Analyzer) -> None:
    question, plain = (read_question(text, date(2024, 6, 15), analyzer) for text in (typed, PLAIN))
    assert question.text == typed
    assert spelt_out(question) == question.in_full == PLAIN
    assert (question.plain, question.terms) == (plain.plain, plain.terms)
    assert (question.kind, question.unit, question.parks) == (plain.kind, plain.unit, plain.parks)


@pytest.mark.parametrize("thanks", ["", "，谢谢", "🙏", "……", "哈"])
def test_a_question_is_taken_apart_without_thanks(thanks: str, analyzer: Analyzer) -> None:
    parts = read_question(f"青岚经开区和青岚高新区2022年谁的税收高{thanks}", date(2024, 6, 15), analyzer).parts
    assert [part.text for part in parts] == ["青岚经开区2022年税收", "青岚高新区2022年税收"]


@pytest.mark.parametrize(
    "text",
    [
        "企业能不能申请补贴",
        *("青岚经开区谁负责应急", "青岚谁最辛苦", "青岚办证有什么麻烦", "青岚哪家企业生产毛呢", "青岚谁在会上致谢"),
        "青岚哈密瓜产量多少",
        "青岚产业 园区",
        "2022 2023年",
        "谢谢",
        "nh-207是什么药",
        "😊",
        "tell me the GDP of Qinglan, please 😊",
        "",
    ],
)
def test_what_is_asked_stays(text: str) -> None:
    assert bare(text) == text
