"""Reading config.yaml: values with the line of each, and errors that name the file, the line and the nearest right key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml
from yaml.constructor import SafeConstructor

from bot.errors import ConfigError

SettingNames = Mapping[str, Sequence[str]]
"""Sections, and the keys of each."""


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """What stands in a config file: values by section and key, and where each of them stands."""

    path: Path = Path("config.yaml")
    values: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each `section.key`, counted from 1."""

    def place(self, name: str) -> str:
        """`config.yaml, line 7`, for messages."""
        return f"{self.path}, line {self.lines[name]}" if name in self.lines else str(self.path)


def nearest(wrong: str, right: Sequence[str]) -> str:
    """What to use instead of an unknown name, as the end of a sentence."""
    matches = get_close_matches(wrong, right, n=1)
    return f"did you mean {matches[0]}?" if matches else f"there are {', '.join(right)}."


def read_config_file(path: Path, names: SettingNames) -> ConfigFile:
    """Read a config file. Raises ConfigError where it is no YAML, repeats a key or has one that `names` does not list."""
    root = _compose(path)
    if root is None:
        return ConfigFile(path)
    values: dict[str, dict[str, object]] = {}
    lines: dict[str, int] = {}
    for section, line, node in _items(path, root, "the file"):
        if section not in names:
            raise ConfigError(f"{path}, line {line}: unknown section {section!r}; {_instead_of_section(section, names)}")
        values[section] = {}
        for key, key_line, value in _items(path, node, section):
            name = f"{section}.{key}"
            if key not in names[section]:
                raise ConfigError(f"{path}, line {key_line}: unknown key {name!r}; {_instead_of_key(section, key, names)}")
            values[section][key] = _value(value, f"{path}, line {key_line}")
            lines[name] = key_line
    return ConfigFile(path, values, lines)


def _compose(path: Path) -> yaml.Node | None:
    try:
        with path.open(encoding="utf-8-sig") as stream:
            return yaml.compose(stream, Loader=yaml.SafeLoader)
    except OSError as error:
        raise ConfigError(f"{path} cannot be read ({error.strerror}); give an existing file with --config.") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path} is not UTF-8 text; save it as UTF-8.") from None
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ConfigError(f"{path}{line}: not valid YAML ({error.problem}).") from None
    except yaml.YAMLError:
        raise ConfigError(f"{path} is not valid YAML: it holds characters that YAML forbids.") from None


def _value(node: yaml.Node, place: str) -> object:
    try:
        return SafeConstructor().construct_document(node)
    except (yaml.MarkedYAMLError, ValueError) as error:
        problem = error.problem if isinstance(error, yaml.MarkedYAMLError) else error
        raise ConfigError(f"{place}: not a valid value ({problem}); put text between quotation marks.") from None


def _items(path: Path, node: yaml.Node, what: str) -> list[tuple[str, int, yaml.Node]]:
    """Key, line and value node of each entry of a mapping; an empty section has none."""
    if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null":
        return []
    if not isinstance(node, yaml.MappingNode):
        raise ConfigError(f"{path}, line {node.start_mark.line + 1}: {what} must hold lines of the form `key: value`.")
    seen: dict[str, int] = {}
    items = []
    for key_node, value in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in seen:
            raise ConfigError(f"{path}, line {line}: {key} stands twice, first in line {seen[key]}; keep one.")
        seen[key] = line
        items.append((key, line, value))
    return items


def _instead_of_section(section: str, names: SettingNames) -> str:
    homes = [f"{name}.{key}" for name, keys in names.items() for key in keys if key == section]
    return f"did you mean {homes[0]}?" if homes else nearest(section, list(names))


def _instead_of_key(section: str, key: str, names: SettingNames) -> str:
    homes = [f"{name}.{key}" for name, keys in names.items() if key in keys]
    near = homes or [f"{section}.{right}" for right in get_close_matches(key, names[section], n=1)]
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(f'{section}.{right}' for right in names[section])}."
