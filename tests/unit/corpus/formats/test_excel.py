"""Workbooks: every sheet that is shown, each row of a table with its headers, what stands above it with it."""

from __future__ import annotations

from contextlib import suppress

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.excel import parse
from corpus.metadata.from_document import to_article
from corpus.reading.article_file import article_of
from corpus.reason import ReasonCode
from tests.excel_files import Rows, Styled, workbook
from tests.old_excel_files import GENERAL, PERCENT, TENTHS_OF_PERCENT, old_workbook

TITLED: Rows = [
    ["榆川高新区主要经济指标", None, None],
    ["单位：亿元"],
    ["指标", "2021年", "2022年"],
    ["税收", 26.1, 28.7],
    ["产值", 478.5, 512.0],
]


def test_title_and_unit_go_with_the_rows() -> None:
    document = parse(workbook(("Sheet1", TITLED), merged=["A1:C1"]))
    row = "指标：税收 · 2021年：26.1 · 2022年：28.7 · 单位：亿元"
    assert document.text.split("\n")[:3] == ["榆川高新区主要经济指标", "单位：亿元", row]
    assert row in document.rows
    assert "2022年：512 · 单位" in document.text
    assert to_article(document, "a", "a.xlsx").title == "榆川高新区主要经济指标"


def test_several_tables_and_sheets_are_told_apart() -> None:
    first: Rows = [["指标", "2021年", "2022年"], ["税收", 1, 2], [], ["企业", "产品", "产值"], ["甲科技", "轴承", "3亿元"]]
    document = parse(workbook(("2022年指标", first), ("草稿", TITLED), ("企业", [["名单", "时间"], ["乙重工", "6月"]]), hidden="草稿"))
    assert document.text.split("\n") == [
        "2022年指标",
        "指标：税收 · 2021年：1 · 2022年：2",
        "2022年指标 · 企业：甲科技 · 产品：轴承 · 产值：3亿元",
        "企业",
        "名单：乙重工 · 时间：6月",
    ]


def test_merged_cells_stand_in_each_of_their_places() -> None:
    rows: Rows = [["指标", "2023年", None], [None, "总量", "增速"], ["税收", 31.2, "7%"]]
    assert parse(workbook(("Sheet1", rows), merged=["B1:C1"])).text == "指标：税收 · 2023年总量：31.2 · 2023年增速：7%"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 nothing", ReasonCode.BROKEN),
        (b"\xd0\xcf\x11\xe0" + bytes(600), ReasonCode.BROKEN),
        (workbook(("Sheet1", [])), ReasonCode.NO_TEXT),
    ],
)
def test_bad_files(data: bytes, code: ReasonCode) -> None:
    with pytest.raises(UnreadableFile) as refused:
        parse(data)
    assert refused.value.reason.code == code


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Styled(0.125, 3), "12.5%"),
        (Styled(-0.034, 2), "-3.4%"),
        (Styled(0.06, 1), "6%"),
        (Styled(1, 1), "100%"),
        (Styled(0.1234567, 3), "12.35%"),
        (Styled(0.125, 0), "0.125"),
        (Styled(0.125, 4), "0.125"),
    ],
)
def test_a_cell_that_is_shown_as_percent_is_read_as_percent(cell: Styled, shown: str) -> None:
    document = parse(workbook(("Sheet1", [["指标", "2022年", "同比"], ["税收", 28.7, cell], ["产值", 512.0, 0.5]])))
    assert document.text.split("\n") == [f"指标：税收 · 2022年：28.7 · 同比：{shown}", "指标：产值 · 2022年：512 · 同比：0.5"]


@pytest.mark.parametrize("padding", [0, 6000])
def test_percent_cells_of_the_old_format(padding: int) -> None:
    rows = [
        ["项目", "总投资", "完成率", "占比"],
        ["实验楼", (238.0, GENERAL), (0.75, TENTHS_OF_PERCENT), (0.5, PERCENT)],
        ["河道", (154.5, GENERAL), "停工", (1.0, PERCENT)],
    ]
    document = parse(old_workbook("进度", rows, padding=padding))
    assert document.text.split("\n") == [
        "项目：实验楼 · 总投资：238 · 完成率：75% · 占比：50%",
        "项目：河道 · 总投资：154.5 · 完成率：停工 · 占比：100%",
    ]


@pytest.mark.parametrize("start", range(7))
def test_a_damaged_workbook_never_raises_anything_else(start: int) -> None:
    whole = workbook(("Sheet1", [["指标", "2022年", "同比"], ["税收", 28.7, Styled(0.125, 3)]]))
    for place in range(start, len(whole), 7):
        with suppress(UnreadableFile):
            parse(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])


@pytest.mark.parametrize("cut", [200, 600, 1100, 1600, 2100])
def test_a_damaged_old_workbook_never_raises_anything_else(cut: int) -> None:
    whole = old_workbook("进度", [["项目", "完成率"], ["实验楼", (0.715, PERCENT)]])
    for damaged in (whole[:cut], whole[:cut] + bytes(80) + whole[cut + 80 :], whole[:cut] + b"\xff" * 80 + whole[cut + 80 :]):
        with suppress(UnreadableFile):
            parse(damaged)


def test_a_web_page_under_the_name_of_a_workbook_is_read_as_one() -> None:
    cells = (("企业", "纳税额", "行业"), ("北辰乳业", "5120", "食品"))
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    assert parse(f"<html><body><table>{rows}</table></body></html>".encode()).text == "企业：北辰乳业 · 纳税额：5120 · 行业：食品"


def test_text_under_the_name_of_a_workbook_is_read_by_its_columns() -> None:
    text = "编号\t事项\t办理单位\r\n1\t道路照明\t建设局\r\n"
    assert parse(text.encode("gbk")).text == "编号：1 · 事项：道路照明 · 办理单位：建设局"


def test_a_year_that_only_the_name_of_a_sheet_tells_stands_in_its_rows() -> None:
    rows: Rows = [["月份", "进口", "出口"], ["3月", 3000, 6007], ["4月", 3390, 6787]]
    document = parse(workbook(("2022年", rows), ("2023年", rows)))
    assert "2023年 · 月份：3月 · 进口：3000 · 出口：6007" in document.rows
    article, _ = article_of(lambda: document, None, "12荷塘综合保税区进出口.xlsx")
    assert (article.title, article.parks) == ("荷塘综合保税区进出口", ("荷塘综合保税区",))


def test_tables_side_by_side_are_told_apart() -> None:
    rows: Rows = [["镇街", "产值", None, "企业", "用电量"], ["东镇", 21.4, None, "甲化工", 812], ["西镇", 18.9, None, "乙钢构", 640]]
    lines = ["镇街：东镇 · 产值：21.4", "镇街：西镇 · 产值：18.9", "企业：甲化工 · 用电量：812", "企业：乙钢构 · 用电量：640"]
    assert parse(workbook(("Sheet1", rows))).text.split("\n") == lines
    spaced: Rows = [["指标", None, "2021年", "2022年"], ["税收", None, 26.1, 28.7], ["产值", None, 478, 512]]
    assert parse(workbook(("Sheet1", spaced))).text.split("\n")[0] == "指标：税收 · 2021年：26.1 · 2022年：28.7"
