from __future__ import annotations

import pytest

from corpus.cleaning.page import clean
from corpus.cleaning.titles import is_no_title
from corpus.formats.letterheads import is_letterhead

BODY = "6月8日，榆川高新区举行签约活动，签约项目14个。"


@pytest.mark.parametrize(
    "line",
    [
        "榆高管发〔2023〕8号",
        "榆川高新区管理委员会文件",
        "（总第 12 期）",
        "2023年第3期",
        "签发人：顾言",
        "榆川高新区工作简报",
        "榆政办〔2023〕第 18 号",
        "第18期（总第236期）",
        "榆高管〔2023〕41号 签发人：顾言",
        "〔2023〕41号",
        "会议纪要",
    ],
)
def test_letterheads(line: str) -> None:
    assert is_letterhead(line)
    assert clean(f"{line}\n关于表彰先进企业的决定\n各部门：\n{BODY}").title == "关于表彰先进企业的决定"


def test_the_office_that_issues_a_letter_is_not_its_title() -> None:
    office = "榆川高新区管理委员会办公室"
    assert clean(f"榆高管函〔2023〕8号\n{office}\n关于同意扩建用地的复函\n沐光新材：\n{BODY}").title == "关于同意扩建用地的复函"
    assert clean(f"{office}\n{BODY}").title == office


@pytest.mark.parametrize("line", ["榆川高新区发布2023年第1号招商公告", "关于印发工作简报管理办法的通知", "第一期项目开工"])
def test_titles_are_no_letterheads(line: str) -> None:
    assert not is_no_title(line)
    assert clean(f"{line}\n{BODY}").title == line


@pytest.mark.parametrize(
    "line",
    [
        "第A7版:",
        "By Wang Yu",
        "】【打 印】",
        "(资料图)",
        "同志们:",
        "一、总体情况",
        "放大+ 缩小-",
        "图/本报记者",
        "榆川日报数字报",
        "榆川晚报",
        "【要闻】",
    ],
)
def test_what_stands_in_the_place_of_a_title(line: str) -> None:
    assert clean(f"{line}\n{BODY}").title is None


def test_a_masthead_is_the_title_where_no_other_is() -> None:
    assert clean(f"榆川统计快报\n2023-01-20 来源：榆川日报\n{BODY}").title == "榆川统计快报"
    assert clean(f"榆川统计快报\n{BODY}").title == "榆川统计快报"
    assert clean(f"榆川工作简报\n第12期\n2023-01-20 榆川管委会办公室编\n榆川高新区集中签约\n{BODY}").title == "榆川高新区集中签约"
    assert clean(f"会议纪要\n〔2023〕5号\n榆川管委会办公室　2023年1月20日\n主任办公会议纪要\n{BODY}").title == "主任办公会议纪要"
    assert clean(f"榆川管委会办公室{' ' * 40}2023 年 1 月 20 日\n一季度经济运行情况\n{BODY}").title == "一季度经济运行情况"
    assert clean(f"关于用工的报告\n榆川管委会办公室　2023年1月20日\n基本情况\n{BODY}").title == "关于用工的报告"
