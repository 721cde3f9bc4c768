"""`parkqa doctor`: is everything as it should be, and if not, what helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from bot.terminal.commands.exit_code import ExitCode
from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, settings_of, texts_of

if TYPE_CHECKING:
    from rich.console import Console

    from bot.terminal.health import CheckResult


def doctor(context: typer.Context, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None) -> None:
    """Check settings, articles, index, embedding model, disk and bot; each ✗ says what helps.

    Example: [bold]parkqa doctor --config server.yaml[/bold]
    """
    from bot.settings.loading import find_config
    from bot.terminal.health import CheckResult, examine
    from bot.terminal.printing.terminal import stdout_console
    from bot.texts.sentences import in_language
    from corpus.errors import ParkQAError

    console, texts, language = stdout_console(), texts_of(context), context.ensure_object(Invocation).language

    def show(result: CheckResult) -> None:
        _print(console, replace(result, detail=in_language(result.detail, language)), texts.command_line.checks)

    try:
        settings = settings_of(context, config, corpus, index)
    except ParkQAError as error:
        show(CheckResult("config", False, str(error)))
        raise typer.Exit(ExitCode.ERROR) from None
    read = find_config(context.ensure_object(Invocation).config)
    show(CheckResult("config", True, str(read.absolute()) if read else texts.command_line.no_config))
    healthy = True
    for result in examine(settings):
        show(result)
        healthy = healthy and result.healthy
    if not healthy:
        raise typer.Exit(ExitCode.ERROR)


def _print(console: Console, result: CheckResult, names: Mapping[str, str]) -> None:
    from rich.cells import cell_len
    from rich.text import Text

    name = names[result.name]
    padding = " " * (max(map(cell_len, names.values())) + 1 - cell_len(name))

    mark = Text("✓", style="green") if result.healthy else Text("✗", style="red")
    console.print(mark.append(f" {name}{padding}", style="bold").append(result.detail, style="not bold"), soft_wrap=True)
