"""What stands where settings are looked for, and is none: said on stderr, and nothing ends for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings.environment import unknown_variables
from bot.settings.loading import passed_over
from bot.settings.settings import setting_names
from bot.terminal.printing.terminal import stderr_console

if TYPE_CHECKING:
    from bot.texts.command_line import CommandLine


def print_overlooked(config: Path | None, words: Callable[[], CommandLine]) -> None:
    """Print a line for a config file of another program, and one for each PARKQA_ variable that no setting reads."""
    if foreign := passed_over(config):
        _print(words().passed_over.format(path=foreign))
    for variable, meant in unknown_variables(setting_names()):
        template = words().unknown_variable_meant if meant else words().unknown_variable
        _print(template.format(variable=variable, meant=meant))


def _print(said: str) -> None:
    stderr_console().print(said, markup=False, soft_wrap=True, style="yellow")
