"""Draws docs/benchmarks.md again, tables and pictures, from the newest records of speed, servers, profile, engines and scale.

python -m benchmarks.page
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from textwrap import fill
from typing import Any

from benchmarks.corpora import ROOT
from benchmarks.engines import tables as of_engines
from benchmarks.plots import bars, lines, stacks
from benchmarks.profile import tables as of_profile
from benchmarks.record import newest
from benchmarks.scale import tables as of_scale
from benchmarks.scale.tables import index_curves, question_curves
from benchmarks.servers import tables as of_servers
from benchmarks.speed import tables as of_speed
from benchmarks.speed.recorded import Recorded

PAGE = ROOT / "docs" / "benchmarks.md"
PICTURES = ROOT / "docs" / "benchmarks"
BEGIN, END = "<!-- {}: from here on by `python -m benchmarks.page` -->", "<!-- {}: up to here -->"
COLOURS = {"parkqa": "#0969da", "raw": "#8c959f"}
OTHERS = "#d4a72c"
LONGEST = 170
TEXTS: Mapping[str, Callable[[dict[str, Any]], str]] = {
    "speed": lambda record: of_speed.text(Recorded(record), PICTURES.name),
    "servers": of_servers.text,
    "profile": of_profile.text,
    "engines": of_engines.text,
    "scale": lambda record: of_scale.text(record, PICTURES.name),
}
"""What is drawn from the newest record of each benchmark."""


def between(page: str, benchmark: str, drawn: str) -> str:
    """The page with another text between the two marks of a benchmark. Raises ValueError where they are missing."""
    mark = BEGIN.format(benchmark)
    begin, end = page.index(mark) + len(mark), page.index(END.format(benchmark))
    return f"{page[:begin]}\n\n{wrapped(drawn.strip())}\n\n{page[end:]}"


def wrapped(text: str) -> str:
    """Lines of text that are too long as several; tables cannot be. Names and addresses stay in one piece."""
    return "\n".join(line if line.startswith("|") else _wrapped(line) for line in text.split("\n"))


def _wrapped(line: str) -> str:
    indent = "  " if line.startswith("- ") else ""
    return fill(line, LONGEST, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


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
    drawn = {benchmark: draw_text(record) for benchmark, draw_text in TEXTS.items() if (record := newest(benchmark))}
    if not drawn:
        sys.exit("Nothing is measured yet: run `make bench` first.")
    for benchmark, text in drawn.items():
        page = between(page, benchmark, text)
    if speed := newest("speed"):
        draw(Recorded(speed), PICTURES)
    if scale := newest("scale"):
        draw_scale(scale, PICTURES)
    PAGE.write_text(page, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} is drawn again")


if __name__ == "__main__":
    main()
