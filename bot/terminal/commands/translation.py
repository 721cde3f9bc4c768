"""The parser of the command line in another language: what -h says, and what is said of wrong usage.

In English it stands with the commands themselves; the Chinese of it is bot/texts/command_help.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bot.texts
from bot.settings.language import Language
from bot.texts.sentences import in_language

if TYPE_CHECKING:
    from typer import Context
    from typer.core import TyperGroup
    from typer.exceptions import TyperException

    from bot.texts.command_line import CommandLine

Help = Mapping[str, Mapping[str, str]]


def command_help(language: Language) -> Help | None:
    """The texts of -h; None in English, where they stand with the commands."""
    if language == "en":
        return None
    import tomllib

    path = Path(bot.texts.__file__).with_name("command_help.toml")
    chinese: Help = tomllib.loads(path.read_text(encoding="utf-8"))
    if language == "zh":
        return chinese
    from bot.texts.zh_hant import rewritten

    return {topic: {name: rewritten(text) for name, text in texts.items()} for topic, texts in chinese.items()}


def translate(root: TyperGroup, texts: Help, words: CommandLine) -> None:
    """Let a parser, and all of its commands, speak with these words."""
    root.help = texts["commands"]["parkqa"]
    for name, command in root.commands.items():
        command.help = texts["commands"][name]
        command.short_help = command.help.strip().split("\n")[0]
        _set(command, "rich_help_panel", words.commands)
    for command in (root, *root.commands.values()):
        _set(command, "get_usage", partial(_usage, command.get_usage, words))
        _set(command, "get_help_option", partial(_help_option, command.get_help_option, texts["options"]["--help"], words))
    for name, parameter in _parameters(root):
        if parameter.param_type_name == "argument":
            parameter.help = texts["arguments"][f"{name}.{parameter.name}"]
            _set(parameter, "rich_help_panel", words.arguments)
        else:
            parameter.help = texts["options"].get(f"{name} {parameter.opts[-1]}") or texts["options"][parameter.opts[-1]]
            _set(parameter, "rich_help_panel", texts["panels"].get(parameter.rich_help_panel, words.options))


def wrong_usage(error: TyperException, words: CommandLine, language: Language) -> str:
    """What is said of wrong usage: how the command is used, where to read on, and what is wrong; nothing where -h was shown instead."""
    if not error.format_message():
        return ""
    said = f"{words.error}：{in_language(error.format_message(), language)}"
    context = getattr(error, "ctx", None)
    if context is None:
        return said
    return "\n".join((context.get_usage().strip(), words.try_help.format(command=context.command_path), said))


def _usage(in_english: Callable[[Context], str], words: CommandLine, context: Context) -> str:
    return in_english(context).replace("Usage: ", words.usage, 1)


def _help_option(in_english: Callable[[Context], Any], said: str, words: CommandLine, context: Context) -> Any:  # noqa: ANN401 - click's own
    option = in_english(context)
    if option is not None:
        option.help, option.rich_help_panel = said, words.options
    return option


def _parameters(root: TyperGroup) -> Iterator[tuple[str, Any]]:
    """Every argument and option, with the name of its command."""
    for name, command in (("parkqa", root), *root.commands.items()):
        yield from ((name, parameter) for parameter in command.params)


def _set(what: object, name: str, value: object) -> None:
    setattr(what, name, value)
