"""A config file as a backup may hold it: word for word, without what nobody else may know."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from bot.monitoring.redaction import redact
from bot.settings.secrets import secret_sections

_PASSWORD = re.compile(r"(://[^\s:/@]*:)[^\s/@]+@")
"""In an address: user, colon, password, at."""


def without_secrets(text: str, secrets: Sequence[str]) -> str:
    """The text of a config file that can be read, without its secret settings, and without the given secrets wherever else they stand."""
    secret = {(section, key) for section, keys in secret_sections().items() for key in keys}
    for start, end in sorted(_spans(text, secret), reverse=True):
        text = text[:start] + text[end:]
    return _PASSWORD.sub(r"\1[secret]@", redact(text, secrets))


def _spans(text: str, secret: set[tuple[str, str]]) -> list[tuple[int, int]]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return []
    return [
        (value.start_mark.index, value.end_mark.index)
        for section, keys in root.value
        if isinstance(keys, yaml.MappingNode)
        for key, value in keys.value
        if (section.value, key.value) in secret and isinstance(value, yaml.ScalarNode)
    ]
