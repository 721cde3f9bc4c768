"""A figure that stands in the part of a sentence on another phase, company or item answers nobody who asks for this one."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.slots import ANSWER_LACKING, Slots
from retrieval.ranking.telling import Telling
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)
TITLE = "青屏经开区简报"


def lacks(analyzer: Analyzer, question: str, sentence: str, before: str = "", after: str = "") -> bool:
    slots = Slots(read_question(question, TODAY, analyzer), analyzer.dictionary_words, lambda _: True)
    telling = Telling(*map(analyzer.normalize, (sentence, before, TITLE)), article=f"{before}{sentence}{after}", start=len(before))
    return slots.contradicted(telling)[ANSWER_LACKING] == 1


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("曦禾储能二期年产多少万套", "曦禾储能一期年产储能柜3.6万套，去年投产；二期视订单再定。", ""),
        ("青屏产业园三期什么时候建成", "二期已于2025年3月建成，三期正在征地。", ""),
        ("青屏货轮第一艘合同额多少欧元", "该船长198米，合同额2400万欧元；去年交付的第一艘略小。", "船厂昨天交付了第二艘货轮。"),
        ("曦禾储能总投资多少", "汀鲜食品罐头项目总投资9亿元，曦禾储能的项目也在当天签约。", ""),
        ("曦禾储能投资多少钱", "岚图照明投资9亿元，年产灯具40万套；曦禾储能租用3号厂房，不产生排放。", ""),
        ("青屏综保区对东盟出口多少亿元", "对欧盟出口31亿元，增长7%；对东盟增长26%。", ""),
        ("青屏人才政策里本科每月补多少元", "硕士每月补贴1500元，本科可优先落户。", ""),
        ("青屏码头二期配套仓库多大", "码头一期有泊位3个，配套仓库4万平方米；二期2个泊位正在审批。", ""),
        ("青屏综保区对东盟出口额多少", "外贸出口62亿元，其中对东盟出口增长26%。", ""),
        ("青屏登记了技术合同多少份", "技术合同成交额19亿元，新认定研究院6家。", ""),
        ("青屏全程马拉松有多少人报名", "半程马拉松报名3200人。", ""),
        ("青屏公寓一期单独多少套", "公寓一期、二期合计960套，三期尚未开工。", ""),
        ("青屏“金梭奖”每家奖金多少", "“金锚奖”给了5支船队，每支奖金3万元；“金梭奖”给了3个布坊。", ""),
        ("环湖驿站歇业几天", "山前酒坊修屋顶，歇业9天；环湖驿站换了招牌，照常开门。", ""),
        ("晴川供汽站要投多少钱", "赛艇中心投资3亿元，还要添一座晴川供汽站，每户可省90元。", ""),
        ("环湖展馆占地多少亩", "山前展馆占地54亩，以瓷器见长；环湖展馆正在布展，可容纳3000人。", ""),
        ("青屏综保区和韩国做了多少亿生意", "对欧盟进出口31亿元，居首位；对韩国进出口下降6%。", ""),
        ("曦禾药业Ⅱ期临床奖多少", "曦禾药业做完Ⅲ期临床，奖励400万元。", ""),
        ("青屏二店哪天开业", "青屏一店中秋节开业，门口排起长队。", ""),
        ("青屏2025年秋季签约几个项目", "青屏2025年春季一共签约9个项目。", ""),
    ],
)
def test_a_neighbours_figure(analyzer: Analyzer, question: str, sentence: str, before: str) -> None:
    assert lacks(analyzer, question, sentence, before)


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("曦禾储能二期年产多少万套", "曦禾储能一期年产储能柜3.6万套，二期5万套。", ""),
        ("曦禾储能二期年产多少万套", "曦禾储能一期、二期均年产储能柜4万套，三期尚未开工。", ""),
        ("曦禾储能一二期花了多少钱", "一、二期投资3.2亿元，三期投资1.7亿元。", ""),
        ("曦禾储能二期投资多少钱", "一至三期投资5.2亿元。", ""),
        ("青屏货轮第二艘合同额多少欧元", "该船长198米，合同额2400万欧元；去年交付的第一艘略小。", "船厂昨天交付了第二艘货轮。"),
        ("曦禾储能总投资多少", "汀鲜食品罐头项目总投资9亿元，曦禾储能总投资4亿元。", ""),
        ("曦禾储能总投资多少", "总投资9亿元，由岚图照明与曦禾储能合建。", ""),
        ("产业基金花多少钱入股曦禾储能", "曦禾储能发行前由岚图照明持股58%；岚图产业基金以1.5亿元入股。", ""),
        ("硕士在青屏一个月补多少", "博士每月2000元，硕士每月1200元，最长发放36个月。", ""),
        ("青屏码头二期配套仓库多大", "码头一期配套仓库4万平方米，二期5万平方米。", ""),
        ("青屏综保区对东盟出口额多少", "外贸出口62亿元，其中对东盟出口21亿元，增长26%。", ""),
        ("青屏登记了技术合同多少份", "登记技术合同362件，成交额19亿元。", ""),
        ("青屏公寓一期二期一共多少套", "公寓一期、二期合计960套，三期尚未开工。", ""),
        ("青屏“金梭奖”每家奖金多少", "“金锚奖”给了5支船队，每支奖金3万元；“金梭奖”给了3个布坊，每家奖金8000元。", ""),
        ("环湖驿站歇业几天", "山前酒坊照常开门；环湖驿站修屋顶，歇业9天。", ""),
        ("晴川供汽站要投多少钱", "赛艇中心明年开门，还要添一座晴川供汽站，投资3亿元。", ""),
        ("环湖展馆占地多少亩", "环湖展馆正在布展；占地54亩的环湖展馆由国资建设。", ""),
        ("环湖展馆投资多少钱", "环湖展馆今天开工；项目总投资9亿元。", ""),
        ("曦禾药业Ⅲ期临床奖多少", "曦禾药业做完Ⅲ期临床，奖励400万元。", ""),
        ("青屏一店哪天开业", "青屏一店中秋节开业，门口排起长队。", ""),
    ],
)
def test_the_figure_of_what_is_asked(analyzer: Analyzer, question: str, sentence: str, before: str) -> None:
    assert not lacks(analyzer, question, sentence, before)


def test_who_is_named_only_further_down_has_nothing_told_before(analyzer: Analyzer) -> None:
    before, after = "岚图照明有限公司在青屏建厂八年。", "对手曦禾储能也在扩产。"

    assert lacks(analyzer, "曦禾储能有多少研发人员", "公司有员工820人，研发人员156人。", before, after)


@pytest.mark.parametrize(
    ("question", "before", "after"),
    [
        ("曦禾储能有多少研发人员", "曦禾储能在青屏建厂八年。", ""),
        ("曦禾储能有多少研发人员", "园区八年前还是荒地。", "曦禾储能也在扩产。"),
        ("罗闻笛有多少研发人员", "岚图照明有限公司在青屏建厂八年。", "罗闻笛说，还不够。"),
    ],
)
def test_what_may_be_told_of_the_one_asked_about(analyzer: Analyzer, question: str, before: str, after: str) -> None:
    assert not lacks(analyzer, question, "公司有员工820人，研发人员156人。", before, after)
