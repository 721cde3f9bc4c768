"""Settings in the environment, where `answer.quotes` is PARKQA_ANSWER__QUOTES."""

from __future__ import annotations

import os

from bot.errors import ConfigError
from bot.settings.config_file import SettingNames, nearest

ENVIRONMENT_PREFIX = "PARKQA_"


def environment_variable(name: str) -> str:
    """The environment variable of a setting."""
    return f"{ENVIRONMENT_PREFIX}{name.replace('.', '__').upper()}"


def check_environment(names: SettingNames) -> None:
    """Refuse PARKQA_ variables that no setting reads: a misspelt one would otherwise be ignored in silence. Raises ConfigError."""
    known = {environment_variable(f"{section}.{key}") for section, keys in names.items() for key in keys}
    for variable in sorted(os.environ):
        name = variable.upper()
        if name.startswith(ENVIRONMENT_PREFIX) and name not in known:
            raise ConfigError(f"Environment variable {variable} is no setting; {nearest(name, sorted(known))}")
