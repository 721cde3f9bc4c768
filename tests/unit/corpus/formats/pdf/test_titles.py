"""The title as it is printed."""

from corpus.formats.pdf import parse
from tests.pdf_files import pdf, text
from tests.pdf_pages import FIRST, SECOND, TITLE, column, read


def test_titles_bylines_and_letter_heads_are_lines_of_their_own() -> None:
    head = text(90, 780, "碧湾经济技术开发区管委会文件", 28) + text(240, 740, "碧经管〔2022〕27号", 13)
    title = text(150, 700, "碧湾经济技术开发区管委会", 18) + text(90, 674, "关于印发海洋装备产业若干措施的通知", 18)
    body = text(60, 640, "各部门、各街道：") + column(60, 620, FIRST) + text(380, 540, "2022年8月12日")
    assert read(head + title + body) == [
        "碧湾经济技术开发区管委会文件",
        "碧经管〔2022〕27号",
        "碧湾经济技术开发区管委会关于印发海洋装备产业若干措施的通知",
        "各部门、各街道：",
        FIRST,
        "2022年8月12日",
    ]


def title(*pages: str) -> str | None:
    return parse(pdf(*pages)).title


def test_the_largest_line_above_the_text_is_the_title() -> None:
    above = text(200, 800, "园区要闻", 14) + text(120, 770, TITLE, 20)
    assert title(above + column(60, 730, FIRST) + text(60, 600, "二、下半年工作", 22)) == TITLE


def test_the_masthead_of_a_bulletin_is_no_title() -> None:
    head = text(180, 790, "工作简报", 36, spacing=20) + text(240, 755, "第18期（总第236期）")
    editor = text(60, 730, "党政办编") + text(440, 730, "2022年7月20日")
    assert title(head + editor + text(150, 690, TITLE, 18) + column(60, 650, FIRST, SECOND)) == TITLE


def test_text_of_one_size_has_no_printed_title() -> None:
    assert title(text(60, 800, TITLE) + column(60, 780, FIRST)) is None
