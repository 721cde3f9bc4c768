"""What stands where settings are looked for, and is none: said on stderr, and nothing ends for it."""

from __future__ import annotations

from pathlib import Path

from bot.settings.environment import unknown_variables
from bot.settings.loading import passed_over
from bot.settings.settings import setting_names
from bot.terminal.printing.terminal import stderr_console
from bot.texts.command_line import CommandLine


def print_overlooked(config: Path | None, words: CommandLine) -> None:
    """Print a line for a config file of another program, and one for each PARKQA_ variable that no setting reads."""
    console = stderr_console()
    if foreign := passed_over(config):
        console.print(words.passed_over.format(path=foreign), markup=False, soft_wrap=True, style="yellow")
    for variable, meant in unknown_variables(setting_names()):
        template = words.unknown_variable_meant if meant else words.unknown_variable
        console.print(template.format(variable=variable, meant=meant), markup=False, soft_wrap=True, style="yellow")
