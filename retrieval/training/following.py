"""Follows a recipe: each training goes on from the one before, and what is done is not done again."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from safetensors.torch import load_file, save_file

from retrieval.progress import Progress
from retrieval.training.drawing import Source
from retrieval.training.pairs import Pair
from retrieval.training.recipe import Recipe
from retrieval.training.training import train


def follow(
    recipe: Recipe, pairs: Mapping[str, Sequence[Pair]], folder: Path, out: Path, progress: Progress, *, begun: Path | None = None
) -> None:
    """Train over the embedding model in `folder` as the recipe says; `pairs` are those of each set.

    What has been learned so far is in `out`, the outcome of each training beside it. Where that lies there already, the training is left
    out, so that a recipe of many hours may be broken off and begun again. `begun` is a file to go on from.
    """
    for number, training in enumerate(recipe.training, start=1):
        outcome = out.with_stem(f"{out.stem}-{number}")
        if not outcome.exists():
            sources = [Source(pairs[name], share) for name, share in recipe.shares_of(training).items()]
            train(sources, folder, out, training, progress, begun=begun)
            if begun:
                _keep(training.kept, begun, out)
            _copy(out, outcome)
        begun = outcome
    if begun:
        _copy(begun, out)


def _keep(share: float, before: Path, after: Path) -> None:
    """Write the mean of both, number by number, in the place of the later one."""
    former, latter = load_file(before), load_file(after)
    save_file({name: former[name].lerp(value, share) for name, value in latter.items()}, after)


def _copy(file: Path, to: Path) -> None:
    """So that what is there under the name is whole."""
    part = to.with_suffix(".part")
    shutil.copyfile(file, part)
    part.replace(to)
