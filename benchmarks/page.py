"""Draws the part on speed of docs/benchmarks.md again, tables and pictures, from the newest record of benchmarks.speed.

python -m benchmarks.page
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchmarks.corpora import ROOT
from benchmarks.plots import bars, lines, stacks
from benchmarks.record import newest
from benchmarks.speed.recorded import Recorded
from benchmarks.speed.tables import text

PAGE = ROOT / "docs" / "benchmarks.md"
PICTURES = ROOT / "docs" / "benchmarks"
BEGIN, END = "<!-- speed: from here on by `python -m benchmarks.page` -->", "<!-- speed: up to here -->"
COLOURS = {"parkqa": "#0969da", "raw": "#8c959f"}
OTHERS = "#d4a72c"


def between(page: str, drawn: str) -> str:
    """The page with another text between the two marks. Raises ValueError where they are missing."""
    begin, end = page.index(BEGIN) + len(BEGIN), page.index(END)
    return f"{page[:begin]}\n\n{drawn.strip()}\n\n{page[end:]}"


def draw(recorded: Recorded, folder: Path) -> None:
    """The pictures of a record."""
    rates = {name: recorded.rates(name) for name in recorded.indexing}
    bars(rates, _colours(rates), "passages indexed a second", folder / "indexing.svg")
    for size in recorded.sizes:
        rounds = {name: recorded.by_round(size, name) for name in recorded.ways}
        bars(rounds, _colours(rounds), f"milliseconds a question over {size:,} passages, p50", folder / f"questions-{size}.svg")
    stacks({f"{size:,} passages": recorded.question_stages(size) for size in recorded.sizes}, "milliseconds", folder / "steps.svg")
    if len(recorded.sizes) > 1:
        growth = {name: [(size, median(recorded.by_round(size, name))) for size in recorded.sizes] for name in recorded.ways}
        lines(growth, "milliseconds a question, p50", folder / "growth.svg")


def _colours(names: dict[str, list[float]]) -> dict[str, str]:
    """Ours, the floor, the others."""
    return {name: COLOURS.get(name.partition(",")[0], OTHERS) for name in names}


def main() -> None:
    record = newest("speed")
    if record is None:
        sys.exit("Nothing is measured yet: run `make bench` first.")
    recorded = Recorded(record)
    draw(recorded, PICTURES)
    PAGE.write_text(between(PAGE.read_text(encoding="utf-8"), text(recorded, PICTURES.name)), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} is drawn again")


if __name__ == "__main__":
    main()
