"""What can be set about the corpus, and what all sections of the settings are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PositiveInt


class Section(BaseModel):
    """One section of the settings: immutable, and it knows all of its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


@dataclass(frozen=True, slots=True)
class BesideConfig:
    """Marks a setting that is a path: a relative one in config.yaml begins at that file, anywhere else at the working directory."""

    only_folders: bool = False
    """What is not the path of a folder there is something else, such as the name of a model."""


def absolute(path: Path) -> Path:
    """A path that does not depend on the working directory."""
    return path.expanduser().absolute()


def none_if_blank(value: object) -> object:
    """Take an empty text for no value."""
    if isinstance(value, str):
        return value.strip() or None
    return value


NoneIfBlank = BeforeValidator(none_if_blank)
AbsolutePath = Annotated[Path, AfterValidator(absolute), BesideConfig()]


class CorpusSettings(Section):
    """Where the articles lie."""

    folder: AbsolutePath = Path("corpus/articles")
    max_file_mb: PositiveInt = 20
