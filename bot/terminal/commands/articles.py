"""`parkqa articles`: what was read out of the files."""

from __future__ import annotations

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, JsonOption, settings_of, texts_of


def articles(
    context: typer.Context, as_json: JsonOption = False, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None
) -> None:
    """List the articles as they are read from their files: title, date, publisher, parks; with --json the text too, one object a line.

    Files that give no article, or less than all of it, go to stderr with their reason. Nothing is written, and no index is needed.

    Example: [bold]parkqa articles --json[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.terminal.printing.articles import print_articles
    from bot.terminal.printing.rejections import print_rejections, print_remarks
    from bot.terminal.printing.terminal import print_json, stderr_console, stdout_console
    from corpus.formats.scans.recogniser import recogniser
    from corpus.reading.all_articles import read_folder
    from corpus.reading.recognised_pages import KnownPages
    from retrieval.answering.answer_json import article_as_dict
    from retrieval.index.directory import IndexDirectory

    recognise = recogniser(memory=KnownPages(IndexDirectory(settings.index.folder).recognised))
    reading = read_folder(settings.corpus.folder, settings.corpus.rules, recognise)
    if as_json:
        for article in reading.articles:
            print_json(article_as_dict(article) | {"text": article.text})
    else:
        print_articles(reading.articles, stdout_console())
    print_remarks(stderr_console(), reading.remarks, texts_of(context))
    print_rejections(stderr_console(), reading.rejections, texts_of(context))
