"""`parkqa bot`: the Telegram bot."""

from __future__ import annotations

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, settings_of


def bot(context: typer.Context, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None) -> None:
    """Run the Telegram bot until it is stopped with Ctrl-C or SIGTERM.

    Example: [bold]PARKQA_BOT__TOKEN=… parkqa bot[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.settings.loading import find_config
    from bot.telegram.app import run_bot

    run_bot(settings, find_config(context.ensure_object(Invocation).config))
