"""`parkqa doctor`: is everything as it should be, and if not, what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.terminal.commands.exit_code import ExitCode
from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, settings_of

if TYPE_CHECKING:
    from rich.console import Console

    from bot.terminal.health import CheckResult


def doctor(context: typer.Context, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None) -> None:
    """Check settings, articles, index, embedding model, disk and bot; each ✗ says what helps.

    检查配置、文章、索引、模型、磁盘和机器人；有问题时说明怎么办（退出码 1）。

    Example: [bold]parkqa doctor --config server.yaml[/bold]
    """
    from bot.settings.loading import find_config
    from bot.terminal.health import CheckResult, examine
    from bot.terminal.printing.terminal import stdout_console
    from corpus.errors import ParkQAError

    console = stdout_console()
    try:
        settings = settings_of(context, config, corpus, index)
    except ParkQAError as error:
        _print(console, CheckResult("config", False, str(error)))
        raise typer.Exit(ExitCode.ERROR) from None
    read = find_config(context.ensure_object(Invocation).config)
    _print(console, CheckResult("config", True, str(read.absolute()) if read else "no file, the defaults hold"))
    healthy = True
    for result in examine(settings):
        _print(console, result)
        healthy = healthy and result.healthy
    if not healthy:
        raise typer.Exit(ExitCode.ERROR)


def _print(console: Console, result: CheckResult) -> None:
    from rich.text import Text

    mark = Text("✓", style="green") if result.healthy else Text("✗", style="red")
    console.print(mark.append(f" {result.name:<9}", style="bold").append(result.detail, style="not bold"), soft_wrap=True)
