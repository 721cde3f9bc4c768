"""Lines above a table: which of them say what it shows."""

import pytest

from corpus.formats.captions import is_caption, is_unit, take_caption


@pytest.mark.parametrize("line", ["表1 主要经济指标", "附表二", "（单位：亿元）", "2023年重点项目完成情况", "纳税大户名单", "续表"])
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize("line", ["会议通报了上半年经济指标完成情况。", "各部门、各街道：", "表彰大会在碧湾召开", "一、总体要求"])
def test_other_lines(line: str) -> None:
    assert not is_caption(line)


def test_a_unit_stands_between_caption_and_table() -> None:
    lines = ["会议通报了情况。", "表1 主要经济指标", "单位：亿元"]
    assert take_caption(lines) == "表1 主要经济指标 单位：亿元"
    assert lines == ["会议通报了情况。"]
    assert is_unit("计量单位: 万元")
