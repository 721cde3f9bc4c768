"""Reads the settings of a process.

Precedence, highest first: command-line flags, environment (`PARKQA_SECTION__KEY`), the config file, the defaults in the sections.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

import bot
from bot.errors import ConfigError
from bot.settings.config_file import ConfigFile, is_foreign, read_config_file
from bot.settings.environment import values_in_environment
from bot.settings.settings import Settings, facets, sections, setting_names
from bot.settings.wrong_value import wrong_values
from corpus.settings import BesideConfig, absolute

CANDIDATES = ("parkqa.yaml", "config.yaml")
"""Config files in the working directory, the first one first; after them comes the one beside the packages."""


def find_config(given: Path | None) -> Path | None:
    """The config file to read: the one given, the first of CANDIDATES that is ours, or none (then the defaults hold)."""
    if given is not None:
        return given
    names = setting_names()
    return next((path for path in _candidates() if not is_foreign(path, names)), None)


def config_here() -> Path | None:
    """The config file of ours in the working directory, if there is one."""
    names = setting_names()
    return next((path for path in map(Path, CANDIDATES) if path.is_file() and not is_foreign(path, names)), None)


def passed_over(given: Path | None) -> Path | None:
    """A config file of another program that stands where ours might be, before the one that is read."""
    if given is not None:
        return None
    first = next(_candidates(), None)
    return first if first and is_foreign(first, setting_names()) else None


def _candidates() -> Iterator[Path]:
    beside_packages = Path(bot.__file__).resolve().parent.parent / "config.yaml"
    return (path for path in (*map(Path, CANDIDATES), beside_packages) if path.is_file())


def load_settings(config: Path | None = None, *, corpus: Path | None = None, index: Path | None = None) -> Settings:
    """Read the settings of this process; `corpus` and `index` are the folders given as flags.

    Raises ConfigError for a file that cannot be read, and with a line for each unknown key and each wrong value.
    """
    path = find_config(config)
    file = read_config_file(path, setting_names()) if path else ConfigFile()
    mistakes = list(file.mistakes)
    try:
        settings = Settings.model_validate(_with_environment(_anchored(file)))
    except ValidationError as error:
        mistakes += wrong_values(error, file)
    if mistakes:
        raise ConfigError("\n".join(text for _, text in sorted(mistakes)))
    return _with_folders(settings, corpus, index)


def _with_environment(values: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The file's values, and those of the environment, which go before them."""
    environment = values_in_environment(setting_names())
    return values | {section: values.get(section, {}) | keys for section, keys in environment.items()}


def _with_folders(settings: Settings, corpus: Path | None, index: Path | None) -> Settings:
    """The settings with the folders of the flags, and both absolute: a child process may run in another working directory."""
    folders = {"corpus": corpus or settings.corpus.folder, "index": index or settings.index.folder}
    changed = {name: getattr(settings, name).model_copy(update={"folder": absolute(folder)}) for name, folder in folders.items()}
    return settings.model_copy(update=changed)


def _anchored(file: ConfigFile) -> dict[str, dict[str, Any]]:
    """The file's values, relative paths made relative to the folder of the file."""
    anchored: dict[str, dict[str, Any]] = {section: dict(keys) for section, keys in file.values.items()}
    for section, key, mark in _paths():
        value = anchored.get(section, {}).get(key)
        if not isinstance(value, str) or not value.strip():
            continue
        path = absolute(file.path.parent / value if not value.startswith("~") else Path(value))
        if path.is_dir() or not mark.only_folders:
            anchored[section][key] = str(path)
    return anchored


def _paths() -> Iterator[tuple[str, str, BesideConfig]]:
    for name, section in sections().items():
        for key, field in section.model_fields.items():
            yield from ((name, key, mark) for mark in facets(field) if isinstance(mark, BesideConfig))
