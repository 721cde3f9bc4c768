"""A sentence that lacks the answer by its own words is told from one that has it."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.lacking import LackingAnswer
from retrieval.ranking.telling import Telling
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)


def lacks(analyzer: Analyzer, question: str, sentence: str) -> bool:
    telling = Telling(analyzer.normalize(sentence), "", "", "")
    return LackingAnswer(read_question(question, TODAY, analyzer)).found_in(telling)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("倒闭的那家氢能企业叫什么名字", "基金投的一家氢能企业因市场不振关门。"),
        ("罗闻笛是从哪家国企来的", "罗闻笛2018年由管委会从一家国企请来，负责招商。"),
        ("青屏的外资银行叫什么", "青屏引进了外资银行1家，租赁公司46家。"),
        ("受处分的两名科员叫什么", "会议通报了对两名科员的处分，理由是迟到。"),
        ("青屏经开区招聘面试是哪天", "笔试定于4月8日，面试时间另行通知。"),
        ("得奖的几位工匠是谁", "工匠奖共评出十人，名单待公布。"),
        ("青屏经开区防汛值班电话是多少", "防汛办值班电话已向社会公布。"),
        ("青屏污水厂哪天通水", "青屏污水厂已按计划通水。"),
        ("青屏学校是哪年建的", "青屏学校由管委会出资兴建。"),
        ("青屏技能大赛第二名是谁", "技能大赛第一名由罗闻笛获得。"),
        ("青屏最大的数据中心是哪个", "岚舟中心是青屏第二大数据中心。"),
        ("青屏产值最高的企业是哪家", "青屏有企业17家，去年产值64亿元。"),
        ("岚氢动力第一条产线投了多少钱", "第二条产线投资6.8亿元。"),
        ("青屏经开区面积在全省排第几", "青屏经开区在全省考核中位列第九。"),
        ("青屏经开区在全国高新区里排第几", "青屏经开区在全省高新区中位列第九。"),
        ("青屏二号库比一号库多多少平方米", "二号库面积4万平方米，设恒温区。"),
        ("青屏隧道实际哪天通车的", "青屏隧道预计2024年11月通车，总投资4.6亿元。"),
    ],
)
def test_lacking(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert lacks(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("倒闭的那家氢能企业叫什么名字", "基金投的一家氢能企业“岚氢动力”因市场不振关门。"),
        ("青屏最早的氢能企业是哪家", "岚氢动力是青屏第一家氢能企业。"),
        ("青屏管招商的副主任是哪位", "匡立群管通关，另一位副主任梅舒扬管招商。"),
        ("青屏的外资银行叫什么", "青屏有外资银行2家，分别是东汇银行和远汇银行。"),
        ("青屏哪家食堂通宵开门", "青屏有食堂4家，其中北门店通宵营业。"),
        ("青屏经开区招聘笔试是哪天", "笔试定于4月8日，面试时间另行通知。"),
        ("岚氢动力首轮融资谁投的", "岚氢动力首轮融资由青屏基金领投，金额未披露。"),
        ("青屏经开区防汛值班电话是多少", "防汛办值班电话：0949-6612188。"),
        ("青屏污水厂哪天通水", "青屏污水厂端午节通水。"),
        ("青屏学校是哪年建的", "青屏学校去年由管委会出资兴建。"),
        ("青屏污水厂哪天通水", "The plant began work on May 28."),
        ("青屏有多少家企业", "青屏有企业780家。"),
        ("青屏技能大赛第二名是谁", "技能大赛第一、第二名由罗闻笛和梅舒扬获得。"),
        ("青屏最大的数据中心是哪个", "规模居首的是岚舟中心。"),
        ("岚氢动力第二条产线投了多少钱", "首条产线投资2亿元，第二条投资6.8亿元。"),
        ("青屏经开区第二十三次会议哪天开的", "会议7月27日召开。"),
        ("青屏经开区GDP在全省排第几", "青屏地区生产总值居全省第九。"),
        ("青屏二号库比一号库多多少平方米", "二号库面积4万平方米，较一号库多1万平方米。"),
        ("青屏隧道实际哪天通车的", "青屏隧道10月8日通车，比原计划早了一个月。"),
        ("青屏2023年实际投产几个项目", "投产19个，计划22个。"),
        ("青屏医院到底哪年能看病", "青屏医院计划2025年6月开诊。"),
    ],
)
def test_telling(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert not lacks(analyzer, question, sentence)
