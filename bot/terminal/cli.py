"""The command line: `parkqa ask`, `parkqa reindex` and their siblings, one module each in bot/terminal/commands."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NoReturn, cast

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from bot.terminal.commands.articles import articles
from bot.terminal.commands.ask import ask
from bot.terminal.commands.backup import backup
from bot.terminal.commands.bot import bot
from bot.terminal.commands.chat import chat
from bot.terminal.commands.doctor import doctor
from bot.terminal.commands.evaluate import evaluate
from bot.terminal.commands.exit_code import ExitCode
from bot.terminal.commands.init import init
from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation
from bot.terminal.commands.language import LANGUAGES, take_language
from bot.terminal.commands.plain_words import as_commands
from bot.terminal.commands.reindex import reindex
from bot.terminal.commands.restore import restore
from bot.terminal.commands.show import show
from bot.terminal.commands.status import status
from bot.terminal.commands.translation import command_help, translate, wrong_usage
from bot.terminal.commands.tune import tune
from bot.terminal.commands.work import work
from bot.terminal.printing.terminal import no_bug, prepare_streams, stderr_console
from bot.texts.sentences import in_language
from corpus.errors import ParkQAError

if TYPE_CHECKING:
    from typer.core import TyperGroup

LOADED = 50_000
"""Objects that come to stay before Python looks for cycles among them. Loading makes hundreds of thousands, none of them in vain, and with
700, which is Python's own number, looking takes a twentieth of what a question takes in a new process."""

app = typer.Typer(
    name="parkqa",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"parkqa {version('parkqa')}")
        raise typer.Exit


def _refuse_language(given: str | None) -> None:
    """A language that is spoken was taken from the arguments before they came here."""
    if given is not None:
        raise typer.BadParameter(f"must be {', '.join(LANGUAGES)}.")


VersionOption = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", metavar="zh|en", callback=_refuse_language, help="What the terminal speaks; without it, as the locale says."),
]


@app.callback()
def parkqa(  # noqa: PLR0917 - an option is an argument of this function
    context: typer.Context,
    config: ConfigOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    lang: LangOption = None,
    version: VersionOption = False,
) -> None:
    """Verbatim quotes from reports on Chinese development zones, with their source.

    Begin with [bold]parkqa reindex[/bold], then [bold]parkqa ask 银川经开区2022年奖励了多少家企业[/bold].
    """
    context.ensure_object(Invocation).take(config, corpus, index)


for command in (init, ask, chat, reindex, work, articles, show, status, doctor, backup, restore, evaluate, tune, bot):
    app.command()(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and end the process with its exit code (see bot.terminal.commands.exit_code)."""
    gc.set_threshold(LOADED)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # which pydantic looks for in every package that is installed
    prepare_streams()
    spoken, rest = take_language(sys.argv[1:] if arguments is None else arguments, os.environ)
    invocation = Invocation(spoken=spoken)
    try:
        _run(as_commands(rest), invocation)
    except ParkQAError as error:
        stderr_console().print(in_language(str(error), invocation.language), markup=False, soft_wrap=True, style="red")
        sys.exit(ExitCode.ERROR)
    except Exception as error:
        if said := no_bug(error):
            stderr_console().print(in_language(said, invocation.language), markup=False, soft_wrap=True, style="red")
            sys.exit(ExitCode.ERROR)
        _report_bug(error, invocation)
        sys.exit(ExitCode.BUG)
    finally:
        gc.freeze()  # lest Python look for cycles among all that was loaded as it ends: a tenth of the time of a question in a new process
    raise AssertionError("Typer ends the process itself")


def _run(arguments: Sequence[str], invocation: Invocation) -> None:
    """Parse the arguments and run the command that they name, in the language of the invocation."""
    parser, texts = get_command(app), command_help(invocation.language)
    if texts is None:
        parser(arguments, obj=invocation, prog_name="parkqa")
        return
    from bot.texts import TEXTS

    words = TEXTS[invocation.language].command_line
    translate(cast("TyperGroup", parser), texts, words)
    try:
        sys.exit(parser(arguments, obj=invocation, prog_name="parkqa", standalone_mode=False))
    except TyperException as error:
        if said := wrong_usage(error, words, invocation.language):
            stderr_console().print(said, markup=False, soft_wrap=True)
        sys.exit(ExitCode.USAGE)


def reindex_main() -> NoReturn:
    """The command `reindex`: short for `parkqa reindex`."""
    main(["reindex", *sys.argv[1:]])


def _report_bug(error: Exception, invocation: Invocation) -> None:
    from bot.monitoring.log_file import record_bug
    from bot.settings.secrets import secrets_of
    from bot.texts import TEXTS

    settings = invocation.settings
    texts = TEXTS[invocation.language].command_line
    try:
        path = record_bug(error, settings.log if settings else None, secrets_of(settings) if settings else ())
        said = texts.bug.format(kind=type(error).__name__, path=path)
    except OSError as refused:
        said = texts.bug_unwritten.format(kind=type(error).__name__, reason=refused)
    stderr_console().print(said, markup=False, soft_wrap=True, style="red")
