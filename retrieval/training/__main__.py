"""`python -m retrieval.training OUT FOLDER...`: train the reader anew; docs/reader.md says on what."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from platformdirs import user_cache_path

from corpus.errors import CorpusError, ParkQAError
from retrieval.settings import ReaderSettings, RetrievalSettings
from retrieval.training.pairs import Pair
from retrieval.training.recipe import INVENTED, Recipe, Training, read_recipe

INVENTED_PAIRS, SEED = 16_000, 1
"""Pairs that are made of invented pages."""


def main(arguments: list[str]) -> int:
    """Make the pairs and train; what can be mended is one line on stderr."""
    parser = argparse.ArgumentParser(prog="python -m retrieval.training", description="Train the reader on question sets.")
    parser.add_argument("out", type=Path, help="the file of adapters to write")
    parser.add_argument("folders", type=Path, nargs="+", help="question sets, as for `parkqa evaluate`; a .json file is one of SQuAD 2.0")
    parser.add_argument("--from", type=Path, dest="begun", help="a file of adapters to go on from (default: none, begin anew)")
    parser.add_argument("--steps", type=int, default=2000, help="of 16 pairs; some one second each on two cores (default: 2000)")
    parser.add_argument(
        "--invented", type=float, default=0, metavar="SHARE", help="learn from invented pages too, as from so many folders (default: 0)"
    )
    parser.add_argument(
        "--recipe",
        type=Path,
        help="several trainings, in the place of --steps and --invented (of what is shipped: retrieval/training/recipe.toml)",
    )
    chosen = parser.parse_args(arguments)
    try:
        recipe = read_recipe(chosen.recipe) if chosen.recipe else _of_one(chosen.folders, chosen.invented, chosen.steps)
        _train(chosen.out, chosen.folders, recipe, chosen.begun)
    except ParkQAError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _of_one(folders: list[Path], invented: float, steps: int) -> Recipe:
    """One training, of which each folder is as much as any other."""
    shares = {path.stem: 1.0 for path in folders} | ({INVENTED: invented} if invented else {})
    return Recipe(groups={path.stem: (path.stem,) for path in folders}, training=(Training(steps=steps, shares=shares),))


def _train(out: Path, folders: list[Path], recipe: Recipe, begun: Path | None) -> None:
    from retrieval.models.bundled_model import unpacked_folder
    from retrieval.models.nano_model import model_file
    from retrieval.training.following import follow

    pairs = {name: list(_pairs_of(path)) for name, path in recipe.folders(folders).items()}
    if empty := [name for name, found in pairs.items() if not found]:
        raise CorpusError(f"Nothing can be learned from {', '.join(empty)}: no question finds a passage there. Leave it out.")
    if recipe.wants(INVENTED):
        from retrieval.training.invented import pairs as invented_pairs

        pairs[INVENTED] = list(islice(invented_pairs(SEED), INVENTED_PAIRS))
    every = [pair for found in pairs.values() for pair in found]
    sys.stderr.write(f"\n{len(every)} pairs, {sum(pair.answer is not None for pair in every)} of them with an answer\n")
    follow(recipe, pairs, unpacked_folder(model_file(), user_cache_path("parkqa"), "float32"), out, _tell, begun=begun)


def _pairs_of(path: Path) -> Iterator[Pair]:
    from retrieval.evaluation.evaluation import prepare
    from retrieval.training import from_questions, from_squad

    if path.suffix == ".json":
        return from_squad.pairs_of(path)
    settings = RetrievalSettings(reader=ReaderSettings(budget_ms=0))  # what is learned must not depend on what was
    return from_questions.pairs_of(*prepare(path, settings, _tell), _tell)


def _tell(stage: str, done: int, total: int) -> None:
    sys.stderr.write(f"\r{stage} {done}/{total}\033[K")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
