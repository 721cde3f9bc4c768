"""A sentence that tells of another time than the one asked for does not answer."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.time_contradiction import TimeContradiction
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage_facts import facts_of
from retrieval.text.splitter import split
from tests.park_reports import article

TODAY = date(2026, 6, 15)


def contradicted(analyzer: Analyzer, question: str, sentence: str, title: str = "青屏经开区简报") -> bool:
    """Whether the last sentence of a report of January 2024 contradicts a question."""
    report = article("report", sentence, title=title, published=date(2024, 1, 18))
    facts = list(facts_of(split(report), analyzer))[-1]
    return TimeContradiction(read_question(question, TODAY, analyzer)).found_in(facts.sentences[-1], facts.article, report.published)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏经开区2024年签约多少个项目", "2023年签约61个项目。"),
        ("青屏经开区24年GDP多少", "去年地区生产总值400亿元。"),
        ("青屏经开区2023年签约多少个项目", "2023年上半年签约30个项目。"),
        ("青屏经开区2023年上半年签约多少个项目", "2023年签约61个项目。"),
        ("青屏经开区2023年签约多少个项目", "2023年力争签约70个项目。"),
        ("青屏经开区2023年10月用电多少", "1—10月，用电8亿千瓦时。"),
        ("青屏经开区2023年签约目标是多少个", "2023年签约61个项目。"),
        ("青屏经开区今年签约多少个项目", "今年签约3个项目。"),
        ("青屏经开区去年签约多少个项目", "去年签约61个项目。"),
        ("2025年工作会议表彰了多少家企业", "会议表彰36家企业。1月17日，2024年工作会议召开。"),
        ("去年工作会议表彰了多少家企业", "1月17日，2024年工作会议召开，这是“十四五”以来第一次，表彰36家企业。"),
        ("青屏经开区2022年度表彰了多少家企业", "会议表彰2023年度先进企业36家。"),
        ("青屏经开区2024年全年税收最后完成了多少", "会议明确，2024年税收达到28亿元。"),
        ("2023年工作会议表彰了多少家企业", "1月17日，青屏经开区召开2024年度工作会议，回顾过去一年的成绩。会上表彰36家企业。"),
        ("青屏综保区2024年进出口总值是多少", "全区现有企业27家，去年进出口总值达九十三亿元。"),
        ("青屏综保区2024年进出口总值是多少", "1月15日，商会到访。区内现有企业27家，去年进出口总值达九十三亿元。"),
        ("2021年那次废水超标罚了多少钱", "2023年8月废水超标，被罚款41万元。"),
        ("青屏经开区2022年绿电占比多少", "绿电占比由2021年的23%提高到2023年的64%。"),
        ("青屏经开区2021年绿电占比多少", "绿电占比2022年提高到41%，2023年提高到64%。"),
        ("青屏经开区2023年税收比2021年多多少", "2021年税收21亿元。"),
        ("青屏经开区占比2022年是多少", "2023年出口占比31%。"),
        ("青屏综保区到2020年6月累计进出口多少", "自2022年4月8日封关以来，累计进出口73亿元。"),
        ("青屏经开区3月新开的公交去哪里", "2023年5月6日，经开区新开公交两条。"),
        ("青屏经开区2022年争取资金多少", "2023年争取上级资金7.1亿元。"),
        ("青屏经开区2023年试飞多少架次", "截至9月30日，2023年前九个月试飞187架次。"),
        ("青屏经开区2024年全年签约多少个项目", "今年全区签约3个项目。"),
        ("青屏经开区2024年全年实际签约多少个项目", "2024年全年要签约90个项目。"),
        ("How many projects were signed over the whole of 2024", "今年全区签约3个项目。"),
        ("How much tax did it actually pay in 2024", "会议明确，2024年税收达到28亿元。"),
        ("How many firms were there at the end of 2024", "区内已有企业9家。"),
        ("青屏经开区2024年末有多少家企业", "区内已有企业9家。"),
    ],
)
def test_another_time(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert contradicted(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏经开区2023年全年试飞多少架次", "2023年全年试飞187架次，12月31日那天试飞3架次。"),
        ("青屏经开区2023年9月30日有多少家企业", "截至9月30日，有企业187家，前三季度新增企业12家。"),
        ("青屏经开区2024年签约多少个项目", "今年全区签约3个项目。"),
        ("青屏经开区2023年签约多少个项目", "去年签约61个项目。"),
        ("2024年工作会议表彰了多少家企业", "1月17日，青屏经开区召开2024年度工作会议，回顾过去一年的成绩。会上表彰36家企业。"),
        ("青屏综保区2023年进出口总值是多少", "全区现有企业27家，去年进出口总值达九十三亿元。"),
        ("青屏综保区2024年1月现有企业多少家", "1月15日，商会到访。区内现有企业27家，去年进出口总值达九十三亿元。"),
        ("2024年工作会议表彰了多少家企业", "1月17日，青屏经开区召开2023年度工作会议。会上表彰36家企业。"),
        ("临川机场2023年上半年货运吞吐量多少", "2022年临川机场货运吞吐量18万吨；2023年上半年货运吞吐量10万吨。"),
        ("青屏经开区2023年有多少家企业", "截至2023年底，全区有企业780家。"),
        ("青屏二厂2020年为什么停工", "青屏二厂因缺电于2020年停工，厂房2022年拆除。"),
        ("How many projects were signed in the first nine months", "2023年1—9月签约61个项目。"),
        ("How much was invested in total, as of January 2024", "2023年签约61个项目。十年过去，累计投资9亿元。"),
        ("Which office was closed in January 2024", "2023年签约61个项目。会议决定撤销招商处。"),
        ("青屏经开区2023年底有多少家企业", "2023年，全区有企业780家。"),
        ("青屏经开区截至2023年10月有多少家企业", "1—10月，全区有企业780家。"),
        ("青屏经开区到2023年8月收回多少亩地", "1—8月收回410亩。"),
        ("How many firms were there in 青屏经开区 at the end of 2023", "2023年，全区有企业780家。"),
        ("青屏经开区2023年签约目标是多少个", "2023年力争签约70个项目。"),
        ("青屏经开区2024年要办几件实事", "今年将办好8件实事。"),
        ("How much idle land does it want to clear in 2024", "罗闻笛强调，要坚决清理闲置用地，全年腾退1200亩。"),
        ("青屏经开区现在有多少家企业", "2023年，全区有企业780家。"),
        ("青屏经开区2024年想盘活多少亩地", "2024年预期目标：盘活低效用地1200亩。"),
        ("青屏经开区2024年打算引进几个项目", "2024年我们想办成五件事：引进项目25个。"),
        ("青屏经开区2023年签约多少个项目", "与2022年相比，签约项目更多，2023年签约61个。"),
        ("青屏经开区2023年什么时候签约的", "2023年5月12日签约。"),
        ("2024年工作会议表彰了多少家企业", "1月17日，2024年工作会议召开，表彰2023年度先进企业36家。"),
        ("青屏经开区2024年奖励了多少家企业", "1月17日，会议召开，回顾过去一年的成绩。这次会议奖励了42家企业。"),
        ("青屏经开区2024年表彰了多少家企业", "会议表彰2023年度先进企业36家。"),
        ("青屏经开区2024年发放奖金多少", "对2023年度先进企业发放奖金900万元。"),
        ("青屏经开区2023年度创新奖是哪些企业", "1月17日，会议公布2023年度创新奖：栎木制药等3家。"),
        ("青屏经开区2024年签约目标是多少个", "会议要求，年内签约项目不少于70个。"),
        ("青屏经开区2024年要完成低效用地再开发多少亩", "一季度签约19个。要盘活闲置土地，年内完成低效用地再开发1460亩。"),
        ("青屏经开区签约多少个项目", "2023年签约61个项目。"),
        ("青屏经开区2023年全年税收最后完成了多少", "2023年税收达到26亿元。"),
        ("2021年那次废水超标罚了多少钱", "2021年8月废水超标，被罚款41万元。"),
        ("青屏经开区2021年绿电占比多少", "绿电占比由2021年的23%提高到2023年的64%。"),
        ("青屏经开区编制人数比三年前少了几个", "2023年末在编61人，比三年前少了9个。"),
        ("跟2017年比青屏经开区税收多了多少", "2023年税收26亿元，是2017年的两倍。"),
        ("青屏经开区税收比2020年多多少", "2023年税收26亿元，比2020年多9亿元。"),
        ("青屏综保区到2023年6月累计进出口多少", "自2022年4月8日封关以来，累计进出口73亿元。"),
        ("青屏经开区5月新开的公交去哪里", "2024年5月6日，经开区新开公交两条。"),
        ("青屏经开区2023年争取资金多少", "2023年争取上级资金7.1亿元。"),
        ("青屏经开区想在2024年把税收做到多少", "2024年力争税收28亿元。"),
        ("青屏经开区2024年税收目标是多少", "会议明确，2024年税收28亿元，签约项目70个。"),
        ("青屏经开区2023年签约多少个项目", "签约61个项目。"),
        ("青屏湖现在有多少种鱼 2024年", "12月治理后，鱼类增加到34种。"),
        ("青屏经开区2024年用水控制目标", "12月用水63万立方米，全年用水量控制在800万立方米以内。"),
        ("青屏经开区1月20日的招聘会在哪", "1月20日，招聘会在青屏学院举行。"),
        ("青屏经开区年末在产企业多少家", "年末在产企业58家。"),
        ("青屏经开区一季度集中开工在哪办", "一季度还将组织一次集中开工，地点在南湖片区。"),
        ("1月17日青屏经开区的通气会上谁介绍了情况", "副主任罗闻笛介绍，去年税收增长7%。"),
        ("青屏经开区2023年的演练多少人参加", "去年的演练在10月举行，参演280人，下次演练计划3月举行。"),
    ],
)
def test_the_same_time_or_none_told_or_asked(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert not contradicted(analyzer, question, sentence)


def test_a_year_that_nobody_can_know_contradicts_none(analyzer: Analyzer) -> None:
    report = article("report", "2022年，货值5亿元。今年上半年，货值4.2亿元。", published=None)
    facts = list(facts_of(split(report), analyzer))[-1]
    question = read_question("青屏综保区2023年上半年货值多少", TODAY, analyzer)
    assert not TimeContradiction(question).found_in(facts.sentences[-1], facts.article, None)
    assert TimeContradiction(question).found_in(facts.sentences[0], facts.article, None)


AIMS = "今年的主要目标是税收28亿元，签约项目70个。"


@pytest.mark.parametrize(
    "asked",
    [
        *("税收原定多少", "税收想做到多少", "打算收多少税", "全年任务是收多少税", "税收目标定在多少", "税收冲多少亿", "税收力争多少"),
        *("税收要迈上多少亿", "税收年初定的任务是多少", "税收瞄准多少亿", "税收指标定了多少", "想引进几个项目", "税收盘子想做多大"),
    ],
)
def test_a_target_in_other_words(analyzer: Analyzer, asked: str) -> None:
    assert not contradicted(analyzer, f"青屏经开区2024年{asked}", AIMS)


@pytest.mark.parametrize(
    "asked",
    [
        *("税收实际多少", "税收最后完成多少", "税收到底多少", "一年下来税收多少", "税收目标完成了多少", "税收任务实际完成多少"),
        *("原定28亿的税收实际完成多少", "想收的税最后收到多少", "收了多少税", "主要税收多少", "税收计划实际完成多少"),
    ],
)
def test_a_result_in_other_words(analyzer: Analyzer, asked: str) -> None:
    assert contradicted(analyzer, f"青屏经开区2024年{asked}", AIMS)


@pytest.mark.parametrize(
    "plan",
    [
        "今年怎么干？管委会主任亮出“任务书”：税收28亿元，增长8%。",
        "主任把2024年定为“提质年”：税收28亿元，签约项目70个。",
        "2023年税收26亿元。新的一年，高新区设定的目标是：税收28亿元。",
        "主任给出了今年的“任务单”。\n税收：实现税收28亿元。\n签约：签约项目70个。",
        "2024年目标任务：\n▶ 税收28亿元",
        "2024年工作安排如下：\n一、税收28亿元。\n二、签约项目70个。",
        "会议提出，今年税收要稳在28亿元。",
        "会议提出，2024年税收28亿元，增长8%。",
        "报告提出，2024年全区地区生产总值增长6%，签约项目70个，税收28亿元。",
        "管理局今年定下的目标是：全年税收突破28亿元。",
        "新年新目标：税收28亿元。",
    ],
)
def test_a_plan_answers_who_asks_for_one_and_nobody_else(analyzer: Analyzer, plan: str) -> None:
    assert contradicted(analyzer, "青屏经开区2024年税收多少亿元", plan)
    assert not contradicted(analyzer, "青屏经开区2024年税收目标多少亿元", plan)


@pytest.mark.parametrize(
    "result",
    [
        "2023年税收26亿元，与年初28亿元的目标只差一步。",
        "去年税收26亿元，距全年目标差距明显。",
        "现将2023年度运行情况通报如下：\n一、税收26亿元，完成年计划的107%。",
        "去年税收26亿元，为年度目标28亿元的97%。",
        "主任对照上年目标逐项对账：税收26亿元，28亿元的目标没有完成。",
    ],
)
def test_a_result_held_against_a_plan_is_one(analyzer: Analyzer, result: str) -> None:
    assert not contradicted(analyzer, "青屏经开区2023年税收多少亿元", result)


MEETING = "1月17日下午，青屏经开区召开年度总结会。书记骆怀瑾讲话，回顾2023年工作，主任甄朴民作报告。"


@pytest.mark.parametrize(
    "question",
    [
        "2024年1月青屏经开区年度总结会上谁做的工作报告",
        "2023年度工作报告谁作的",
        "2024年青屏经开区主任是谁",
        "2024年初那个总结会上，作报告的主任叫什么",
        "青屏经开区党工委书记 2024",
    ],
)
def test_who_acted_did_so_when_it_was_reported(analyzer: Analyzer, question: str) -> None:
    assert not contradicted(analyzer, question, MEETING)
    assert contradicted(analyzer, question.replace("2024", "2021").replace("2023", "2021"), MEETING)


def test_what_stands_at_a_mid_year_is_told_of_its_first_half(analyzer: Analyzer) -> None:
    assert not contradicted(analyzer, "青屏经开区2023年年中有多少家企业", "2023年上半年，全区企业达到152家。")
    assert contradicted(analyzer, "青屏经开区2022年年中有多少家企业", "2023年上半年，全区企业达到152家。")


def test_a_target_is_also_told_by_a_result_held_against_it(analyzer: Analyzer) -> None:
    assert not contradicted(analyzer, "青屏经开区2023年签约目标是多少个", "2023年签约61个项目，为年度目标70个的87%。")
    assert contradicted(analyzer, "青屏经开区2024年签约多少个项目", "2023年签约61个项目，略低于70个的年初目标；开工30个。")


APPOINTED = "甄朴民同志任青屏经开区管委会主任。"


@pytest.mark.parametrize("asked", ["2023年2月青屏经开区主任是谁", "青屏经开区2023年初主任是谁"])
def test_who_held_an_office_in_a_month_is_not_told_a_year_later(analyzer: Analyzer, asked: str) -> None:
    assert contradicted(analyzer, asked, APPOINTED)
    assert not contradicted(analyzer, asked, f"2023年2月，{APPOINTED}")


@pytest.mark.parametrize(
    "asked", ["2024年2月青屏经开区主任是谁", "青屏经开区2023年11月主任是谁", "2023年青屏经开区主任是谁", "青屏经开区主任是谁"]
)
def test_who_holds_an_office_near_that_month_or_in_a_year_may_be_told(analyzer: Analyzer, asked: str) -> None:
    assert not contradicted(analyzer, asked, APPOINTED)


def test_the_cause_of_what_was_so_may_lie_in_the_year_before(analyzer: Analyzer) -> None:
    cause, title = "外资下滑是因为2022年有一笔大额到资，基数高。", "青屏经开区2023年外资简况"
    assert not contradicted(analyzer, "青屏经开区2023年外资为什么下滑", cause, title)
    assert contradicted(analyzer, "青屏经开区2021年外资为什么下滑", cause, title)


def test_the_year_of_measures_is_their_name(analyzer: Analyzer) -> None:
    told = "本措施至2025年12月31日止。"
    assert not contradicted(analyzer, "青屏经开区2024年的扶持措施到哪天失效", told, "青屏经开区扶持措施（2024年）")
    assert contradicted(analyzer, "青屏经开区2019年的扶持措施到哪天失效", told, "青屏经开区扶持措施（2024年）")
