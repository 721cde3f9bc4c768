"""What recurs at the edges of pages goes, what only looks like it stays."""

import pytest

from tests.pdf_files import lines, text, wrapped
from tests.pdf_pages import FIRST, SECOND, THIRD, column, read


def test_heads_feet_and_page_numbers_go_and_the_sentence_goes_on() -> None:
    rows = wrapped(FIRST, 38) + wrapped(SECOND, 38) + wrapped(THIRD, 38)
    pages = [
        text(380 if number % 2 == 0 else 60, 815, ("碧湾年鉴（2022）", "综合经济")[number % 2], 9)
        + lines(60, 780, *rows[2 * number : 2 * number + 2])
        + text(290, 30, f"— {number + 12} —", 9)
        for number in range(3)
    ]
    assert read(*pages) == [FIRST, SECOND, THIRD]


def test_figures_at_the_end_of_a_page_are_no_page_number() -> None:
    page = lines(60, 780, "新建标准厂房18万平方米", "入园企业", "238")
    assert read(page, lines(60, 780, "收储工业用地1260亩")) == ["新建标准厂房18万平方米", "入园企业", "238", "收储工业用地1260亩"]


@pytest.mark.parametrize("foot", ["第 {} 页 共 2 页", "{} / 2", "Page {} of 2", "- {} -", "{}", "·{}·"])
def test_page_numbers_of_all_sorts(foot: str) -> None:
    pages = [column(60, 780, words) + text(280, 30, foot.format(number), 9) for number, words in ((1, FIRST), (2, SECOND))]
    assert read(*pages) == [FIRST, SECOND]


def test_page_numbers_in_han_characters() -> None:
    numbered = (("九", FIRST), ("十", SECOND), ("十一", THIRD))
    assert read(*(column(60, 780, words) + text(280, 30, f"第{number}页", 9) for number, words in numbered)) == [FIRST, SECOND, THIRD]


def test_the_same_words_at_the_top_of_pages_stay_when_they_are_part_of_the_text() -> None:
    openings = [f"截至{month}月底，全区累计完成投资{month}1亿元。" for month in (3, 6, 9)]
    assert read(*(column(60, 780, opening, SECOND) for opening in openings)) == [line for opening in openings for line in (opening, SECOND)]


def test_the_head_of_a_single_even_page_goes_with_those_of_the_odd_ones() -> None:
    headed = (("碧湾年鉴（2022）", FIRST), ("综合经济", SECOND), ("碧湾年鉴（2022）", THIRD))
    assert read(*(text(60, 815, head, 9) + column(60, 780, words) for head, words in headed)) == [FIRST, SECOND, THIRD]
