"""Characters become pieces by their places: gaps that are wider than the others divide, blanks are where they are seen."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.pdf.characters import Characters
from corpus.formats.pdf.pieces import Piece, pieces

SIZE = 10.0


def characters(*placed: tuple[str, float, float], order: Sequence[int] = ()) -> Characters:
    """Characters at x and y; Han characters are as wide as high, others half of that; `order` is the one in the file."""
    chosen = [placed[place] for place in order] if order else list(placed)
    left = np.array([x for _, x, _ in chosen])
    width = np.array([SIZE / 2 if char.isascii() else SIZE for char, _, _ in chosen])
    count = len(chosen)
    return Characters(
        text=np.array([char for char, _, _ in chosen], dtype=np.str_),
        left=left,
        right=left + width,
        baseline=np.array([y for _, _, y in chosen]),
        size=np.full(count, SIZE),
        after_blank=np.zeros(count, dtype=bool),
        pale=np.zeros(count, dtype=bool),
        height=842,
        rules=(),
        pictures=(),
    )


def line(words: str, *, gap: float = 0, y: float = 100) -> list[tuple[str, float, float]]:
    """Words with a gap after each character, in sizes of the font; a blank in them is a step of 0.3 sizes."""
    placed, x = [], 50.0
    for char in words:
        if char != " ":
            placed.append((char, x, y))
        x += (0.3 if char == " " else 0.5 if char.isascii() else 1) * SIZE + gap * SIZE * (char != " ")
    return placed


def texts(*found: Piece) -> list[str]:
    return [piece.text for piece in found]


@pytest.mark.parametrize("gap", [0, 0.2, 0.45])
def test_justified_text_has_no_blanks(gap: float) -> None:
    assert texts(*pieces(characters(*line("实现地区生产总值318.6亿元", gap=gap)))) == ["实现地区生产总值318.6亿元"]


@pytest.mark.parametrize("words", ["工业总产值", "通知", "合计", "经济运行情况通报"])
def test_spread_labels_are_closed(words: str) -> None:
    assert texts(*pieces(characters(*line(words, gap=0.9)))) == [words]


def test_a_step_behind_the_point_of_a_figure_is_no_blank() -> None:
    assert texts(*pieces(characters(*line("13. 7亿元，总投资46. 9亿元，税收2. 85亿元")))) == ["13.7亿元，总投资46.9亿元，税收2.85亿元"]
    assert texts(*pieces(characters(*line("1. 2023年工作回顾")))) == ["1. 2023年工作回顾"]


def test_english_words_keep_their_blanks() -> None:
    assert texts(*pieces(characters(*line("Park QA opens 3 plants")))) == ["Park QA opens 3 plants"]


def test_typed_blanks_around_figures_are_none() -> None:
    assert texts(*pieces(characters(*line("截至 10 月底达到 320 个")))) == ["截至10月底达到320个"]


def test_a_wide_gap_divides_and_figures_beside_each_other_stay_apart() -> None:
    cells = [*line("财政收入"), *((char, x + 100, y) for char, x, y in line("28.3")), *((char, x + 130, y) for char, x, y in line("30.1"))]
    assert texts(*pieces(characters(*cells))) == ["财政收入", "28.3 30.1"]
    assert texts(*pieces(characters(*cells[:-4], *((char, x + 140, y) for char, x, y in line("30.1"))))) == ["财政收入", "28.3", "30.1"]


def test_a_piece_can_be_cut() -> None:
    (piece,) = pieces(characters(*line("财政收入")))
    assert (piece.between(0, 2).text, piece.between(2, 4).text, piece.between(2, 4).left) == ("财政", "收入", 70)


def test_printed_again_a_little_to_the_side_counts_once() -> None:
    twice = [each for char, x, y in line("财政收入1100万元") for each in ((char, x, y), (char, x + 0.4, y + 0.3))]
    assert texts(*pieces(characters(*twice))) == ["财政收入1100万元"]


@given(st.permutations(range(13)))
def test_the_order_in_the_file_does_not_matter(order: list[int]) -> None:
    placed = [*line("实现生产总值"), *line("318.6亿元", y=118)]
    assert texts(*pieces(characters(*placed, order=order))) == ["实现生产总值", "318.6亿元"]
