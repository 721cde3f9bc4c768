"""Characters are turned upright, and count once however often they are printed."""

import pytest

from tests.pdf_files import text, wrapped
from tests.pdf_pages import FIRST, SECOND, TITLE, column, read


def test_spread_and_justified_lines_have_no_blanks() -> None:
    page = text(120, 780, "经济运行通报", 18, spacing=14) + text(60, 740, "实现地区生产总值318.6亿元，", spacing=3.5)
    assert read(page) == ["经济运行通报", "实现地区生产总值318.6亿元，"]


def test_glyphs_placed_one_by_one_in_any_order() -> None:
    glyphs = [text(60 + 12 * place, 780, char) for place, char in enumerate("云栖经开区新建厂房十八万平方米。")]
    assert read("".join(glyphs[::2] + glyphs[::-2])) == ["云栖经开区新建厂房十八万平方米。"]


@pytest.mark.parametrize(("rotate", "matrix", "x", "step"), [(90, "0 1 -1 0", 200, 20), (270, "0 -1 1 0", 400, -20)])
def test_turned_pages(rotate: int, matrix: str, x: float, step: float) -> None:
    y = 60 if rotate == 90 else 780
    page = "".join(text(x + step * number, y, line, matrix=matrix) for number, line in enumerate(wrapped(FIRST, 30, indent=0)))
    assert read(page, rotate=rotate) == [FIRST]


def test_text_printed_again_for_a_bold_face_or_a_shadow_counts_once() -> None:
    page = text(60, 780, TITLE, 18) + text(60.4, 780, TITLE, 18) + text(61.5, 778.5, TITLE, 18, gray=0.6)
    assert read(page) == [TITLE]


def test_watermarks_are_no_text() -> None:
    askew = text(200, 300, "内部资料", 46, matrix="0.8 0.6 -0.6 0.8", gray=0.9)
    between = text(150, 750, "仅供参考", 26, gray=0.85)
    assert read(askew + between + column(60, 780, FIRST, SECOND)) == [FIRST, SECOND]


def test_raised_and_lowered_characters_stand_in_their_places() -> None:
    page = (
        text(60, 780, "占地36km")
        + text(108, 785, "2", 7)
        + text(112, 780, "，减排CO")
        + text(160, 777, "2", 7)
        + text(164, 780, "八万吨。")
    )
    assert read(page) == ["占地36km²，减排CO₂八万吨。"]


def test_what_is_printed_outside_of_the_page_is_not_seen() -> None:
    assert read(column(60, 780, FIRST) + text(60, -20, "终稿第七版", 7) + text(700, 400, "裁切标记", 7)) == [FIRST]


def test_a_watermark_on_every_page_is_no_text_though_it_is_upright() -> None:
    pages = [column(60, 780, paragraph) + text(200, 500, "仅供内部使用", 14, gray=0.8) for paragraph in (FIRST, SECOND)]
    assert read(*pages) == [FIRST, SECOND]


def test_pale_text_that_stands_once_is_text() -> None:
    assert read(text(60, 800, "碧湾日报", 9, gray=0.6) + column(60, 780, FIRST)) == ["碧湾日报", FIRST]
