"""The order in which the parts of a page are read."""

from tests.pdf_files import lines, table, text
from tests.pdf_pages import FIRST, SECOND, THIRD, TITLE, column, read


def test_columns_are_read_one_after_the_other_below_what_stands_over_both() -> None:
    head = text(150, 800, TITLE, 18)
    assert read(head + column(50, 760, FIRST, width=18) + column(310, 753, SECOND, width=18, step=21)) == [TITLE, FIRST, SECOND]


def test_three_columns_and_a_line_below_all() -> None:
    columns = "".join(column(40 + 175 * place, 760, paragraph, width=12) for place, paragraph in enumerate((FIRST, SECOND, THIRD)))
    assert read(columns + column(40, 500, FIRST, width=42)) == [FIRST, SECOND, THIRD, FIRST]


def test_a_column_with_the_rest_of_the_text_may_be_short() -> None:
    page = column(50, 760, FIRST + SECOND, width=18) + lines(310, 760, "并做好全年各项收尾工作，确保如期完成", "年度目标任务。")
    assert read(page) == [f"{FIRST}{SECOND}", "并做好全年各项收尾工作，确保如期完成年度目标任务。"]


def test_a_table_between_columns() -> None:
    above = column(50, 780, FIRST, width=18) + column(310, 780, SECOND, width=18)
    between = table(50, 640, [["片区", "项目数（个）", "投资（亿元）"], ["北区", "19", "35.1"], ["南区", "28", "48.5"]], (160, 160, 160))
    below = column(50, 520, THIRD, width=18) + column(310, 520, SECOND, width=18)
    rows = ["片区：北区 · 项目数（个）：19 · 投资（亿元）：35.1", "片区：南区 · 项目数（个）：28 · 投资（亿元）：48.5"]
    assert read(above + between + below) == [FIRST, SECOND, *rows, THIRD, SECOND]


def test_a_headline_ends_the_columns_above_it() -> None:
    above = column(50, 780, FIRST, width=18) + column(310, 780, SECOND, width=18)
    below = column(50, 560, THIRD, width=18) + column(310, 560, FIRST, width=18)
    headline = "碧湾高新区新建标准厂房二十万平方米"
    assert read(above + text(50, 600, headline, 18) + below) == [FIRST, SECOND, headline, THIRD, FIRST]


def test_a_byline_above_the_columns_is_in_none() -> None:
    byline = text(250, 800, "2022-07-19 碧湾日报", 9)
    columns = "".join(column(40 + 175 * place, 775, paragraph, width=12) for place, paragraph in enumerate((FIRST, SECOND, THIRD)))
    assert read(text(150, 825, TITLE, 18) + byline + columns) == [TITLE, "2022-07-19 碧湾日报", FIRST, SECOND, THIRD]


def test_a_headline_inside_a_column_leaves_the_other_column_whole() -> None:
    left = text(50, 780, "碧湾经开区办公室编", 10) + text(190, 780, "2023年7月31日", 10)
    left += text(50, 740, "全省开放平台观摩会召开", 19) + column(50, 700, FIRST, SECOND, THIRD, width=18)
    right = column(310, 793, SECOND, THIRD, FIRST, width=18)
    assert read(left + right) == ["碧湾经开区办公室编 2023年7月31日", "全省开放平台观摩会召开", FIRST, SECOND, THIRD, SECOND, THIRD, FIRST]
