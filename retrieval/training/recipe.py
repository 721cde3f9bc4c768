"""A recipe: trainings that go on from one another, and the sets that each draws its pairs from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.errors import CorpusError

INVENTED = "invented"
"""The name of the pages that are drawn, and lie in no folder."""

_STRICT = ConfigDict(extra="forbid", frozen=True)


class Course(BaseModel):
    """How long and how fast is learned."""

    model_config = _STRICT

    steps: int = Field(gt=0)
    rate: float = Field(default=6e-4, gt=0)
    """Of the adapters at its height; it falls evenly."""
    least_rate: float = Field(default=0.03, ge=0, le=1)
    """The part of the rate that is left at the end."""
    cut_short: float = Field(default=0, ge=0, le=1)
    """The share of pairs of which only the sentence that answers is read, or the one that comes closest."""
    nowhere: float = Field(default=0, ge=0, le=0.5)
    """The share of pairs whose question no passage answers (0: as they come)."""


class Training(Course):
    """One training of a recipe."""

    runs: int = Field(default=1, gt=0)
    """Times it is done, with other draws each; the mean of the outcomes counts."""
    kept: float = Field(default=1, gt=0, le=1)
    """The weight of its outcome in the mean with what it went on from (Wortsman et al. 2022, "Model soups")."""
    shares: dict[str, float]
    """How often a pair of each group is drawn; within a group every set counts the same."""


class Recipe(BaseModel):
    """Groups of sets by name, and what is learned from them, one training after the other."""

    model_config = _STRICT

    groups: dict[str, tuple[str, ...]]
    training: tuple[Training, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _knows_its_groups(self) -> Recipe:
        if unknown := {name for training in self.training for name in training.shares} - {*self.groups, INVENTED}:
            raise ValueError(f"there is no group {', '.join(sorted(unknown))}")
        return self

    def shares_of(self, training: Training) -> dict[str, float]:
        """How often a pair of each set is drawn."""
        shares: dict[str, float] = {}
        for group, share in training.shares.items():
            sets = self.groups.get(group, (group,))
            for name in sets:
                shares[name] = shares.get(name, 0) + share / len(sets)
        return shares

    def wants(self, name: str) -> bool:
        """Whether some training draws from a set."""
        return any(name in self.shares_of(training) for training in self.training)

    def folders(self, given: Iterable[Path]) -> Mapping[str, Path]:
        """What was given, by name. Raises CorpusError where a set of the recipe is missing, or one is given that it does not name."""
        found = {path.stem: path for path in given}
        wanted = {name for training in self.training for name in self.shares_of(training)} - {INVENTED}
        if missing := wanted - found.keys():
            raise CorpusError(f"The recipe also learns from {', '.join(sorted(missing))}: give these folders too, or take them out of it.")
        if more := found.keys() - wanted:
            raise CorpusError(f"The recipe does not name {', '.join(sorted(more))}: add it to a group, or leave the folder out.")
        return found


def read_recipe(file: Path) -> Recipe:
    """Raises CorpusError, with the place of the mistake, where it is none."""
    try:
        return Recipe.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise CorpusError(f"{file} cannot be read as a recipe: {error}") from error
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, each['loc'])) or 'recipe'}: {each['msg']}" for each in error.errors())
        raise CorpusError(f"{file} is no recipe: {told}") from error
