"""Lines that cross are a grid, and a missing line makes one cell of two fields."""

from corpus.formats.pdf.drawings import Segment
from corpus.formats.pdf.grids import grids


def ruled(columns: int, rows: int, width: float = 50, height: float = 20) -> list[Segment]:
    """Every side of every field, each drawn for itself."""
    fields = [(column * width, row * height) for column in range(columns) for row in range(rows)]
    return [
        side
        for x, y in fields
        for side in (
            (x, y, x + width, y),
            (x, y + height, x + width, y + height),
            (x, y, x, y + height),
            (x + width, y, x + width, y + height),
        )
    ]


def test_fields_are_cells() -> None:
    (grid,) = grids(ruled(3, 2))
    assert (grid.xs, grid.ys) == ((0, 50, 100, 150), (0, 20, 40))
    assert len({cell for row in grid.cells for cell in row}) == 6


def test_a_missing_side_merges_two_fields() -> None:
    sides = [side for side in ruled(3, 2) if side != (50, 0, 50, 20)]
    (grid,) = grids(sides)
    assert grid.cells[0][0] == grid.cells[0][1] != grid.cells[0][2]
    assert grid.cells[1][0] != grid.cells[1][1]


def test_lines_that_are_a_little_off_meet() -> None:
    (grid,) = grids([(x0 + 0.8, y0, x1 - 1.5, y1 + 0.4) for x0, y0, x1, y1 in ruled(2, 2)])
    assert len(grid.cells) == len(grid.cells[0]) == 2


def test_open_sides_belong_to_the_grid() -> None:
    (grid,) = grids([(0, 0, 150, 0), (0, 20, 150, 20), (0, 40, 150, 40), (50, 0, 50, 40), (100, 0, 100, 40)])
    assert grid.xs == (0, 50, 100, 150)


def test_tables_apart_are_grids_of_their_own_and_lines_alone_are_none() -> None:
    lower = [(x0, y0 + 200, x1, y1 + 200) for x0, y0, x1, y1 in ruled(2, 1)]
    assert [grid.ys[0] for grid in grids([*lower, *ruled(2, 1), (0, 500, 300, 500)])] == [0, 200]
    assert grids([(0, 0, 300, 0), (0, 20, 300, 20)]) == []


def test_thousands_of_lines_are_a_drawing() -> None:
    assert grids([(0, 3.0 * place, 500, 3.0 * place) for place in range(1000)] + ruled(2, 2)) == []
