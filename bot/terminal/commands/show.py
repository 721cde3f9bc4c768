"""`parkqa show`: one article, to check how it was read."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, settings_of

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="As `parkqa articles` lists it; the path of the file does as well.")]


def show(
    context: typer.Context, id: IdArgument, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None
) -> None:
    """Show one article: title, date, publisher, parks, its passages, and the lines of its page that were left out.

    Example: [bold]parkqa show yinchuan-2022-work-meeting[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.terminal.printing.articles import print_article
    from bot.terminal.printing.terminal import stdout_console
    from corpus.errors import CorpusError
    from corpus.formats.scans.recogniser import recogniser
    from corpus.reading.all_articles import find_article
    from corpus.reading.preview import preview
    from corpus.reading.recognised_pages import KnownPages
    from retrieval.index.directory import IndexDirectory
    from retrieval.text.splitter import split

    folder, rules = settings.corpus.folder, settings.corpus.rules
    recognise = recogniser(memory=KnownPages(IndexDirectory(settings.index.folder).recognised))
    found = find_article(folder, id, rules, recognise)
    if found is None:
        raise CorpusError(f"{folder} has no article {id}; `parkqa articles` lists those that can be read, and why the others cannot.")
    print_article(preview(folder, found.source, rules, recognise), found.article, split(found.article), stdout_console())
