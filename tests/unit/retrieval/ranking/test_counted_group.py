"""A sentence that only counts those whose names are asked for is told from one that names them."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.counted_group import CountedGroup
from retrieval.ranking.counted_winners import CountedWinners
from retrieval.ranking.telling import Telling
from retrieval.ranking.unnamed_source import UnnamedSource
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)
KINDS = (CountedGroup, CountedWinners, UnnamedSource)


def only_counts(analyzer: Analyzer, question: str, sentence: str, before: str = "", after: str = "") -> bool:
    telling = Telling(*map(analyzer.normalize, (sentence, before)), about="", article=sentence, after=analyzer.normalize(after))
    asked = read_question(question, TODAY, analyzer)
    return any(kind(asked).found_in(telling) for kind in KINDS if kind(asked))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏疫苗的观察点设在哪4家诊所", "观察点设在全省4家诊所，共观察620人。"),
        ("给青屏企业代账的6家机构叫什么名字", "园区请来6家代账机构“面对面”服务，企业不用付费。"),
        ("青屏的3处露营地都在什么地方", "露营地共有3处、210个帐篷，周末常满。"),
        ("被青屏集团买下的那3个分别叫啥", "有3个项目后来被青屏集团买下。"),
        ("岚氢动力的电堆除了韩国、波兰还卖到哪些国家", "电堆卖到韩国、波兰等9个国家。"),
        ("青屏可以选的5所幼儿园，除了滨河园还有哪些", "答：职工子女可在青屏滨河园等5所幼儿园中任选；发放“安心卡”，可挂号、体检。"),
        ("除曦禾储能外，青屏被要求装监测仪的另外2家是谁", "要求3家企业安装监测仪，其中曦禾储能因逾期未装被罚款4万元；另查出漏点7处。"),
        ("青屏创业赛得三等奖的是哪几个项目", "“蓝帆”和“微浪”两个项目获得二等奖；另有4个项目获得三等奖，奖金各2万元。"),
        ("青屏创业赛三等奖是哪六家", "三等奖（6个，各2万元）：名单见文末"),
        ("青屏创业赛二等奖给了谁", "一等奖由岚氢动力的电堆项目获得，奖金30万元。"),
        ("给岚氢动力供阀门的是哪家公司", "岚氢动力自产电堆；阀门则由外省企业供货。"),
        ("青屏风电场用的是哪家的塔筒", "青屏风电场总投资8亿元，共安装塔筒60座，年发电3亿千瓦时。"),
        ("青屏2024年入选的企业有哪些", "2024年，青屏有12家企业入选。"),
        ("青屏航贸楼首批23家货代名单", "航贸楼开张，首批入驻货代23家，头年免租。"),
        ("青屏首批通气的14家企业名单", "首批通气企业14家，岚氢动力用量最大，每天900方。"),
        ("青屏5亿元以上项目分别是哪些公司投的", "全年签约项目48个，其中5亿元以上项目6个。"),
        ("青屏32个项目里没开工的6个是哪些", "签约的32个项目，26个已开工，6个没有开工。"),
        ("青屏泡汤的两个签约项目是哪两个", "也有不顺的：两个签约项目泡汤，因为没把资金核实清楚。"),
        ("青屏被停业整顿的是哪几家店", "对5家店停业整顿，对9家店罚款。"),
        ("青屏成长基金投了哪些企业", "成长基金规模6亿元，由岚氢动力和曦禾储能出资。"),
        ("青屏成长基金投了哪些企业", "成长基金规模6亿元，已投项目13个。"),
    ],
)
def test_only_counted(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert only_counts(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏疫苗的观察点设在哪4家诊所", "观察点设在滨河、青山、北苑、东桥4家诊所。"),
        ("青屏疫苗的观察点设在哪两家诊所", "观察点设在滨河和青山两家诊所。"),
        ("给青屏企业代账的3家机构叫什么名字", "园区请来3家代账机构，分别是远衡、汇舟和同澜。"),
        ("青屏的3处露营地都在什么地方", "露营地共有3处：河湾、北山、东湖。"),
        ("岚氢动力的电堆除了韩国还卖到哪些国家", "电堆卖到韩国、波兰等9个国家。"),
        ("青屏幼儿园除了滨河园还有哪些", "青屏有滨河园等3所幼儿园，另外两所是北苑园和东桥园。"),
        ("除曦禾储能外，青屏被要求装监测仪的另外2家是谁", "要求3家企业安装监测仪，其中曦禾储能、岚氢动力、远衡化工限期一个月。"),
        ("青屏创业赛得三等奖的是哪几个项目", "“蓝帆”获得二等奖；“微浪”“远灯”两个项目获得三等奖。"),
        ("青屏创业赛三等奖是哪三家", "三等奖（3个，各2万元）：岚氢动力、曦禾储能、远衡化工"),
        ("青屏创业赛三等奖是谁", "三等奖3名，由罗闻笛、梅舒扬、匡立群获得。"),
        ("青屏创业赛二等奖给了谁", "岚氢动力获一等奖，曦禾储能获银奖。"),
        ("给岚氢动力供阀门的是哪家公司", "阀门由外省企业供货改为由曦禾储能供货，阀门价格降了一成。"),
        ("青屏风电场用的是哪家的塔筒", "青屏风电场安装的60座塔筒由曦禾储能制造。"),
        ("青屏2024年入选的企业有哪些", "2024年，青屏有3家企业入选：岚氢动力、曦禾储能、远衡化工。"),
        ("青屏航贸楼首批3家货代名单", "首批3家货代为远衡、汇舟、同澜。"),
        ("青屏被停业整顿的是哪几家店", "远衡、汇舟等5家店停业整顿。"),
        ("青屏成长基金投了哪些企业", "成长基金已投资岚氢动力、曦禾储能。"),
        ("青屏那3个项目哪天开工", "青屏3个项目9月2日开工。"),
        ("青屏创业赛一共几个三等奖", "另有4个项目获得三等奖。"),
    ],
)
def test_told(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert not only_counts(analyzer, question, sentence)


def test_names_may_follow(analyzer: Analyzer) -> None:
    question, sentence = "青屏疫苗的观察点设在哪4家诊所", "观察点设在全省4家诊所，共观察620人。"
    assert not only_counts(analyzer, question, sentence, after="诊所为滨河、青山、北苑、东桥。")
    assert only_counts(analyzer, question, sentence, after="记者：观察多久、怎么查？")


def test_what_is_named_beside_it_may_be_others(analyzer: Analyzer) -> None:
    question, sentence = "青屏签约的1亿到5亿元的7个项目名单", "签约项目中，超5亿元的3个、1亿—5亿元的7个。"
    assert only_counts(analyzer, question, sentence, after="3个超5亿元项目分别是：岚氢电堆、曦禾储能柜、远衡涂料。")
    assert only_counts(analyzer, question, sentence, before="重点项目：岚氢电堆已封顶；曦禾储能柜已投产。")
    assert not only_counts(analyzer, question, sentence, after="7个项目分别是：电堆、储能柜、涂料、阀门、塔筒、轴承、光缆。")


def test_what_stands_beside_it_names_none_either(analyzer: Analyzer) -> None:
    question, beside = "青屏的3处露营地都在什么地方", "目前青屏露营地共有3处、210个帐篷。"
    assert only_counts(analyzer, question, "住露营地的，每晚补贴40元。", after=beside)
    assert only_counts(analyzer, question, "住露营地的，每晚补贴40元。", before=beside)
    assert not only_counts(analyzer, question, "露营地在河湾、北山、东湖。", before=beside)


def test_nothing_is_looked_for_where_no_names_are_asked(analyzer: Analyzer) -> None:
    asked = read_question("青屏有多少家企业", TODAY, analyzer)
    assert not any(kind(asked) for kind in KINDS)
