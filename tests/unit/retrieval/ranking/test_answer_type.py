"""Whether a sentence could hold what a question asks for."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.answer_type import AnswerType
from retrieval.text.analyzer import Analyzer


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
        ("签了多少个项目", "签约项目46个。", 1.0),
        ("签了多少个项目", "表彰企业46个。", 0.3),
        ("面积多少平方米", "面积三万平方米。", 1.0),
        ("增长率是多少", "产值增长12%。", 1.0),
        ("增长率是多少", "产值增长两成。", 1.0),
        ("增长率是多少", "回落12个百分点。", 1.0),
        ("增长率是多少", "3家企业参会。", 0.3),
        ("产值怎么样，是多少", "三家企业参会。", 1.0),
        ("有多少人", "聘请12名专家。", 1.0),
        ("占地多少平米", "占地3万平方米。", 1.0),
        ("审批要多久", "承诺3个工作日内办结。", 1.0),
        ("审批要多久", "审批流程优化。", 0.0),
        ("放行要多久", "平均3秒放行。", 1.0),
        ("有几个项目开工", "17个重大项目开工，税收回落8个百分点。", 1.0),
        ("有几个项目开工", "税收回落8个百分点。", 0.3),
        ("排名第几", "在国家级经开区中位列第12。", 1.0),
        ("排名第几", "排名上升。", 0.0),
        ("哪家企业获奖", "海棠科技股份有限公司获奖。", 1.0),
        ("哪家企业获奖", "多人获奖。", 0.0),
        ("联系电话是多少", "咨询电话：0951-5012345。", 1.0),
        ("联系电话是多少", "请与我们联系。", 0.0),
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
        ("What is the area of the plant?", "厂房3.2万平方米，投资2亿元。", 1.0),
        ("What is the area of the plant?", "占地86亩。", 1.0),
        ("What is the area of the plant?", "The plant covers 3,200 square metres.", 1.0),
        ("What is the area of the plant?", "A survey of 2022 found that 40 percent could use it.", 0.0),
        ("How many jobs did the fair offer?", "招聘会提供岗位1860个。", 1.0),
        ("介绍一下园区", "2022年3月15日，主任方晓讲话。", 0.0),
    ],
)
def test_agreement(analyzer: Analyzer, question: str, sentence: str, agreement: float) -> None:
    asked = read_question(question, date(2024, 6, 15), analyzer)
    assert AnswerType(asked).agreement(analyzer.normalize(sentence)) == pytest.approx(agreement)
