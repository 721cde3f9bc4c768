"""Notes at the foot of a page are read after the paragraph that they belong to."""

from tests.pdf_files import ems, lines, rule, text, wrapped
from tests.pdf_pages import FIRST, SECOND, column, read


def test_a_footnote_stands_after_the_paragraph_with_its_mark() -> None:
    first, second = wrapped(FIRST, 38), wrapped(SECOND, 38)
    mark = text(60 + 12 * ems(first[0]), 785, "1", 6)
    page = (
        lines(60, 780, *first, second[0])
        + mark
        + rule(60, 90, 200, 90)
        + lines(60, 70, "1 纳税大户指年度入库税收超过2000万元的企业，", "不含金融机构。", size=8, step=12)
    )
    note = "1 纳税大户指年度入库税收超过2000万元的企业，不含金融机构。"
    assert read(page, lines(60, 780, *second[1:])) == [FIRST, note, SECOND]


def test_a_note_without_a_mark_in_the_text_stands_after_the_paragraph_that_ends_its_page() -> None:
    rows = wrapped(SECOND, 38)
    page = column(60, 780, FIRST) + lines(60, 740, rows[0]) + text(60, 60, "注：数据为快报数。", 8)
    assert read(page, lines(60, 780, *rows[1:])) == [FIRST, SECOND, "注：数据为快报数。"]


def test_small_text_without_a_mark_is_no_note() -> None:
    assert read(column(60, 780, FIRST) + text(60, 60, "本刊编辑部", 8)) == [FIRST, "本刊编辑部"]
