"""Drafts have the numbers of their lines at the margin."""

import pytest

from tests.pdf_files import lines, text, wrapped
from tests.pdf_pages import FIRST, SECOND, THIRD, TITLE, read

ROWS = [line for paragraph in (FIRST, SECOND, THIRD) for line in wrapped(paragraph, 36)]


def numbered(rows: list[str], first: int, step: int = 1, size: float = 12) -> str:
    numbers = [number for number in range(first, first + len(rows)) if number % step == 0]
    return lines(80, 780, *rows) + "".join(text(50, 780 - 20 * (number - first), str(number), size) for number in numbers)


@pytest.mark.parametrize("size", [8, 12])
def test_the_numbers_of_lines_are_no_text(size: float) -> None:
    title = text(200, 810, TITLE, 16)
    assert read(title + numbered(ROWS, 1, size=size)) == [TITLE, FIRST, SECOND, THIRD]


def test_lines_are_numbered_on_from_page_to_page() -> None:
    assert read(numbered(ROWS, 1), numbered(ROWS, len(ROWS) + 1)) == [FIRST, SECOND, THIRD] * 2


def test_every_fifth_line_is_numbered() -> None:
    assert read(numbered(ROWS * 5, 1, step=5)) == [FIRST, SECOND, THIRD] * 5


def test_an_empty_line_may_be_numbered() -> None:
    rows = [*wrapped(FIRST, 36), "", *wrapped(SECOND, 36), *wrapped(THIRD, 36)]
    assert read(numbered(rows, 1)) == [FIRST, SECOND, THIRD]


def test_the_numbers_of_a_list_stay() -> None:
    names = ["碧湾海工装备", "澜石精细化工", "远帆物流", "青屿生物", "海岬新材料", "东礁能源"]
    drawn = "".join(text(60, 780 - 20 * place, str(place + 1)) + text(100, 780 - 20 * place, name) for place, name in enumerate(names))
    assert "4" in "\n".join(read(drawn))
