"""Whether a sentence could hold what a question asks for."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.analyzer import Analyzer
from retrieval.answer_type import answer_type_agreement
from retrieval.question import understand


@pytest.mark.parametrize(
    ("question", "sentence", "agreement"),
    [
        ("表彰了多少家企业", "会议表彰了44家企业。", 1.0),
        ("表彰了多少家企业", "会议表彰了四十四家企业。", 1.0),
        ("表彰了多少家企业", "会议表彰了40余家企业。", 1.0),
        ("表彰了多少家企业", "会议用了44分钟。", 0.3),
        ("表彰了多少家企业", "会议表彰了企业。", 0.0),
        ("投资多少亿元", "总投资达1,376.5亿元。", 1.0),
        ("投资多少元", "总投资3.2亿元。", 1.0),
        ("拿出多少钱", "拿出950万元奖励。", 1.0),
        ("有几个项目开工", "36个项目集中开工。", 1.0),
        ("有几个项目开工", "新开工36项。", 1.0),
        ("面积多少平方米", "面积三万平方米。", 1.0),
        ("增长率是多少", "产值增长12%。", 1.0),
        ("增长率是多少", "三家企业参会。", 1.0),
        ("增长率是多少", "产值增长较快。", 0.0),
        ("什么时候开工", "工程于3月15日开工。", 1.0),
        ("什么时候开工", "工程年底开工。", 1.0),
        ("什么时候开工", "工程已经开工。", 0.0),
        ("主任是谁", "管委会主任方晓讲话。", 1.0),
        ("主任是谁", "会议圆满结束。", 0.0),
        ("为什么停产", "由于设备检修，工厂停产。", 1.0),
        ("为什么停产", "工厂停产。", 0.0),
        ("园区在哪里", "园区位于城东。", 1.0),
        ("有哪些产业", "有电子、纺织、食品、物流四个产业。", 1.0),
        ("有哪些产业", "有电子、纺织两个产业。", 1 / 3),
        ("有哪些产业", "产业很多。", 0.0),
        ("介绍一下园区", "2022年3月15日，主任方晓讲话。", 0.0),
    ],
)
def test_agreement(analyzer: Analyzer, question: str, sentence: str, agreement: float) -> None:
    asked = understand(question, date(2024, 6, 15), analyzer)
    assert answer_type_agreement(asked, analyzer.normalize(sentence)) == pytest.approx(agreement)
