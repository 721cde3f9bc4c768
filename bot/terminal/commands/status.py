"""`parkqa status`: what is in the index."""

from __future__ import annotations

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, JsonOption, settings_of, texts_of


def status(
    context: typer.Context, as_json: JsonOption = False, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None
) -> None:
    """Show what is in the index: version, articles, parks and years, workers, and the files that were rejected.

    Example: [bold]parkqa status --json[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.monitoring.index_facts import read_facts
    from bot.terminal.printing.terminal import print_json

    facts = read_facts(settings)
    if as_json:
        print_json(facts.as_dict())
        return
    from bot.admin.index_report import status_text, worker_lines
    from bot.messages.message import Message
    from bot.settings.time_zone import time_zone
    from bot.terminal.printing.drawing import draw
    from bot.terminal.printing.rejections import print_rejections
    from bot.terminal.printing.terminal import stdout_console

    console, texts = stdout_console(), texts_of(context)
    workers = worker_lines(facts, texts, context.ensure_object(Invocation).language)
    told = (status_text(facts, texts, time_zone(settings.bot.timezone)), *workers, "、".join(facts.parks))
    draw(Message("\n".join(filter(None, told))), console)
    print_rejections(console, facts.rejected, texts)
