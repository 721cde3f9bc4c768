"""Follows a recipe: each training goes on from the one before, and what is done is not done again."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

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
            runs = [out.with_stem(f"{outcome.stem}.{run}") for run in range(1, training.runs + 1)]
            for seed, run in enumerate(runs, start=1):
                if not run.exists():
                    train(sources, folder, out, training, progress, begun=begun, seed=seed)
                    _copy(out, run)
            save_file(_mean(runs, training.kept, begun), out)
            _copy(out, outcome)
            for run in runs:
                run.unlink()
        begun = outcome
    if begun:
        _copy(begun, out)


def _mean(runs: Sequence[Path], kept: float, before: Path | None) -> dict[str, Tensor]:
    """The mean of several outcomes, number by number, of which so much is kept beside what they went on from."""
    outcomes = [load_file(run) for run in runs]
    mean = {name: torch.stack([outcome[name].float() for outcome in outcomes]).mean(0) for name in outcomes[0]}
    former = load_file(before) if before else mean
    return {name: former[name].float().lerp(value, kept).half() for name, value in mean.items()}


def _copy(file: Path, to: Path) -> None:
    """So that what is there under the name is whole."""
    part = to.with_suffix(".part")
    shutil.copyfile(file, part)
    part.replace(to)
