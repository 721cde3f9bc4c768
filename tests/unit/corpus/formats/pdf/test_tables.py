"""Tables by their rules or by the places of their cells."""

import pytest

from corpus.formats.pdf import parse
from tests.pdf_files import lines, pdf, rule, table, text
from tests.pdf_pages import FIRST, SECOND, column, read

YEARS = [["指标", "2021年", "2022年"], ["财政收入（亿元）", "35.2", "37.7"], ["高新技术企业（家）", "104", "126"]]
ROWS = ["指标：财政收入（亿元） · 2021年：35.2 · 2022年：37.7", "指标：高新技术企业（家） · 2021年：104 · 2022年：126"]


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_with_and_without_rules(ruled: bool) -> None:
    page = column(60, 780, FIRST) + table(60, 700, YEARS, (180, 90, 90), ruled=ruled) + column(60, 580, SECOND)
    assert read(page) == [FIRST, *ROWS, SECOND]
    assert parse(pdf(page)).rows == frozenset(ROWS)


def test_a_table_goes_on_over_the_page_end_with_its_header_printed_again_or_not() -> None:
    first = column(60, 780, FIRST) + table(60, 120, YEARS[:2], (180, 90, 90))
    for rest in (YEARS[2:], [YEARS[0], *YEARS[2:]]):
        assert read(first, table(60, 780, rest, (180, 90, 90))) == [FIRST, *ROWS]


def test_merged_cells_and_headers_of_two_rows_count_for_all_of_their_columns() -> None:
    lower = table(60, 676, [["", "总量", "增速", "总量", "增速"], ["财政收入", "35.2", "9.0%", "37.7", "7.1%"]], (100, 70, 70, 70, 70))
    upper = (
        "60 652 100 48 re S 160 676 140 24 re S 300 676 140 24 re S\n"
        + lines(90, 672, "指标", size=10)
        + text(215, 684, "2021年", 10)
        + text(355, 684, "2022年", 10)
    )
    caption = text(180, 730, "表1 主要经济指标") + text(380, 710, "单位：亿元", 9)
    page = caption + upper + lower.replace("60 652 100 24 re S\n", "")
    assert read(page)[-1] == "指标：财政收入 · 2021年总量：35.2 · 2021年增速：9.0% · 2022年总量：37.7 · 2022年增速：7.1% · 单位：亿元"


def test_cells_of_two_lines_without_rules() -> None:
    header = ["序号", "项目名称", "投资方", "总投资"]
    rows = [header, ["1", "海洋装备总装基地", "鲸屿重工", "23.8"], ["2", "冷链物流枢纽", "北渡物流", "5.1"]]
    page = table(60, 780, rows, (60, 160, 120, 80), ruled=False, height=34)
    assert read(page + text(124, 707, "及配套码头", 10) + text(284, 673, "有限公司", 10)) == [
        "序号：1 · 项目名称：海洋装备总装基地及配套码头 · 投资方：鲸屿重工 · 总投资：23.8",
        "序号：2 · 项目名称：冷链物流枢纽 · 投资方：北渡物流有限公司 · 总投资：5.1",
    ]


def test_a_header_over_two_columns_without_rules() -> None:
    upper = text(220, 766, "2021年", 10) + text(360, 766, "2022年", 10)
    lower = ["指标", "总量", "增速", "总量", "增速"]
    rows = [lower, ["财政收入", "35.2", "9.0%", "37.7", "7.1%"], ["税收收入", "28.1", "8.8%", "30.3", "7.8%"]]
    assert read(upper + table(60, 760, rows, (120, 70, 70, 70, 70), ruled=False))[1] == (
        "指标：税收收入 · 2021年总量：28.1 · 2021年增速：8.8% · 2022年总量：30.3 · 2022年增速：7.8%"
    )


def test_a_cell_merged_over_rows_counts_for_each() -> None:
    head = table(60, 772, [["片区", "项目", "投资（万元）"]], (60, 120, 90))
    merged = "60 700 60 48 re S\n" + text(64, 720, "滨海片区", 10)
    rows = table(120, 748, [["海洋馆", "8600"], ["游艇码头", "3200"]], (120, 90))
    assert read(head + merged + rows) == [
        "片区：滨海片区 · 项目：海洋馆 · 投资（万元）：8600",
        "片区：滨海片区 · 项目：游艇码头 · 投资（万元）：3200",
    ]


def test_rules_below_the_rows_tell_where_a_row_ends() -> None:
    places = ((780, "项目", "责任单位", "进度"), (740, "星澜光电二期", "经发局", "97%"), (700, "云谷算力中心", "大数据局", "93%"))
    drawn = "".join(text(x, y, cell, 10) for y, *cells in places for x, cell in zip((60, 260, 420), cells, strict=True))
    rules = "".join(rule(50, y, 500, y) for y in (765, 715, 675))
    assert read(drawn + text(60, 727, "及研发中心", 10) + rules) == [
        "项目：星澜光电二期及研发中心 · 责任单位：经发局 · 进度：97%",
        "项目：云谷算力中心 · 责任单位：大数据局 · 进度：93%",
    ]


def test_a_frame_is_read_apart_from_the_text_beside_it() -> None:
    frame = "400 640 150 110 re S\n" + lines(410, 730, "数据速览", "企业32家", "奖励970万元", "项目19个", size=10)
    assert read(column(60, 745, FIRST, width=26) + frame) == [FIRST, "数据速览", "企业32家", "奖励970万元", "项目19个"]


def test_the_labels_of_a_drawing_leave_the_text_as_it_is() -> None:
    bars = "".join(f"{100 + 90 * place} 500 40 {60 + 30 * place} re f\n" for place in range(4))
    years = "".join(text(105 + 90 * place, 485, str(2019 + place), 8) for place in range(4))
    assert read(column(60, 780, FIRST) + bars + years + column(60, 440, SECOND)) == [FIRST, "2019 2020 2021 2022", SECOND]


def test_a_row_that_is_divided_by_the_page_end_is_whole() -> None:
    header, first = ["序号", "项目", "规模", "总投资"], ["1", "冷链物流", "厂房4万平方米，新增就业", "5.2"]
    upper = table(60, 120, [header, first], (40, 90, 180, 70))
    lower = table(60, 780, [header, ["", "", "岗位470个。", ""], ["2", "氢能装备", "厂房3万平方米", "4.1"]], (40, 90, 180, 70))
    assert read(upper, lower) == [
        "序号：1 · 项目：冷链物流 · 规模：厂房4万平方米，新增就业岗位470个。 · 总投资：5.2",
        "序号：2 · 项目：氢能装备 · 规模：厂房3万平方米 · 总投资：4.1",
    ]


def test_the_last_row_of_a_table_is_no_foot_though_it_stands_at_the_end_of_every_page() -> None:
    pages = [
        table(60, 120, [["企业", "规模"], [f"企业{name}", f"新增就业岗位{count}个"]], (120, 180))
        for name, count in (("甲", 240), ("乙", 360))
    ]
    assert read(*pages) == ["企业：企业甲 · 规模：新增就业岗位240个", "企业：企业乙 · 规模：新增就业岗位360个"]
