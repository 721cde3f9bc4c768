"""What is said of settings with wrong values, a line for each: where it stands, what it holds, what it must be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from bot.settings.config_file import ConfigFile, Mistake
from bot.settings.environment import environment_variable
from bot.settings.secrets import secret_sections

REQUIREMENTS = {
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "string_type": "must be text",
    "string_too_short": "must not be empty",
    "path_type": "must be a path",
    "greater_than": "must be greater than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "value_error": "{error}",
}
"""By the kinds of error that the settings can raise, as pydantic names them."""


def wrong_values(error: ValidationError, file: ConfigFile) -> Iterator[Mistake]:
    """Everything that is wrong, by the line that it is in."""
    for each in error.errors(include_url=False):
        section, *rest = (str(part) for part in each["loc"])
        name = ".".join([section, *rest[:1]])
        variable = environment_variable(name)
        in_environment = variable in {key.upper() for key in os.environ}
        where = f"Environment variable {variable}" if in_environment else f"{file.place(name)}: {name}"
        must = _requirement(each["type"], each["msg"], each.get("ctx", {}))
        yield 0 if in_environment else file.lines.get(name, 0), f"{where}{_stated(section, each['input'])} {must}."


def _stated(section: str, value: object) -> str:
    """What a setting holds; nothing where a token may stand in the wrong place."""
    if section in secret_sections():
        return ""
    return " is empty, but" if value is None else f" is {value!r}, but"


def _requirement(kind: str, message: str, context: dict[str, Any]) -> str:
    return REQUIREMENTS[kind].format(**context) if kind in REQUIREMENTS else message[:1].lower() + message[1:]
