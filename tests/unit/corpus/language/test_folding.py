"""One form for the writings of a figure and of a park's kind; everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.language.folding import SHORT_FORMS, fold
from retrieval.text.analyzer import Analyzer
from tests.chinese_numbers import in_han


@pytest.mark.parametrize(
    ("plain", "writings"),
    [
        ("13000000元", ("1300万元", "一千三百万元", "1,300万元", "13000000元", "13,000,000元", "１，３００万元")),
        ("376000000", ("3.76亿", "3亿7600万", "三亿七千六百万", "三点七六亿")),
        ("720368540000", ("7203亿6854万", "七千二百零三亿六千八百五十四万")),
        ("1200000000000元", ("1.2万亿元", "一点二万亿元", "12000亿元")),
        ("35000", ("3万5", "3万5千", "3万5000", "三万五", "三万五千")),
        ("700000000", ("7万万", "七亿")),
        ("200000元", ("20万元", "20余万元", "二十多万元")),
        ("2000多家", ("两千多家", "2千多家")),
        ("3500", ("3.5千", "三千五", "三千五百")),
        ("10003", ("一万零三",)),
        ("105件", ("一百零五件", "一百〇五件")),
        ("250", ("二百五", "二百五十")),
        ("300000千瓦", ("30万千瓦", "三十万千瓦")),
        ("5千克", ("五千克", "5千克")),
        ("1.5倍", ("一点五倍", "1.5倍")),
        ("0.5%", ("百分之零点五", "0.5%")),
        ("5%", ("百分之五", "百分之5", "5%", "5％")),
        ("12.5%", ("百分之十二点五", "12.5%")),
        ("2022年", ("二〇二二年", "二零二二年", "二○二二年", "二◯二二年", "二0二二年", "二O二二年", "二Ｏ二二年", "２０２２年")),
        ("1840年", ("一八四〇年", "一八四○年")),
        ("105", ("一〇五", "一○五", "一百○五")),
        ("12月21日", ("十二月二十一日",)),
        ("第15次", ("第十五次",)),
        ("42家", ("四十二家", "42家")),
        ("10余家", ("十余家", "10余家")),
        ("2个", ("两个", "二个")),
        ("500000000", ("5个亿", "五个亿", "5亿")),
        ("350000000", ("3.5个亿", "三点五个亿")),
        ("3个亿元项目", ("三个亿元项目",)),
        ("3‰", ("千分之三", "3‰")),
    ],
)
def test_writings_of_a_figure(analyzer: Analyzer, plain: str, writings: tuple[str, ...]) -> None:
    assert {analyzer.normalize(writing) for writing in writings} == {plain}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "园区绿化面积扩大",
        "十四五",
        "十五五规划",
        "二十大",
        "党的十九大报告",
        "十大项目",
        "万一",
        "三明市",
        "十堰市",
        "三亚",
        "一带一路",
        "千亿园区",
        "百亿级",
        "上百家",
        "数十家",
        "几十项",
        "十几家",
        "十分重要",
        "三五年",
        "二三十家",
        "一点一滴",
        "七零八落",
        "周四零点",
        "2025千亿计划",
        "百万千瓦",
        "千方百计",
        "v1.2.3",
        "2022.10",
        "12.50",
        "007",
        "1" + "亿" * 30,
        "工业园区区域",
        "\ud800",
    ],
)
def test_what_is_no_figure_stays(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("云澜经济技术开发区管理委员会", "云澜经开区管委会"),
        ("云澜经济开发区", "云澜经开区"),
        ("朔川高新技术产业开发区", "朔川高新区"),
        ("朔川高新技术产业园区", "朔川高新区"),
        ("琼湾自由贸易试验区和综合保税区", "琼湾自贸区和综保区"),
        ("汀州工业园区规模以上企业一百二十家", "汀州工业园规上企业120家"),
    ],
)
def test_kinds_of_parks_are_shortened(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_lists_of_figures_do_not_grow_together() -> None:
    assert fold("分别为十五,二百和3万,五万元") == "分别为15, 200和30000, 50000元"
    assert fold("1.三大任务") == "1. 三大任务"
    assert fold("1,234,567.8元") == "1234567.8元"


def test_the_segmenter_knows_every_short_form(analyzer: Analyzer) -> None:
    for short in SHORT_FORMS:
        assert short in analyzer.terms(f"云澜{short}").words


FRAGMENTS = st.sampled_from(
    [
        *"0123456789零〇一二两三四五六七八九十百千万亿点,.余多年大家元%瓦克数几区园 ",
        "百分之",
        ",000",
        "工业园",
        "工业园区",
        "高新技术开发区",
        "\ud800",
    ]
)


@given(st.text(st.characters(), max_size=60) | st.lists(FRAGMENTS, max_size=20).map("".join))
@example("十,二百")
@example("两点五亿余万")
@example("八多千克六")
@example("四点零万亿万亿家")
@example("三百3.五家")
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(blacklist_characters="0123456789零〇一二两三四五六七八九十百千万亿区园会上"), max_size=60))
def test_text_without_figures_and_kinds_stays(text: str) -> None:
    assert fold(text) == text


@given(st.integers(1, 10**13 - 1))
def test_a_whole_number_is_the_same_in_every_writing(number: int) -> None:
    assert fold(f"共{number:,}人") == fold(f"共{in_han(number)}人") == f"共{number}人"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("2023年GDP", "2023年地区生产总值"),
        ("GDP增速", "国内生产总值增速"),
        ("固投增长", "固定资产投资增长"),
        ("社零总额", "社会消费品零售总额"),
    ],
)
def test_what_is_said_short_is_what_reports_write_out(analyzer: Analyzer, short: str, long: str) -> None:
    assert analyzer.normalize(short) == analyzer.normalize(long)
