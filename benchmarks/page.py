"""Draws docs/benchmarks.md again, tables and pictures, from the newest records of benchmarks.speed and benchmarks.scale.

python -m benchmarks.page
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpora import ROOT
from benchmarks.plots import bars, lines, stacks
from benchmarks.record import newest
from benchmarks.scale.tables import index_curves, question_curves
from benchmarks.scale.tables import text as scale_text
from benchmarks.speed.recorded import Recorded
from benchmarks.speed.tables import text

PAGE = ROOT / "docs" / "benchmarks.md"
PICTURES = ROOT / "docs" / "benchmarks"
BEGIN, END = "<!-- {}: from here on by `python -m benchmarks.page` -->", "<!-- {}: up to here -->"
COLOURS = {"parkqa": "#0969da", "raw": "#8c959f"}
OTHERS = "#d4a72c"


def between(page: str, benchmark: str, drawn: str) -> str:
    """The page with another text between the two marks of a benchmark. Raises ValueError where they are missing."""
    mark = BEGIN.format(benchmark)
    begin, end = page.index(mark) + len(mark), page.index(END.format(benchmark))
    return f"{page[:begin]}\n\n{drawn.strip()}\n\n{page[end:]}"


def draw(recorded: Recorded, folder: Path) -> None:
    """The pictures of a record of speed."""
    rates = {name: recorded.rates(name) for name in recorded.indexing}
    bars(rates, _colours(rates), "passages indexed a second", folder / "indexing.svg")
    for size in recorded.sizes:
        rounds = {name: recorded.by_round(size, name) for name in recorded.ways}
        bars(rounds, _colours(rounds), f"milliseconds a question over {size:,} passages, p50", folder / f"questions-{size}.svg")
    stacks({f"{size:,} passages": recorded.question_stages(size) for size in recorded.sizes}, "milliseconds", folder / "steps.svg")
    if len(recorded.sizes) > 1:
        growth = {name: [(size, median(recorded.by_round(size, name))) for size in recorded.sizes] for name in recorded.ways}
        lines(growth, "milliseconds a question, p50", folder / "growth.svg")


def draw_scale(record: Mapping[str, Any], folder: Path) -> None:
    """The curves of a record of scale."""
    lines(index_curves(record), "seconds, megabytes", folder / "scale-index.svg")
    lines(question_curves(record), "milliseconds", folder / "scale-questions.svg")


def _colours(names: dict[str, list[float]]) -> dict[str, str]:
    """Ours, the floor, the others."""
    return {name: COLOURS.get(name.partition(",")[0], OTHERS) for name in names}


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    speed, scale = newest("speed"), newest("scale")
    if speed is None and scale is None:
        sys.exit("Nothing is measured yet: run `make bench` first.")
    if speed:
        draw(Recorded(speed), PICTURES)
        page = between(page, "speed", text(Recorded(speed), PICTURES.name))
    if scale:
        draw_scale(scale, PICTURES)
        page = between(page, "scale", scale_text(scale, PICTURES.name))
    PAGE.write_text(page, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} is drawn again")


if __name__ == "__main__":
    main()
