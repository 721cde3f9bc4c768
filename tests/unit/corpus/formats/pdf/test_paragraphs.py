"""Lines that were only broken to fit the page become paragraphs, others stay apart."""

from tests.pdf_files import lines, text, wrapped
from tests.pdf_pages import FIRST, SECOND, THIRD, column, read


def test_lines_that_fit_the_page_are_joined_and_paragraphs_are_kept() -> None:
    assert read(column(60, 780, FIRST, SECOND)) == [FIRST, SECOND]


def test_english_words_keep_their_blanks_and_lose_the_hyphens_of_line_ends() -> None:
    page = lines(
        60,
        700,
        "The zone will finish its third plant, a fixed-asset invest-",
        "ment of 9.6 billion yuan, and hire many of the people",
        "neighbouring.",
    )
    assert read(page) == [
        "The zone will finish its third plant, a fixed-asset investment of 9.6 billion yuan, and hire many of the people neighbouring."
    ]


def test_paragraphs_apart_by_a_gap_only() -> None:
    first, second = wrapped(FIRST, 38, indent=0), wrapped(SECOND, 38, indent=0)
    assert read(lines(60, 780, *first) + lines(60, 780 - 20 * len(first) - 9, *second)) == [FIRST, SECOND]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    rows = wrapped(FIRST + SECOND + THIRD, 18)
    assert read(lines(50, 780, *rows[:4]) + lines(310, 780, *rows[4:7]), lines(50, 780, *rows[7:])) == [FIRST + SECOND + THIRD]


def test_items_and_headings_are_lines_of_their_own() -> None:
    items = ["一、总体要求", "（一）新建标准厂房18万平方米。", "（二）完善道路。", "• 北区建成通车", "• 南区开工建设"]
    assert read(lines(60, 780, *items)) == items


def test_a_hanging_number_does_not_indent_its_lines() -> None:
    rows = wrapped(FIRST, 36, indent=0)
    assert read(lines(60, 780, "1.", step=20) + lines(78, 780, *rows)) == [f"1. {FIRST}"]


def test_lines_beside_a_picture_are_full() -> None:
    beside = "q 200 0 0 130 320 680 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q\n"
    assert read(beside + column(60, 795, FIRST, width=20) + column(60, 660, SECOND)) == [FIRST, SECOND]


def test_a_title_of_two_centred_lines_is_one() -> None:
    title = text(190, 800, "碧湾经济技术开发区", 20) + text(120, 770, "关于促进海洋装备产业的若干措施", 20)
    assert read(title + column(60, 730, FIRST)) == ["碧湾经济技术开发区关于促进海洋装备产业的若干措施", FIRST]


def test_a_table_of_contents_is_not_joined() -> None:
    entries = [f"{name}{'…' * 26}{number}" for name, number in (("第一章项目推进", 1), ("第二章产业发展", 3), ("第三章基础设施", 5))]
    assert read(lines(60, 780, *entries)) == entries
