"""Of which time the figures of a sentence are."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.text.periods import periods
from tests.park_reports import article

JANUARY = date(2024, 1, 18)


def told(text: str, *, title: str = "青屏经开区简报", published: date | None = JANUARY) -> list[list[tuple[date, date, bool]]]:
    """First day, last day and whether it is planned, by sentence."""
    found = periods(article("report", text, title=title, published=published))
    return [[(period.first, period.last, period.planned) for period in own] for _, own in found]


def year(number: int, *, planned: bool = False) -> tuple[date, date, bool]:
    return date(number, 1, 1), date(number, 12, 31), planned


def test_the_day_of_publication_is_no_time_of_a_figure() -> None:
    assert told("全区签约项目61个。") == [[]]


def test_a_sentence_without_a_time_is_of_the_title() -> None:
    assert told("全区签约项目61个。", title="青屏经开区2023年经济运行情况") == [[year(2023)]]


def test_a_sentence_goes_on_from_the_one_before_and_a_paragraph_from_the_title() -> None:
    text = "去年签约61个。总投资9亿元。\n2022年签约50个。总投资8亿元。"
    assert told(text, title="青屏经开区2021年简况") == [[year(2023)], [year(2023)], [year(2022)], [year(2022)]]
    assert told("2022年签约50个。\n总投资8亿元。", title="青屏经开区2021年简况")[-1] == [year(2021)]


def test_a_paragraph_of_a_title_with_two_years_is_of_the_one_told_last() -> None:
    text = "一、2022年预算执行情况\n产值98亿元。\n科技支出3亿元。\n二、2023年预算草案\n科技支出安排4亿元。"
    found = told(text, title="青屏经开区2022年预算执行情况和2023年预算草案")
    assert [[(first.year, last.year) for first, last, _ in own] for own in found[1:3]] == [[(2022, 2022)], [(2022, 2022)]]
    assert [(first.year, last.year) for first, last, _ in found[-1]] == [(2023, 2023)]


def test_months_that_are_not_over_are_of_the_year_before() -> None:
    assert told("1—11月签约61个。") == [[(date(2023, 1, 1), date(2023, 11, 30), False)]]
    assert told("1—11月签约61个。", published=date(2023, 12, 18)) == [[(date(2023, 1, 1), date(2023, 11, 30), False)]]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The kiln was lit in February 2025.", date(2025, 2, 1), date(2025, 2, 28)),
        ("Sales were 40 million yuan in the second half of this year.", date(2025, 7, 1), date(2025, 12, 31)),
        ("Sales were 40 million yuan in the fourth quarter.", date(2024, 10, 1), date(2024, 12, 31)),
    ],
)
def test_a_time_in_english_that_says_its_year_keeps_it(text: str, first: date, last: date) -> None:
    assert told(text, published=date(2025, 1, 20)) == [[(first, last, False)]]


def test_what_shall_be_is_planned_clause_by_clause() -> None:
    assert told("2023年签约61个，今年力争签约70个。") == [[year(2023), year(2024, planned=True)]]
    assert told("今年的预期目标是：\n产值增长8%。")[-1] == [year(2024, planned=True)]
    listed = told("今年的主要目标：\n产值增长8%；\n高企净增60家；\n引进博士200名。\n会上表彰了9家企业。")
    assert [[planned for _, _, planned in sentence] for sentence in listed[1:4]] == [[True], [True], [True]]
    assert not any(planned for _, _, planned in listed[4])


def test_what_is_announced_for_a_time_to_come_is_planned_though_the_time_is_told_behind_it() -> None:
    assert told("会议提出，2024年签约70个，开工50个。") == [[year(2024, planned=True)]]
    assert told("会议提出，2023年签约61个。") == [[year(2023)]]
    assert told("会议提出，2024年已签约61个。", published=date(2024, 12, 20)) == [[year(2024)]]
    assert told("会议提出，2024年签约61个。", published=date(2024, 12, 20)) == [[year(2024)]]


def test_an_item_of_a_list_in_a_sentence_is_not_of_the_time_of_the_one_before() -> None:
    found = told("一是去年3月交付9套；二是缺工人2100人。", title="青屏经开区2022年简况")
    assert found == [[(date(2023, 3, 1), date(2023, 3, 31), False), year(2022)]]
    assert told("2023年，一是签约61个，二是开工50个。") == [[year(2023)]]


def test_what_shall_be_within_the_year_is_of_the_year_of_the_report() -> None:
    text = "会议通报，2023年签约61个。会议要求，年内签约项目不少于70个。"
    assert told(text)[-1] == [year(2024, planned=True)]
    text = "今年一季度签约19个。\n要加快盘活闲置土地，年内完成低效用地再开发1460亩，建成标准厂房28万平方米。"
    assert told(text, published=SUMMER)[-1][-1] == year(2024, planned=True)
    assert told("去年签约61个，都在年内开工。")[-1] == [year(2023)]


def test_the_target_of_the_whole_year_is_that_of_the_year_of_the_report() -> None:
    assert told("去年上半年产值98亿元。\n全年产值目标仍为210亿元。", published=SUMMER)[-1] == [year(2024, planned=True)]
    assert told("三季度开工率要提到五成以上。", published=SUMMER)[-1][-1] == (date(2024, 7, 1), date(2024, 9, 30), True)


def test_this_month_and_this_year_are_those_of_the_title() -> None:
    september = (date(2023, 9, 1), date(2023, 9, 30), False)
    assert told("本月产值3亿元。", title="青屏经开区每月一报：2023年9月", published=date(2023, 10, 15)) == [[september]]
    assert told("这一年，产值98亿元。", title="青屏经开区2022年回眸", published=date(2023, 1, 26)) == [[year(2022)]]


def test_a_year_end_that_is_over_is_not_planned() -> None:
    assert told("到2023年底，全区有企业780家。") == [[(date(2023, 11, 1), date(2023, 12, 31), False)]]


@pytest.mark.parametrize(
    "text", ["产值比去年增长8%。", "企业由2021年末的49家增加到62家。", "超出年初目标4亿元。", "青屏经开区2024年工作会议表彰36家。"]
)
def test_neither_a_yardstick_nor_the_year_of_a_meeting_is_told(text: str) -> None:
    assert told(text, title="青屏经开区2023年简况") == [[year(2023)]]


def test_without_a_date_only_what_it_names_in_full_is_known() -> None:
    assert told("去年签约61个。2022年签约50个。", published=None) == [[], [year(2022)]]


def test_the_past_year_is_the_calendar_year_that_has_just_ended() -> None:
    assert told("过去一年，产值912亿元。") == [[year(2023)]]


def test_the_year_of_a_list_is_none_of_the_figures_after_it() -> None:
    assert told("会议通报了2023年度先进企业名单。36家企业获得表彰。")[1] == []


def test_the_whole_year_in_the_first_months_of_the_next_is_over_unless_it_is_planned() -> None:
    assert told("全年签约61个。") == [[year(2023)]]
    assert told("全年力争签约70个。") == [[year(2024, planned=True)]]
    assert told("全年签约61个。", published=date(2023, 9, 18)) == [[]]


@pytest.mark.parametrize(
    ("row", "times"),
    [
        ("指标：签约（个） · 2022年：50 · 2023年：61", [year(2022), year(2023)]),
        ("指标：签约 · 2022：50 · 2023：61 · 单位：个", [year(2022), year(2023)]),
        ("指标：签约 · 2023年：61 · 同比增长：7% · 2024年目标：70", [year(2023), year(2024, planned=True)]),
        ("年份：2022年 · 签约：50 · 产值：8亿元", [year(2022)]),
        ("2022年 · 月份：5月 · 出口：50", [(date(2022, 5, 1), date(2022, 5, 31), False)]),
        ("年份：2022 · 二季度：61", [(date(2022, 4, 1), date(2022, 6, 30), False)]),
        ("青屏经开区2022年概况 · 指标：签约 · 数量：50", [year(2022)]),
        ("序号：4 · 项目：光纤 · 总投资（亿元）：8.6 · 投产时间：2025年8月", [year(2021)]),
    ],
)
def test_each_cell_of_a_row_is_of_its_header_or_of_the_row(row: str, times: list[tuple[date, date, bool]]) -> None:
    assert told(f"青屏经开区简况\n{row}", title="青屏经开区2021年简况")[-1] == times


def test_a_row_tells_nothing_of_the_rows_after_it_nor_of_a_list_the_day_of_its_headline() -> None:
    rows = "项目：光纤 · 投产时间：2025年8月\n项目：导管 · 总投资：5.4亿元"
    assert told(rows, title="青屏经开区2024年一季度签约项目表")[-1] == []


SUMMER = date(2024, 7, 22)
HALF = (date(2024, 1, 1), date(2024, 6, 30), False)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("▶ 上半年，产值9亿元；\n▶ 税收26亿元；", "青屏经开区成绩单"),
        ("▶ 税收26亿元；", "青屏经开区半年成绩单来了"),
        ("青屏化学上半年报告出来啦！\n▍税收26亿元", "青屏化学二季度利润翻倍"),
        ("（一）上半年产值9亿元。\n（二）税收26亿元。", "青屏经开区简报"),
        ("今年以来，上半年产值98亿元。其中税收26亿元。", "青屏经开区简报"),
    ],
)
def test_an_item_is_of_the_time_of_its_list(text: str, title: str) -> None:
    assert told(text, title=title, published=SUMMER)[-1] == [HALF]


def test_lines_without_a_mark_are_items_too_after_a_head_that_announces_aims() -> None:
    lines = "报告明确了今年的主要目标：\n产值增长7%；\n新增企业60家；\n引进博士20名。\n会上表彰了12家企业。"
    _, *items, after = told(lines, title="青屏经开区召开工作会议")
    assert items == [[year(2024, planned=True)]] * 3
    assert after == [year(2024)]


def test_the_day_of_a_meeting_or_of_long_ago_is_none_of_the_figures_after_it() -> None:
    assert told("1月17日，经开区召开总结会。\n税收26亿元。")[-1] == []
    assert told("2020年12月28日，园区封关运行。\n税收26亿元。")[-1] == []


def test_the_whole_year_is_that_of_the_time_before_it() -> None:
    assert told("从上半年的-1.8%，到全年的3.6%，2022年税收47亿元。")[0][1:] == [year(2023), year(2022)]
    assert told("2021年，出口9亿元。全年税收26亿元。")[-1] == [year(2021)]


def test_a_five_year_plan_that_names_a_year_is_no_time() -> None:
    assert told("过去的一年是“十四五”开局之年，税收26亿元。") == [[year(2023)]]


def test_a_planned_part_of_a_year_is_still_to_come() -> None:
    assert told("力争四季度突破260亿元。", published=SUMMER) == [[(date(2024, 10, 1), date(2024, 12, 31), True)]]


def test_the_target_of_the_whole_year_is_this_years_also_beside_a_half_that_is_to_come() -> None:
    assert told("下半年订单已排到12月，全年450套的目标不变。", published=SUMMER)[0][-1] == year(2024, planned=True)
    assert told("下半年，该区将力争全年产值突破820亿元。", published=SUMMER)[0][-1] == year(2024, planned=True)


def test_a_day_soon_after_the_report_is_still_to_come_unless_it_looks_back() -> None:
    assert told("3月4日开始报名。", published=date(2024, 2, 27)) == [[(date(2024, 3, 4), date(2024, 3, 4), False)]]
    assert told("3月4日开工。", title="2023年大事记", published=date(2024, 2, 27)) == [[(date(2023, 3, 4), date(2023, 3, 4), False)]]
    assert told("12月25日开工。") == [[(date(2023, 12, 25), date(2023, 12, 25), False)]]


def test_this_years_figures_in_a_report_on_another_year_are_of_that_one() -> None:
    assert told("本年度评价177家园区。", title="青屏高新区2023年评价结果", published=date(2024, 11, 29)) == [[year(2023)]]


def test_what_is_proposed_for_an_honour_is_no_plan() -> None:
    assert told("本年度拟奖补企业63家。") == [[year(2024)]]


def test_below_a_year_of_a_chronicle_months_and_days_are_of_it() -> None:
    text = (
        "【2021】\n4月，一期动工。\n工人1600名。\n【2022年】\n3月5日，二期验收，面积1.2平方公里。\n11月，进出口提前一个月完成。\n厂房40栋。"
    )
    spring = (date(2021, 4, 1), date(2021, 4, 30), False)
    november = (date(2022, 11, 1), date(2022, 11, 30), False)
    assert told(text, title="开园三周年大事回眸") == [
        [year(2021)],
        [spring],
        [year(2021)],
        [year(2022)],
        [(date(2022, 3, 5), date(2022, 3, 5), False)],
        [november],
        [year(2022)],
    ]


def test_below_a_month_of_a_chronicle_days_and_what_tells_none_are_of_it() -> None:
    text = "1月\n5日，年会到会300人。\n8月\n最高用电负荷达126万千瓦。\n2日起，312家企业错峰用电。\n十二月份\n29日，公交开通，全长9公里。"
    january, august, december = ((date(2023, month, 1), date(2023, month, 31), False) for month in (1, 8, 12))
    told_of = told(text, title="青屏经开区2023年大事记")
    assert told_of == [[january], [january], [august], [august], [august], [december], [december]]


def test_one_line_that_is_a_year_makes_no_chronicle() -> None:
    assert told("2021年\n签约61个。", title="青屏经开区2023年经济运行情况")[-1] == [year(2023)]
    assert told("签约61个。\n2021年度报告\n2022年度报告\n产值9亿元。", title="青屏经开区2023年经济运行情况")[-1] == [year(2023)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("老厂2019年动工，2022年4月点火，当年出砖3亿块。", [2022]),
        ("新窑6月点火，年内出砖7千万块。", [2023]),
        ("当年产值118亿元。", []),
    ],
)
def test_that_year_is_the_year_of_the_time_before_it(text: str, years: list[int]) -> None:
    [found] = told(text)
    assert [first.year for first, _, _ in found] == years
    assert all((last - first).days > 360 for first, last, _ in found)


def test_within_some_years_is_no_year() -> None:
    [found] = told("新窑2022年点火，三年内出砖9亿块。")
    assert [(first.year, last.year) for first, last, _ in found] == [(2022, 2022)]
    assert told("新窑2022年4月点火，三年内出砖9亿块。")[0][0][1] == date(2022, 4, 30)
