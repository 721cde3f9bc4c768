"""What can be set about the corpus, and what all sections of the settings are made of."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt

from corpus.errors import CorpusError

_LONGEST_SHOWN = 60
"""Characters of what is no path, in its error."""


class Section(BaseModel):
    """One section of the settings: immutable, and it knows all of its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


@dataclass(frozen=True, slots=True)
class BesideConfig:
    """Marks a setting that is a path: a relative one in config.yaml begins at that file, anywhere else at the working directory."""

    only_folders: bool = False
    """What is not the path of a folder there is something else, such as the name of a model."""


def absolute(path: Path) -> Path:
    """A path that depends neither on the working directory nor on whose home ~ is. Raises CorpusError for what can be none."""
    try:
        whole = path.expanduser().absolute()
        whole.is_dir()
    except (OSError, RuntimeError) as error:
        if isinstance(error, OSError) and error.errno != errno.ENAMETOOLONG:
            return whole
        raise no_path(str(path), error) from error
    return whole


def no_path(name: str, error: OSError | RuntimeError) -> CorpusError:
    """The error of a name that no file can have."""
    shown = name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
    reason = error.strerror if isinstance(error, OSError) else error
    return CorpusError(f"{shown} is no path ({reason}): name another one.")


def none_if_blank(value: object) -> object:
    """Take an empty text for no value."""
    if isinstance(value, str):
        return value.strip() or None
    return value


NoneIfBlank = BeforeValidator(none_if_blank)
AbsolutePath = Annotated[Path, AfterValidator(absolute), BesideConfig()]


FIELDS = ("id", "title", "text", "published", "publisher", "url", "parks")
"""Of an article in a .jsonl, .json or .csv file."""


def field_keys(value: object) -> dict[str, tuple[str, ...]]:
    """By field, the keys under which files have it: `{title: 标题名, text: [稿件, 正文段]}`, in the environment `title=标题名`."""
    if isinstance(value, str):
        value = _pairs(value)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValueError(_EXAMPLE)
    keys = {str(field): _names(names) for field, names in value.items()}
    if unknown := next((field for field in keys if field not in FIELDS), None):
        raise ValueError(f"must name fields of an article: {unknown!r} is none of {', '.join(FIELDS)}")
    given = [name for names in keys.values() for name in names]
    if twice := next((name for name in given if given.count(name) > 1), None):
        raise ValueError(f"must give each key to one field: {twice!r} stands twice")
    return keys


_EXAMPLE = "must give the keys by field of an article, such as {title: 标题名, text: 稿件}"


def _pairs(text: str) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for part in filter(str.strip, re.split("[,，]", text)):
        field, _, name = part.partition("=")
        pairs.setdefault(field.strip(), []).append(name.strip())
    return pairs


def _names(names: object) -> tuple[str, ...]:
    found = tuple(names) if isinstance(names, list | tuple) else (names,)
    if not found or not all(isinstance(name, str) and name.strip() for name in found):
        raise ValueError(_EXAMPLE)
    return tuple(name.strip() for name in found)


FieldKeys = Annotated[Mapping[str, tuple[str, ...]], BeforeValidator(field_keys)]


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What reading a file depends on beside the file."""

    max_bytes: int = 20_000_000
    """Of a file, or of each line of a .jsonl file."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By field of an article, keys that .jsonl, .json and .csv files have for it beside the usual ones."""


class CorpusSettings(Section):
    """Where the articles lie, and how they are read."""

    folder: AbsolutePath = Path("corpus/articles")
    max_file_mb: PositiveInt = 20
    keys: FieldKeys = Field(default_factory=dict)

    @property
    def rules(self) -> ReadingRules:
        """What reading takes of these."""
        return ReadingRules(self.max_file_mb * 1_000_000, dict(self.keys))
