"""The command line: `parkqa ask`, `parkqa reindex` and their siblings, one module each in bot/terminal/commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from bot.terminal.commands.articles import articles
from bot.terminal.commands.ask import ask
from bot.terminal.commands.bot import bot
from bot.terminal.commands.chat import chat
from bot.terminal.commands.doctor import doctor
from bot.terminal.commands.evaluate import evaluate
from bot.terminal.commands.exit_code import ExitCode
from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation
from bot.terminal.commands.reindex import reindex
from bot.terminal.commands.show import show
from bot.terminal.commands.status import status
from bot.terminal.commands.tune import tune
from bot.terminal.printing.terminal import prepare_streams, stderr_console
from corpus.errors import ParkQAError

app = typer.Typer(name="parkqa", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")


@app.callback()
def parkqa(context: typer.Context, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None) -> None:
    """Verbatim quotes from reports on Chinese development zones, with their source.

    开发区新闻问答：答案都是原文摘录，注明出处；语料里没有，就直说没有。

    Begin with [bold]parkqa reindex[/bold], then [bold]parkqa ask "银川经开区2022年奖励了多少家企业"[/bold].
    """
    context.ensure_object(Invocation).take(config, corpus, index)


for command in (ask, chat, reindex, articles, show, status, doctor, evaluate, tune, bot):
    app.command()(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and end the process with its exit code (see bot.terminal.commands.exit_code)."""
    prepare_streams()
    invocation = Invocation()
    try:
        app(arguments, obj=invocation, prog_name="parkqa")
    except ParkQAError as error:
        stderr_console().print(str(error), markup=False, soft_wrap=True, style="red")
        sys.exit(ExitCode.ERROR)
    except Exception as error:
        _report_bug(error, invocation)
        sys.exit(ExitCode.BUG)
    raise AssertionError("Typer ends the process itself")


def reindex_main() -> NoReturn:
    """The command `reindex`: short for `parkqa reindex`."""
    main(["reindex", *sys.argv[1:]])


def _report_bug(error: Exception, invocation: Invocation) -> None:
    from bot.monitoring.log_file import record_bug
    from bot.settings.secrets import secrets_of

    settings = invocation.settings
    path = record_bug(error, settings.log if settings else None, secrets_of(settings) if settings else ())
    stderr_console().print(
        f"A bug in parkqa ({type(error).__name__}); its traceback is in {path}.", markup=False, soft_wrap=True, style="red"
    )
