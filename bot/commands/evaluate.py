"""`parkqa evaluate`: quality, measured on questions whose answers are known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.invocation import ConfigOption, CorpusOption, IndexOption, JsonOption, settings_of


def evaluate(
    context: typer.Context,
    *,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Articles and questions with known answers.", show_default=False)],
    as_json: JsonOption = False,
    config: ConfigOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
) -> None:
    """Measure how often the answer stands in the first quotes.

    FOLDER is in the BEIR layout (corpus.jsonl, queries.jsonl, qrels/test.tsv) or holds articles/ and questions.jsonl. It gets an index of
    its own; yours is not touched.

    用已知答案的问题测量检索质量。

    Example: [bold]parkqa evaluate my-questions --json[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.progress import reporting_progress
    from bot.terminal import print_json, stdout_console
    from retrieval.evaluation import evaluate as measure

    with reporting_progress(as_json=as_json) as progress:
        evaluation = measure(folder, settings, progress=progress)
    if as_json:
        print_json(evaluation.as_dict())
        return
    from rich.table import Table

    table = Table("measure", "value", title=str(folder), title_justify="left")
    for name, value in evaluation.rows():
        table.add_row(name, value)
    stdout_console().print(table)
