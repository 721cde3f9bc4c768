"""`parkqa restore`: everything back out of one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, texts_of

if TYPE_CHECKING:
    from bot.backup.restored_config import HoldingConfig
    from bot.backup.restoring import Restored
    from bot.settings.settings import Settings
    from bot.texts.backing_up import BackingUp

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A file that `parkqa backup` wrote.", show_default=False)]


def restore(
    context: typer.Context, file: FileArgument, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None
) -> None:
    """Bring back what `parkqa backup` wrote; nothing is overwritten, and no damaged file is taken.

    The config file goes to ./parkqa.yaml, the rest to where the settings have it; the whole file is checked first. A config file that is
    there stays and holds; where there are an index or other articles of the same names, nothing is done.

    Example: [bold]parkqa restore parkqa-2026-03-01.tar.gz[/bold]
    """
    from bot.backup.archive import check
    from bot.backup.restored_config import restored_config
    from bot.backup.restoring import restore as bring_back
    from bot.settings.loading import load_settings
    from bot.terminal.printing.overlooked import print_overlooked
    from bot.terminal.printing.parts import print_parts
    from bot.terminal.printing.terminal import stdout_console

    invocation, texts = context.ensure_object(Invocation), texts_of(context)
    invocation.take(config, corpus, index)
    print_overlooked(invocation.config, lambda: texts.command_line)
    contents = check(file)
    with restored_config(file, invocation.config) as holding:
        invocation.settings = load_settings(holding.to_read, corpus=invocation.corpus, index=invocation.index)
        restored = bring_back(file, contents, invocation.settings)
    words = texts.backing_up
    heading = words.restored.format(path=file, made_at=contents.made_at)
    print_parts(stdout_console(), heading, _parts(restored, invocation.settings, holding, words))


def _index(restored: Restored, settings: Settings, words: BackingUp) -> str:
    if restored.index_version:
        return words.index_in.format(version=restored.index_version, folder=settings.index.folder)
    return words.index_from_vectors.format(folder=settings.index.folder) if restored.vectors else words.no_index


def _parts(restored: Restored, settings: Settings, holding: HoldingConfig, words: BackingUp) -> dict[str, str]:
    """What became of each part."""
    files = words.files_kept if restored.kept else words.files_in
    config = words.config_written if holding.is_new else words.config_kept
    said = {
        "articles": files.format(count=restored.articles, kept=restored.kept, folder=settings.corpus.folder),
        "index": _index(restored, settings, words),
        "store": words.stores.format(names=", ".join(map(str, restored.stores))) if restored.stores else words.no_stores,
        "config": config.format(path=holding.path) if holding.path else words.no_config,
    }
    return {words.parts[name]: each for name, each in said.items()}
