"""The options that every command takes, and the settings that they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings.language import Language

if TYPE_CHECKING:
    from bot.settings.settings import Settings
    from bot.texts.wording import Texts

_PANEL = "Where things are"

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings file; without it ./parkqa.yaml, ./config.yaml, or the one of the repository.",
        rich_help_panel=_PANEL,
    ),
]
CorpusOption = Annotated[
    Path | None,
    typer.Option("--corpus", metavar="DIR", help="Folder of the article files; goes before corpus.folder.", rich_help_panel=_PANEL),
]
IndexOption = Annotated[
    Path | None, typer.Option("--index", metavar="DIR", help="Folder of the index; goes before index.folder.", rich_help_panel=_PANEL)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else on stdout.")]


@dataclass(slots=True)
class Invocation:
    """What one run of the command line was given. `main` makes it, the parser fills it, the report of a bug reads it."""

    config: Path | None = None
    corpus: Path | None = None
    index: Path | None = None
    settings: Settings | None = None
    spoken: Language | None = None
    """The language that was asked for, or that the locale has."""

    @property
    def language(self) -> Language:
        """What the terminal speaks."""
        return self.spoken or "en"

    def take(self, config: Path | None, corpus: Path | None, index: Path | None) -> None:
        """Take options up; the ones after the command come later and win."""
        self.config = config or self.config
        self.corpus = corpus or self.corpus
        self.index = index or self.index


def texts_of(context: typer.Context) -> Texts:
    """What is said in the language of this run."""
    from bot.texts import TEXTS

    return TEXTS[context.ensure_object(Invocation).language]


def settings_of(context: typer.Context, config: Path | None, corpus: Path | None, index: Path | None) -> Settings:
    """The settings for a command, from its own options and those before it; what was passed over is said. Raises ConfigError."""
    from bot.settings.loading import load_settings
    from bot.terminal.printing.overlooked import print_overlooked

    invocation = context.ensure_object(Invocation)
    invocation.take(config, corpus, index)
    print_overlooked(invocation.config, lambda: texts_of(context).command_line)
    invocation.settings = load_settings(invocation.config, corpus=invocation.corpus, index=invocation.index)
    return invocation.settings
