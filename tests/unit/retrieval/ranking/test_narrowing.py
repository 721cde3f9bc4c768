"""What becomes of the words that a reader marked a little too widely, beside the next figure, or with their office."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.reading import read_question
from retrieval.ranking.narrowing import narrowed, repeats
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)


def left(analyzer: Analyzer, asked: str, text: str, marked: str) -> str:
    start = text.index(marked)
    question = read_question(asked, TODAY, analyzer, Gazetteer())
    return text[slice(*narrowed(question, text, Span(start, start + len(marked)), date(2024, 1, 20)))]


@pytest.mark.parametrize(
    ("asked", "text", "marked", "answer"),
    [
        ("研发中心头一批多少人", "研发中心首期80人，明年到200人。", "首期80人", "80人"),
        ("标准厂房租金多少", "3号楼二层，1180平方米，租金22元/平方米·月。", "3号楼二层，1180平方米，租金22元/平方米·月", "22元/平方米·月"),
        ("奖励了多少家企业", "奖励了37家企业，其中制造业企业29家。", "奖励了37家企业", "37家企业"),
        ("二期用地多少亩", "二期投资11亿元，用地210亩。", "投资11亿元", "210亩"),
        ("下半年产值增速是多少", "产值上半年增长6.1%，下半年增长11.3%。", "6.1%，下半年增长11.3%", "11.3%"),
        ("进出口涨幅多少", "进出口64.2亿元，增长47.0%。", "64.2亿元", "47.0%"),
        ("青屏经开区2023年研发投入强度多少", "研发投入强度由2.6%提高到2.9%。", "2.6%", "2.9%"),
        ("青屏经开区原来的研发投入强度多少", "研发投入强度由2.6%提高到2.9%。", "2.6%", "2.6%"),
        ("内设机构剩几个", "内设机构由17个压减到11个。", "由17个压减到11个", "11个"),
        ("青屏创业园占地", "青屏创业园占地95亩。", "青屏创业园占地95亩", "95亩"),
        ("污水COD最大值是多少", "COD最高41毫克/升。", "41毫克/升", "41毫克/升"),
        ("招了多少人", "招工1,200人，其中本地人300人。", "1,200", "1,200人"),
        ("普工工资多少", "普工每月5500—7500元。", "每月5500—7500元", "5500—7500元"),
        ("集中签约几个项目", "集中签约24个项目，总投资31亿元。", "24个项", "24个项目"),
        ("集中签约几个项目", "集中签约24个项目，总投资31亿元。", "24个", "24个"),
        ("设了几个部门", "内设7个部门。", "7个部", "7个部门"),
        ("总投资多大", "总投资1.8亿元。", "1.8亿", "1.8亿元"),
        ("有什么奖励", "每户奖励1.8万元。", "奖励1.8万", "1.8万元"),
        ("定了几项目标", "定了12项目标。", "12项", "12项"),
        ("建设要多久", "建设要14个月。", "14个", "14个月"),
        ("How many jobs did the fair offer?", "42家企业提供岗位760个，310人达成意向。", "310人", "760个"),
        ("What do the export firms employ?", "内销企业用工420人，出口企业用工310人。", "用工420人，出口企业用工310人", "310人"),
        ("how much did the second phase cost", "The second phase cost 2.4 billion yuan.", "2.4", "2.4 billion yuan"),
    ],
)
def test_a_figure_is_whole_and_of_what_is_asked_for(analyzer: Analyzer, asked: str, text: str, marked: str, answer: str) -> None:
    assert left(analyzer, asked, text, marked) == answer


@pytest.mark.parametrize(
    ("asked", "text", "marked", "answer"),
    [
        ("招商局局长是谁", "座谈会由招商局局长方远桥主持。", "招商局局长方远桥", "方远桥"),
        ("仓储归谁管", "归仓储总监路大川管。", "归仓储总监路大川管", "路大川"),
        ("青屏轴承董事长", "青屏轴承股份董事长晁景行介绍了新厂。", "青屏轴承股份董事长晁景行", "晁景行"),
        (
            "谁去了杭州",
            "科创局局长屈静怡、招商局局长祁牧野去了杭州。",
            "科创局局长屈静怡、招商局局长祁牧野",
            "科创局局长屈静怡、招商局局长祁牧野",
        ),
    ],
)
def test_a_person_is_a_name_and_several_stay(analyzer: Analyzer, asked: str, text: str, marked: str, answer: str) -> None:
    assert left(analyzer, asked, text, marked) == answer


@pytest.mark.parametrize(
    ("asked", "text", "marked", "answer"),
    [
        ("政策有效期到什么时候", "本办法有效期至2024年12月31日。", "有效期至2024年12月31日", "2024年12月31日"),
        ("一期什么时候投产", "一期2019年动工、2020年11月投产。", "2019年动工、2020年11月", "2020年11月"),
        ("报名是什么时候", "网上报名：6月26日—6月30日。", "网上报名：6月26日—6月30日", "6月26日—6月30日"),
        ("二期什么时候建成", "二期2026年底建成。", "2026年", "2026年底"),
        ("末班车几点", "首班6:50，末班21:10。", "首班6:50，末班21:10", "21:10"),
    ],
)
def test_a_time_is_the_one_of_the_clause_that_is_asked_for(analyzer: Analyzer, asked: str, text: str, marked: str, answer: str) -> None:
    assert left(analyzer, asked, text, marked) == answer


@pytest.mark.parametrize(
    ("asked", "text", "marked", "answer"),
    [
        ("外资为什么下降", "主要原因是去年同期有大项目到账。", "主要原因是去年同期有大项目到账", "去年同期有大项目到账"),
        (
            "排名上升的原因是什么",
            "研发投入强度达到6.1%，是进位的主要原因。",
            "研发投入强度达到6.1%，是进位的主要原因",
            "研发投入强度达到6.1%",
        ),
        ("人口从多少涨到多少", "常住人口从9.7万增加到17.4万。", "从9.7万增加到17.4万", "从9.7万增加到17.4万"),
        ("研发楼怎么交押金", "研发楼押二付三。", "研发楼押二付三。", "研发楼押二付三"),
        ("盯哪三条链", "只盯船舶配套、高端纤维、冷链。", "船舶配套、高端纤维、冷链", "船舶配套、高端纤维、冷链"),
        ("建了什么", "建成“云帆”。", "”。", "”。"),
    ],
)
def test_what_only_leads_to_the_answer_goes_and_all_else_stays(analyzer: Analyzer, asked: str, text: str, marked: str, answer: str) -> None:
    assert left(analyzer, asked, text, marked) == answer


@pytest.mark.parametrize(
    ("asked", "text", "marked", "answer"),
    [
        (
            "青屏要办哪些实事",
            "青屏要办四件实事，包括：改造2条道路、新建停车场、开通3条班车线路和修缮排水管。",
            "改造2条道路",
            "改造2条道路、新建停车场、开通3条班车线路和修缮排水管",
        ),
        ("落户的有哪些企业", "曦禾储能、云帆线束（二期）、青锐机械等9家企业落户。", "曦禾储能", "曦禾储能、云帆线束（二期）、青锐机械"),
        ("青屏有哪些片区", "青屏有北片、南片，另有飞地。", "北片", "北片、南片"),
        ("青屏有哪些片区", "青屏有北片，南片在建。", "北片", "北片"),
    ],
)
def test_all_things_of_a_list_are_marked(analyzer: Analyzer, asked: str, text: str, marked: str, answer: str) -> None:
    assert left(analyzer, asked, text, marked) == answer


def test_words_of_the_question_repeat_it_where_it_asks_which_there_are(analyzer: Analyzer) -> None:
    which, who = (read_question(asked, TODAY, analyzer, Gazetteer()) for asked in ("青屏惠企九条有哪些", "青屏惠企九条是谁定的"))
    assert (repeats(which, "惠企九条"), repeats(which, "租金补贴"), repeats(who, "惠企九条")) == (True, False, False)
