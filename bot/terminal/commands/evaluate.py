"""`parkqa evaluate`: quality, measured on questions whose answers are known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, JsonOption, settings_of, texts_of

if TYPE_CHECKING:
    from bot.texts.tables import Say
    from retrieval.evaluation.comparison import Comparison
    from retrieval.evaluation.evaluation import Evaluation


def evaluate(
    context: typer.Context,
    *,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Articles and questions with known answers.", show_default=False)],
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write run.json and risk-coverage.png there.")] = None,
    against: Annotated[Path | None, typer.Option(metavar="RUN.json", help="Compare with an earlier run, question by question.")] = None,
    as_json: JsonOption = False,
    config: ConfigOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
) -> None:
    """Measure how often the answer stands in the first quotes, and how often "found" is said of what is not there.

    FOLDER is in the BEIR layout (corpus.jsonl, queries.jsonl, qrels/test.tsv) or holds articles/ and questions.jsonl; a questions.jsonl
    alone is asked of your corpus. The set gets an index of its own; yours is not touched. recall@k says whether a relevant article is among
    the first k.

    Example: [bold]parkqa evaluate my-questions --out results --against earlier/run.json[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.terminal.printing.progress import reporting_progress
    from bot.terminal.printing.terminal import print_json
    from bot.texts.tables import saying
    from retrieval.evaluation.comparison import compare
    from retrieval.evaluation.evaluation import evaluate as measure
    from retrieval.evaluation.run_record import load_earlier, prepare_folder, save_record
    from retrieval.ranking.learned_weights import load_weights

    say = saying(context.ensure_object(Invocation).language)
    earlier = load_earlier(against) if against else None
    if out:
        prepare_folder(out)
    with reporting_progress(as_json=as_json, stages=texts_of(context).reindex_stages) as progress:
        evaluation = measure(folder, settings, progress=progress)
    record = evaluation.as_dict()
    if out:
        save_record(record, out)
        _draw(evaluation, load_weights().threshold(settings.answer.false_answers), out / "risk-coverage.png", say)
    comparison = compare(evaluation.values_by_question(), earlier) if earlier else None
    if as_json:
        print_json(record | ({"comparison": comparison.as_dict()} if comparison else {}))
    else:
        _show(evaluation, comparison, say)


def _show(evaluation: Evaluation, comparison: Comparison | None, say: Say) -> None:
    from bot.terminal.printing.evaluation_report import changes_table, differences_table, kinds_table, measures_table, traps_table
    from bot.terminal.printing.terminal import stdout_console

    console = stdout_console()
    console.print(measures_table(evaluation, say))
    if evaluation.kinds:
        console.print(kinds_table(evaluation, say))
    if evaluation.traps:
        console.print(traps_table(evaluation, say))
    if comparison:
        console.print(differences_table(comparison, say))
    if comparison and comparison.changes:
        console.print(changes_table(comparison, evaluation, say))


def _draw(evaluation: Evaluation, threshold: float, path: Path, say: Say) -> None:
    from bot.terminal.printing.terminal import stderr_console
    from retrieval.evaluation.risk_coverage import draw, risk_coverage

    try:
        draw(risk_coverage(evaluation.confidence, evaluation.right), threshold, evaluation.name, path)
    except ModuleNotFoundError:
        stderr_console().print(say(f"{path} was not drawn: it takes matplotlib (pip install matplotlib)."), soft_wrap=True, markup=False)
