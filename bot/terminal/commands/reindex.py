"""`parkqa reindex`: bring the index up to date with the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, JsonOption, settings_of, texts_of

if TYPE_CHECKING:
    from rich.console import Console

    from bot.texts.command_line import CommandLine
    from bot.texts.wording import Texts
    from retrieval.building.report import ReindexReport

_SHOWN_IDS = 5
_SHOWN_REMARKS = 20


def reindex(
    context: typer.Context,
    *,
    full: Annotated[bool, typer.Option("--full", help="Read every file again and make a new index version in any case.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only report what would change; write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Also where more than a third of the articles are gone.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on: take in whatever changes in the folder, once it has been still for some seconds.")
    ] = False,
    as_json: JsonOption = False,
    config: ConfigOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
) -> None:
    """Bring the index up to date with the articles.

    Reads what changed, embeds what is new, and publishes the next index version at once; a running bot follows by itself.
    Interrupted at any moment, it leaves the index as it was.

    Example: [bold]parkqa reindex --dry-run[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    if watch:
        if dry_run:
            raise typer.BadParameter(texts_of(context).command_line.watch_or_dry_run)
        from bot.terminal.commands.watching import reindex_on_changes

        reindex_on_changes(settings, context.ensure_object(Invocation), texts_of(context), full=full, as_json=as_json)
        return
    from bot.messages.reason_text import said_as_dict
    from bot.terminal.printing.progress import reporting_progress
    from bot.terminal.printing.terminal import print_json, stderr_console, stdout_console
    from bot.terminal.printing.workers import print_workers
    from corpus.errors import CorpusError
    from retrieval.factory import open_indexer
    from retrieval.models.bundled_embedder import has_bulk_engine, is_bulk_engine_faster
    from retrieval.models.embedding_models import BUNDLED

    if settings.embedding.model == BUNDLED and is_bulk_engine_faster() and not has_bulk_engine():
        stderr_console().print(texts_of(context).command_line.no_torch, style="yellow", soft_wrap=True)
    with reporting_progress(as_json=as_json, stages=texts_of(context).reindex_stages) as progress:
        report = open_indexer(settings, self_check=True).reindex(progress, full=full, dry_run=dry_run, sure=yes)
    if as_json:
        said = {"rejected": [*map(said_as_dict, report.rejected)], "remarks": [*map(said_as_dict, report.remarks)]}
        print_json(report.as_dict() | said)
    else:
        _print_report(stdout_console(), report, texts_of(context), dry_run)
        print_workers(stdout_console(), report.workers, texts_of(context), context.ensure_object(Invocation).language)
    if not report.articles:
        raise CorpusError(
            f"No article could be read in {settings.corpus.folder}, so the index stays as it was; add articles or give --corpus."
        )


def _print_report(console: Console, report: ReindexReport, texts: Texts, dry_run: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    from bot.admin.index_report import self_check_text
    from bot.terminal.printing.rejections import print_rejections, print_remarks
    from bot.terminal.printing.terminal import printable

    words = texts.command_line
    table = Table("", words.articles, words.which, box=None)
    for kind, ids in (("added", report.added), ("changed", report.changed), ("removed", report.removed)):
        more = words.more.format(count=len(ids) - _SHOWN_IDS) if len(ids) > _SHOWN_IDS else ""
        table.add_row(words.changes[kind], str(len(ids)), Text(printable(", ".join(ids[:_SHOWN_IDS])) + more, style="dim"))
    table.add_row(words.changes["unchanged"], str(report.unchanged), "")
    table.add_row(words.changes["rejected"], str(len(report.rejected)), "")
    console.print(table)
    print_rejections(console, report.rejected, texts)
    print_remarks(console, report.remarks[:_SHOWN_REMARKS], texts)
    if len(report.remarks) > _SHOWN_REMARKS:
        console.print(words.more_remarks.format(count=len(report.remarks) - _SHOWN_REMARKS), style="yellow")
    if report.articles or dry_run:  # else an error follows
        console.print(_result(report, words, dry_run), soft_wrap=True)
    if report.self_check:
        console.print(f"{self_check_text(report.self_check, texts)}{texts.command_line.full_stop}", soft_wrap=True, highlight=False)


def _result(report: ReindexReport, words: CommandLine, dry_run: bool) -> str:
    size, seconds = words.size.format(articles=report.articles, passages=report.passages), f"{report.seconds:.1f}"
    if dry_run:
        return words.dry_run.format(size=size)
    if report.version is None:
        return words.up_to_date.format(size=size, seconds=seconds)
    return words.in_use.format(version=report.version, size=size, embedded=report.embedded, seconds=seconds)
