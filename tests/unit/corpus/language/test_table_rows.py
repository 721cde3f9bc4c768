"""Rows of tables as lines: read back into cells, and told as a sentence would tell them."""

from __future__ import annotations

import pytest

from corpus.language.table_rows import as_told, cells_of


@pytest.mark.parametrize("line", ["", "税收：28.7亿元", "工业 · 农业", "会议指出：要稳增长。"])
def test_other_lines_have_no_cells_and_stay(line: str) -> None:
    assert cells_of(line) == ()
    assert as_told(line) == line


def test_a_row_is_read_back_into_its_cells() -> None:
    line = "榆川高新区2023年简况 · 指标：税收：国税 · 2023年：28.7 · 备注："
    cells = cells_of(line)
    assert [(cell.header, cell.value) for cell in cells] == [
        ("", "榆川高新区2023年简况"),
        ("指标", "税收：国税"),
        ("2023年", "28.7"),
        ("备注", ""),
    ]
    assert [line[slice(*cell.span)] for cell in cells] == line.split(" · ")
    assert line[slice(*cells[2].of_value)] == "28.7"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("指标：税收（亿元） · 2021年：26.1 · 2022年：28.7", "指标税收（亿元），2021年26.1亿元，2022年28.7亿元"),
        ("指标：税收 · 2021：26.1 · 单位：亿元", "指标税收，2021年26.1亿元"),
        ("序号：3 · 项目：光纤预制棒 · 总投资（亿元）：8.6", "序号3，项目光纤预制棒，总投资（亿元）8.6亿元"),
        ("指标：税收 · 2022年总量：28.7 · 2022年增速：7.1 · 单位：亿元", "指标税收，2022年总量28.7亿元，2022年增速7.1%"),
        ("指标：用工（人） · 2022年：1,480", "指标用工（人），2022年1,480人"),
        ("片区：西片区 · 税收：28.7 · 税收同比%：-2.1 · 单位：亿元", "片区西片区，税收28.7亿元，税收同比%-2.1%"),
        ("指标：税收 · 2022年：28.7亿元", "指标税收，2022年28.7亿元"),
        ("指标：税收 · 2022年：28.7 · 单位：亿元、户", "指标税收，2022年28.7"),
        ("指标：税收 · 总量：28.7 · 增速：7.1 · 单位：亿元、%", "指标税收，总量28.7亿元，增速7.1%"),
        ("年份：2022 · 税收：28.7 · 单位：亿元", "年份2022，税收28.7亿元"),
    ],
)
def test_a_row_is_told_with_the_units_of_its_figures(row: str, told: str) -> None:
    assert as_told(row) == told
