"""`parkqa tune`: learn the weights of ranking and confidence again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, settings_of, texts_of


def tune(
    context: typer.Context,
    *,
    folders: Annotated[list[Path], typer.Argument(metavar="FOLDER...", help="Question sets, as for evaluate.", show_default=False)],
    keep_ranking: Annotated[
        bool, typer.Option("--keep-ranking", help="Learn only the confidence and its thresholds; the ranking stays as it is.")
    ] = False,
    config: ConfigOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
) -> None:
    """Learn the weights of ranking and confidence from questions with known answers, and print them as TOML.

    A table on stderr says for each set how often the right passage came first, with weights that had seen the set and with weights that had
    not. Keep the new weights in retrieval/ranking/learned_weights.toml when the second figure is the better one. What the reader
    says is kept in the cache: after a change of the ranking only what changed by it is read again.

    Example: [bold]parkqa tune my-questions other-questions > weights.toml[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from rich.table import Table

    from bot.terminal.printing.progress import reporting_progress
    from bot.terminal.printing.terminal import stderr_console
    from bot.texts.tables import saying
    from retrieval.evaluation.tuning import label_folders, learn, seen_and_unseen
    from retrieval.ranking.learned_weights import as_toml, load_weights

    say = saying(context.ensure_object(Invocation).language)
    with reporting_progress(as_json=False, stages=texts_of(context).reindex_stages) as progress:
        labelled = label_folders(folders, settings, progress)
    if not keep_ranking:
        table = Table(*map(say, ("set", "questions", "right first", "weights learned without it")))
        for row in seen_and_unseen(labelled):
            table.add_row(row.name, str(row.questions), f"{row.seen:.3f}", "" if row.unseen is None else f"{row.unseen:.3f}")
        stderr_console().print(table)
    ranking = load_weights().ranking if keep_ranking else None
    typer.echo(as_toml(learn(list(labelled.values()), ranking), tuple(labelled)), nl=False)
