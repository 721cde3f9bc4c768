"""Tables as lines: every row says by itself which figure is which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.cells import is_figure
from corpus.formats.table import table_lines

YEARS = [["指标", "2022年", "2023年"], ["财政收入（亿元）", "28.3", "30.1"], ["高新技术企业（家）", "201", "238"]]


def test_each_cell_stands_behind_its_header() -> None:
    assert table_lines(YEARS) == [
        "指标：财政收入（亿元） · 2022年：28.3 · 2023年：30.1",
        "指标：高新技术企业（家） · 2022年：201 · 2023年：238",
    ]


def test_the_unit_of_the_caption_goes_into_rows_with_figures() -> None:
    rows = [["指标", "2022年", "2023年"], ["财政收入", "28.3", "30.1"], ["主导产业", "智能装备", "智能装备、新材料"]]
    assert table_lines(rows, "表1 主要经济指标（单位：亿元）") == [
        "表1 主要经济指标（单位：亿元）",
        "指标：财政收入 · 2022年：28.3 · 2023年：30.1 · 单位：亿元",
        "指标：主导产业 · 2022年：智能装备 · 2023年：智能装备、新材料",
    ]


def test_a_caption_that_alone_tells_the_time_stands_before_every_row() -> None:
    rows = [["指标", "数值", "增速"], ["财政收入", "30.1亿元", "6.4%"]]
    assert table_lines(rows, "2023年主要经济指标")[1] == "2023年主要经济指标 · 指标：财政收入 · 数值：30.1亿元 · 增速：6.4%"


def test_headers_of_two_rows_are_joined() -> None:
    rows = [["指标", "2022年", "2022年", "2023年"], ["指标", "总量", "增速", "总量"], ["财政收入", "28.3", "7.1%", "30.1"]]
    assert table_lines(rows) == ["指标：财政收入 · 2022年总量：28.3 · 2022年增速：7.1% · 2023年总量：30.1"]


def test_units_below_the_header_belong_to_it_and_the_first_row_of_words_does_not() -> None:
    rows = [["年份", "财政收入", "企业数"], ["", "（亿元）", "（家）"], ["2023", "30.1", "238"]]
    assert table_lines(rows) == ["年份：2023 · 财政收入（亿元）：30.1 · 企业数（家）：238"]
    rows = [["指标", "2022年", "2023年"], ["主导产业", "智能装备", "新材料"], ["财政收入", "28.3", "30.1"]]
    assert table_lines(rows)[0] == "指标：主导产业 · 2022年：智能装备 · 2023年：新材料"


def test_years_down_the_side() -> None:
    rows = [["年份", "地区生产总值", "财政收入"], ["2022", "318.6亿元", "28.3亿元"], ["2023", "340.2亿元", "30.1亿元"]]
    assert table_lines(rows)[1] == "年份：2023 · 地区生产总值：340.2亿元 · 财政收入：30.1亿元"


def test_a_title_inside_the_table_is_its_caption_and_a_subheading_goes_into_its_rows() -> None:
    rows = [
        ["主要指标表", "主要指标表", "主要指标表"],
        ["指标", "2022年", "2023年"],
        ["经开区", "经开区", "经开区"],
        ["财政收入", "28.3", "30.1"],
        ["高新区", "高新区", "高新区"],
        ["财政收入", "11.9", "12.4"],
        ["注：数据为快报数", "注：数据为快报数", "注：数据为快报数"],
    ]
    assert table_lines(rows) == [
        "主要指标表",
        "经开区",
        "经开区 · 指标：财政收入 · 2022年：28.3 · 2023年：30.1",
        "高新区",
        "高新区 · 指标：财政收入 · 2022年：11.9 · 2023年：12.4",
        "注：数据为快报数",
    ]


def test_a_table_of_words() -> None:
    rows = [["序号", "项目名称", "投资方"], ["一", "减速器智能工厂", "拓岭传动"], ["二", "碳化硅外延片", "云栖半导体"]]
    assert table_lines(rows)[0] == "序号：一 · 项目名称：减速器智能工厂 · 投资方：拓岭传动"


def test_labels_beside_their_values_need_no_header() -> None:
    assert table_lines([["企业全称", "拓岭传动有限公司"], ["注册资本", "5000万元"]]) == ["企业全称：拓岭传动有限公司", "注册资本：5000万元"]


def test_a_header_carried_over_the_page_end_is_said_by_the_reader() -> None:
    assert table_lines([YEARS[0], YEARS[2]], headers=1) == ["指标：高新技术企业（家） · 2022年：201 · 2023年：238"]


def test_cells_lose_breaks_and_spread_labels_are_closed() -> None:
    rows = [["指 标", "2022\n年", "2023 年"], ["工 业 总 产 值", "1 204.5", "Park QA"]]
    assert table_lines(rows, headers=1) == ["指标：工业总产值 · 2022年：1 204.5 · 2023年：Park QA"]


def test_empty_cells_and_rows_leave_nothing() -> None:
    assert table_lines([["指标", "2022年", "2023年"], ["", "", ""], ["财政收入", "", "30.1"]]) == ["指标：财政收入 · 2023年：30.1"]
    assert table_lines([]) == []


@pytest.mark.parametrize("cell", ["28.3", "1,204", "-3.2%", "30.1亿元", "—", "12个", "±0.5", "+6.4%"])
def test_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize("cell", ["2022", "2022年", "财政收入", "1-6月", "一季度", "A3栋厂房", ""])
def test_what_is_no_figure(cell: str) -> None:
    assert not is_figure(cell)


@given(st.lists(st.lists(st.text(alphabet="财政 12.%年\n", max_size=6), max_size=4), max_size=6))
def test_no_cell_below_the_header_is_lost(rows: list[list[str]]) -> None:
    text = "".join(table_lines([["指标"], *rows], headers=1)).replace(" ", "")
    assert all("".join(cell.split()) in text for row in rows for cell in row)
    table_lines(rows)


def test_a_name_counts_for_the_columns_below_it_though_its_cell_was_not_merged() -> None:
    rows = [["指标", "2022年", "", "2023年", ""], ["", "总量", "增速", "总量", "增速"], ["税收", "28.3", "7.1%", "30.1", "6.4%"]]
    assert table_lines(rows) == ["指标：税收 · 2022年总量：28.3 · 2022年增速：7.1% · 2023年总量：30.1 · 2023年增速：6.4%"]


def test_figures_above_what_they_are_of() -> None:
    assert table_lines([["128.6亿元", "214家"], ["2023年进出口总额", "注册企业"]]) == ["2023年进出口总额：128.6亿元 · 注册企业：214家"]


def test_a_year_in_the_caption_counts_for_months_and_a_note_below_for_nothing() -> None:
    rows = [["月份", "出口", "进口"], ["3月", "6007", "3000"], ["填表人：鲁晨", "", ""]]
    assert table_lines(rows, "2022年进出口（单位：万元）") == [
        "2022年进出口（单位：万元）",
        "2022年进出口 · 月份：3月 · 出口：6007 · 进口：3000 · 单位：万元",
        "填表人：鲁晨",
    ]


def test_a_part_of_the_row_above_stands_behind_its_name() -> None:
    rows = [["指标", "2022年"], ["从业人员", "6.9"], ["其中：制造业", "4.4"], ["其中：服务业", "2.1"], ["工资", "8.3"]]
    assert table_lines(rows) == [
        "指标：从业人员 · 2022年：6.9",
        "从业人员 · 指标：其中：制造业 · 2022年：4.4",
        "从业人员 · 指标：其中：服务业 · 2022年：2.1",
        "指标：工资 · 2022年：8.3",
    ]
