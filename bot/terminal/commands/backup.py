"""`parkqa backup`: everything in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, settings_of, texts_of

if TYPE_CHECKING:
    from bot.backup.archive import Contents
    from bot.settings.settings import Settings
    from bot.texts.backing_up import BackingUp

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A new file, such as parkqa.tar.gz.", show_default=False)]


def backup(
    context: typer.Context, file: FileArgument, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None
) -> None:
    """Write articles, index, the bot's memory and the config file into one file; no secrets.

    It is read again and checked. A running bot is not disturbed; a reindex cannot run meanwhile.

    Example: [bold]parkqa backup parkqa-2026-03-01.tar.gz[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.backup.archive import ARTICLES, CONFIG, INDEX, STORE
    from bot.backup.making import make_backup
    from bot.messages.readable_size import readable_size
    from bot.settings.loading import find_config
    from bot.terminal.printing.parts import print_parts
    from bot.terminal.printing.terminal import stdout_console

    words, path = texts_of(context).backing_up, find_config(context.ensure_object(Invocation).config)
    made = make_backup(file, settings, path)
    parts = {
        ARTICLES: words.files.format(count=len(made.below(ARTICLES))),
        INDEX: _index(settings, made, words),
        STORE: _stores(settings, ", ".join(made.below(STORE)), words),
        CONFIG: words.config.format(path=path) if path else words.no_config,
    }
    heading = words.made.format(path=file, size=readable_size(file.stat().st_size))
    print_parts(stdout_console(), heading, {words.parts[Path(name).stem]: said for name, said in parts.items()})


def _index(settings: Settings, made: Contents, words: BackingUp) -> str:
    if settings.index.engine == "milvus":
        return words.index_in_server if made.vectors else words.no_index
    return words.index.format(version=made.index_version) if made.index_version else words.no_index


def _stores(settings: Settings, names: str, words: BackingUp) -> str:
    if settings.bot.database:
        return words.database
    return words.stores.format(names=names) if names else words.no_stores
