"""How often a question about a cell of a table is answered with its row, found, and with that very cell emphasised.

    python -m benchmarks.tables [--failures]

Writes twelve tables as files of six formats, indexes them all together and asks sixty questions. Exit code 1 where the row is in the first
quote of fewer than nine in ten.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables.asked import TABLES, Asked
from benchmarks.tables.files import file_of
from bot.settings.loading import load_settings
from retrieval.answering.answerer import Answerer
from retrieval.factory import open_answerer, open_indexer

LEAST_ROWS = 0.9


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question."""

    suffix: str
    asked: Asked
    row: bool
    """Whether the first quote's answering sentence is the row."""
    found: bool
    cell: bool
    """Whether the words that answer are what the cell holds."""
    quoted: str


def outcomes(answerer: Answerer) -> Iterator[Outcome]:
    for table in TABLES:
        for asked in table.asked:
            answer = answerer.ask(asked.question)
            quote = answer.quotes[0]
            row = quote.article.text[slice(*quote.emphasis[0])]
            words = quote.article.text[slice(*quote.answer)] if quote.answer else ""
            right = asked.row in row and asked.value in row
            yield Outcome(
                table.suffix, asked, right, right and answer.found, right and words.strip() == asked.value, f"{row} → {words or '–'}"
            )


def indexed(folder: Path) -> Answerer:
    """An answerer over the tables, written and indexed below a folder."""
    articles = folder / "articles"
    articles.mkdir()
    for number, table in enumerate(TABLES, 1):
        (articles / f"{number:02d}.{table.suffix}").write_bytes(file_of(table))
    settings = load_settings(corpus=articles, index=folder / "index")
    report = open_indexer(settings).reindex(lambda stage, done, total: None)
    if report.rejected:
        sys.exit(f"not read: {report.rejected}")
    return open_answerer(settings)


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        found = list(outcomes(indexed(Path(made))))
    by_suffix: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        by_suffix[outcome.suffix].append(outcome)
        if "--failures" in sys.argv and not (outcome.row and outcome.cell and outcome.found):
            print(f"{outcome.asked.question}\n    row {outcome.row}, found {outcome.found}, cell {outcome.cell}: {outcome.quoted}")
    print(f"{'format':8}{'asked':>6}{'row':>6}{'found':>7}{'cell':>6}")
    for suffix, those in [*by_suffix.items(), ("all", found)]:
        print(f"{suffix:8}{len(those):6}{sum(o.row for o in those):6}{sum(o.found for o in those):7}{sum(o.cell for o in those):6}")
    sys.exit(sum(outcome.row for outcome in found) < LEAST_ROWS * len(found))


if __name__ == "__main__":
    main()
