"""What an article tells nothing of, it does not answer."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.telling import Telling
from retrieval.ranking.untold_things import UntoldThings
from retrieval.text.analyzer import Analyzer


@pytest.mark.parametrize(
    ("question", "article", "untold"),
    [
        ("Does Qingping ETDZ have an airport?", "青屏经开区引进企业36家。", True),
        ("Does Qingping ETDZ have an airport?", "青屏经开区距空港20公里。", False),
        ("How many beds has the hospital in Qingping ETDZ?", "青屏经开区床位1280张，供职工住宿。", False),
        ("How many beds has the hospital in Qingping ETDZ?", "青屏经开區人民醫院開診。", False),
        ("How many beds has the hospital in Qingping ETDZ?", "青屏经开区宿舍120间。", True),
        ("How long is the tax holiday in Qingping ETDZ?", "青屏经开区税收9亿元，免租期2个月。", True),
        ("How much FDI came from Germany?", "德资占61%。", False),
        ("How much FDI came from Germany?", "实际使用外汇6000万美元。", True),
        ("How much FDI came in 2023?", "引进企业36家。", False),
        ("青屏经开区有机场吗", "青屏经开区引进企业36家。", True),
        ("青屏经开区有机场吗", "青屏经开区距空港20公里。", False),
        ("到地铁站怎么走", "班车往返高铁站。", True),
        ("食堂几点开门", "园区餐厅6点半营业。", False),
        ("税收多少", "园区餐厅6点半营业。", False),
        ("三期智能化是哪家公司中标的", "三期智能化系统公开招标，最高限价8000万元。", True),
        ("三期智能化是哪家公司中标的", "第一中标候选人为临川建工。", False),
        ("三期智能化是哪家公司中标的", "三期由临川建工承建。", False),
    ],
)
def test_things_that_an_article_does_not_tell_of(analyzer: Analyzer, question: str, article: str, untold: bool) -> None:
    things = UntoldThings(read_question(question, date(2026, 6, 15), analyzer))
    assert things.found_in(Telling(article, "", "青屏简报", article)) is untold
