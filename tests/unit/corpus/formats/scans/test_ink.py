"""Lines as the models read them, to pieces of a page: no models are needed for it."""

from __future__ import annotations

from itertools import accumulate

from corpus.formats.scans.ink import PlacedLine, pieces_of
from corpus.formats.scans.text_reader import ReadLine

SIZE = 12.0


def line(text: str, left: float, middle: float, size: float = SIZE) -> PlacedLine:
    """Text that a model has read without a mistake; blanks go to the character after them, a full-width one leaves a gap only."""
    widths = [size * (0.5 if char.isascii() else 1.0) for char in text]
    ends = list(accumulate(widths))
    centres = [(end - width / 2) / ends[-1] for end, width in zip(ends, widths, strict=True)]
    characters: list[str] = []
    places: list[float] = []
    for before, char, centre in zip(" " + text, text, centres, strict=False):
        if not char.isspace():
            characters.append((" " if before == " " and characters else "") + char)
            places.append(centre)
    return PlacedLine(ReadLine(tuple(characters), tuple(places), 0.99), left, middle - 0.7 * size, left + ends[-1], middle + 0.7 * size)


def texts(*lines: PlacedLine) -> list[str]:
    return [piece.text for piece in pieces_of(lines)]


def test_the_size_is_how_far_han_characters_are_apart() -> None:
    title, text = pieces_of([line("碧湾经开区经济运行分析会", 60, 40, 18), line("会上对纳税大户进行了表彰奖励", 60, 80)])
    assert (round(title.size, 1), round(text.size, 1)) == (18.0, 12.0)
    assert (round(text.left), round(text.right)) == (60, 60 + 14 * 12)


def test_a_short_line_is_of_the_size_that_its_height_tells() -> None:
    text, number = pieces_of([line("会上对纳税大户进行了表彰奖励", 60, 80), line("- 1 -", 60, 800)])
    assert abs(number.size - text.size) < 0.1


def test_parts_of_one_line_are_one_piece_and_cells_are_several() -> None:
    assert texts(line("会上对纳税大户", 60, 80), line("进行了表彰奖励", 60 + 7 * 12 + 4, 81)) == ["会上对纳税大户进行了表彰奖励"]
    assert texts(line("工业总产值", 60, 80), line("186.4亿元", 200, 80)) == ["工业总产值", "186.4亿元"]
    assert texts(line("工业总产值\u3000\u3000\u3000186.4亿元", 60, 80)) == ["工业总产值", "186.4亿元"]


def test_blanks_stand_between_english_words_only() -> None:
    assert texts(line("全年产值 186 亿元，同比增长", 60, 80)) == ["全年产值186亿元，同比增长"]
    assert texts(line("Biwan Development Zone", 60, 80)) == ["Biwan Development Zone"]
    assert texts(line("Biwan Development", 60, 80), line("Zone", 60 + 17 * 6 + 6, 80)) == ["Biwan Development Zone"]


def test_marks_beside_han_characters_are_those_of_chinese() -> None:
    assert texts(line("完成投资9.5%;其中外资(含港澳)增长,达到3:2", 60, 80)) == ["完成投资9.5%；其中外资（含港澳）增长，达到3:2"]
    assert texts(line("In all, 1,200 jobs (net); see p. 3", 60, 80)) == ["In all, 1,200 jobs (net); see p. 3"]
