"""Settings in the environment, where `answer.quotes` is PARKQA_ANSWER__QUOTES."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches

from bot.settings.config_file import SettingNames

ENVIRONMENT_PREFIX = "PARKQA_"


def environment_variable(name: str) -> str:
    """The environment variable of a setting."""
    return f"{ENVIRONMENT_PREFIX}{name.replace('.', '__').upper()}"


def values_in_environment(names: SettingNames) -> dict[str, dict[str, str]]:
    """What the environment says, by section and key; upper and lower case are the same."""
    given = {variable.upper(): value for variable, value in os.environ.items()}
    variables = {section: {key: environment_variable(f"{section}.{key}") for key in keys} for section, keys in names.items()}
    return {section: {key: given[variable] for key, variable in keys.items() if variable in given} for section, keys in variables.items()}


def unknown_variables(names: SettingNames) -> Iterator[tuple[str, str | None]]:
    """PARKQA_ variables that no setting reads, each with the one that may be meant. They may be misspelt, or a script's own."""
    known = {environment_variable(f"{section}.{key}") for section, keys in names.items() for key in keys}
    for variable in sorted(os.environ):
        name = variable.upper()
        if name.startswith(ENVIRONMENT_PREFIX) and name not in known:
            yield variable, next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.75)), None)
