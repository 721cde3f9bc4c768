"""The fields above a text: YAML between lines of ---, TOML between lines of +++."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

import yaml

_FRONT_MATTER = re.compile(r"\A\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([\w\u4e00-\u9fff-]+)\s*[:：][ \t]*(.*?)\s*$", re.MULTILINE)
_LIST = re.compile(r"[,，、]")


def split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The fields, and the text below them; no fields where none stand there."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    read = _toml if match["mark"] == "+++" else _yaml
    return read(match["fields"]), text[match.end() :]


def _yaml(source: str) -> Mapping[str, object]:
    """As YAML; what is no YAML, such as a title with an unquoted colon, line by line."""
    try:
        fields = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        fields = None
    return fields if isinstance(fields, dict) else {name: _value(value.strip("'\"")) for name, value in _FIELD.findall(source)}


def _toml(source: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        return {}


def _value(text: str) -> object:
    return [part.strip(" '\"") for part in _LIST.split(text[1:-1])] if text.startswith("[") and text.endswith("]") else text
