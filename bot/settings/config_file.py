"""Reading a config file: values with the line of each, and mistakes that name the file, the line and the nearest right key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml
from yaml.constructor import SafeConstructor

from bot.errors import ConfigError

SettingNames = Mapping[str, Sequence[str]]
"""Sections, and the keys of each."""
Mistake = tuple[int, str]
"""The line that it is in, counted from 1 (0: in none), and what is said of it."""


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """What stands in a config file: values by section and key, and where each of them stands."""

    path: Path = Path("config.yaml")
    values: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each `section.key`, counted from 1."""
    mistakes: Sequence[Mistake] = ()
    """What is wrong beside the values: what is neither section nor key, stands twice, or has no value."""

    def place(self, name: str) -> str:
        """`config.yaml, line 7`, for messages."""
        return f"{self.path}, line {self.lines[name]}" if name in self.lines else str(self.path)


def is_foreign(path: Path, names: SettingNames) -> bool:
    """Whether a file says something, but nothing that begins one of our sections: another program's, by the same name."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False  # reading it will tell what is wrong
    said = [line for line in lines if line.strip() and not line.lstrip("\ufeff").startswith(("#", "---"))]
    return bool(said) and not any(re.match(rf"""\ufeff?[{{\s]*["']?{name}["']?\s*:""", line) for line in said for name in names)


def nearest(wrong: str, right: Sequence[str]) -> str:
    """What to use instead of an unknown name, as the end of a sentence."""
    matches = get_close_matches(wrong, right, n=1)
    return f"did you mean {matches[0]}?" if matches else f"there are {', '.join(right)}."


def read_config_file(path: Path, names: SettingNames) -> ConfigFile:
    """Read a config file, with all that is wrong in it. Raises ConfigError where it is no YAML at all."""
    root = _compose(path)
    if root is None:
        return ConfigFile(path)
    reading = _Reading(path, names)
    for section, line, node in reading.items(root, path.name):
        if section in names:
            reading.take_section(section, node)
        else:
            reading.note(line, f"unknown section {section!r}; {_instead_of_section(section, names)}")
    return ConfigFile(path, reading.values, reading.lines, tuple(reading.mistakes))


@dataclass(slots=True)
class _Reading:
    """A file while it is read."""

    path: Path
    names: SettingNames
    values: dict[str, dict[str, object]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def note(self, line: int, what: str) -> None:
        """Keep a mistake, and go on."""
        self.mistakes.append((line, f"{self.path}, line {line}: {what}"))

    def take_section(self, section: str, node: yaml.Node) -> None:
        """Take the keys of a section that there is."""
        self.values[section] = {}
        for key, line, value in self.items(node, section):
            name = f"{section}.{key}"
            if key not in self.names[section]:
                self.note(line, f"unknown key {name!r}; {_instead_of_key(section, key, self.names)}")
                continue
            try:
                self.values[section][key] = SafeConstructor().construct_document(value)
                self.lines[name] = line
            except (yaml.MarkedYAMLError, ValueError) as error:
                problem = error.problem if isinstance(error, yaml.MarkedYAMLError) else error
                self.note(line, f"not a valid value ({problem}); put text between quotation marks.")

    def items(self, node: yaml.Node, what: str) -> Iterator[tuple[str, int, yaml.Node]]:
        """Key, line and value node of each entry of a mapping; an empty section has none."""
        if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null":
            return
        if not isinstance(node, yaml.MappingNode):
            self.note(node.start_mark.line + 1, f"{what} must hold lines of the form `key: value`.")
            return
        seen: dict[str, int] = {}
        for key_node, value in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in seen:
                self.note(line, f"{key} stands twice, first in line {seen[key]}; keep one.")
                continue
            seen[key] = line
            yield key, line, value


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
    except RecursionError:
        raise ConfigError(f"{path} is not valid YAML: it is nested too deep.") from None
    except yaml.YAMLError:
        raise ConfigError(f"{path} is not valid YAML: it holds characters that YAML forbids.") from None


def _instead_of_section(section: str, names: SettingNames) -> str:
    homes = [f"{name}.{key}" for name, keys in names.items() for key in keys if key == section]
    return f"did you mean {homes[0]}?" if homes else nearest(section, list(names))


def _instead_of_key(section: str, key: str, names: SettingNames) -> str:
    homes = [f"{name}.{key}" for name, keys in names.items() if key in keys]
    near = homes or [f"{section}.{right}" for right in get_close_matches(key, names[section], n=1)]
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(f'{section}.{right}' for right in names[section])}."
