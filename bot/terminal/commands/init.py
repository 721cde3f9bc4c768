"""`parkqa init`: something to begin with, where there is no repository around."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import ConfigError
from bot.terminal.commands.invocation import texts_of

STARTER = Path(__file__).with_name("starter")
"""What is written, as it lies in the installed package."""

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="Where to; without it, here.", show_default=False)]


def init(context: typer.Context, folder: FolderArgument = Path()) -> None:
    """Write a commented parkqa.yaml, the folder of the articles and three sample articles; what is there already stays as it is.

    Example: [bold]parkqa init my-parks[/bold]
    """
    from bot.terminal.printing.terminal import stdout_console

    words, console = texts_of(context).command_line, stdout_console()
    for path, is_new in write_starter(folder):
        console.print((words.written if is_new else words.kept).format(path=path), markup=False, soft_wrap=True)
    console.print(words.begin, markup=False, soft_wrap=True)


def write_starter(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Write each file that is not there, and tell which were written. Raises ConfigError where that cannot be done."""
    for source in sorted(path for path in STARTER.rglob("*") if path.is_file()):
        path = folder / source.relative_to(STARTER)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(source.read_bytes())
            yield path, True
        except FileExistsError:
            if not path.is_file():
                raise ConfigError(f"{path} cannot be written: something else is in its place; name another folder.") from None
            yield path, False
        except OSError as error:
            raise ConfigError(f"{path} cannot be written ({error.strerror}): name another folder.") from None
