"""`python -m retrieval.training OUT FOLDER...`: train the reader anew; docs/reader.md says on what."""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path

from platformdirs import user_cache_path

from corpus.errors import CorpusError, ParkQAError
from retrieval.settings import ReaderSettings, RetrievalSettings

INVENTED, SEED = 16_000, 1
"""Pairs that are made of invented pages."""


def main(arguments: list[str]) -> int:
    """Make the pairs and train; what can be mended is one line on stderr."""
    parser = argparse.ArgumentParser(prog="python -m retrieval.training", description="Train the reader on question sets.")
    parser.add_argument("out", type=Path, help="the file of adapters to write")
    parser.add_argument("folders", type=Path, nargs="+", help="question sets, as for `parkqa evaluate`; a .json file is one of SQuAD 2.0")
    parser.add_argument("--steps", type=int, default=2000, help="of 16 pairs; some one second each on two cores (default: 2000)")
    parser.add_argument(
        "--invented", type=float, default=0, metavar="SHARE", help="learn from invented pages too, as from so many folders (default: 0)"
    )
    parser.add_argument("--from", type=Path, dest="begun", help="a file of adapters to go on from (default: none, begin anew)")
    chosen = parser.parse_args(arguments)
    try:
        _train(chosen.out, chosen.folders, chosen.invented, chosen.steps, chosen.begun)
    except ParkQAError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _train(out: Path, folders: list[Path], invented: float, steps: int, begun: Path | None) -> None:
    from retrieval.evaluation.evaluation import prepare
    from retrieval.models.bundled_model import unpacked_folder
    from retrieval.models.nano_model import model_file
    from retrieval.training import from_questions, from_squad
    from retrieval.training.drawing import Source
    from retrieval.training.invented import pairs as invented_pairs
    from retrieval.training.training import train

    settings = RetrievalSettings(reader=ReaderSettings(budget_ms=0))  # what is learned must not depend on what was
    sources = []
    for folder in folders:
        found = (
            from_squad.pairs_of(folder) if folder.suffix == ".json" else from_questions.pairs_of(*prepare(folder, settings, _tell), _tell)
        )
        if not (pairs := list(found)):
            raise CorpusError(f"Nothing can be learned from {folder}: none of its questions finds a passage. Leave it out.")
        sources.append(Source(pairs))
    if invented:
        sources.append(Source(list(islice(invented_pairs(SEED), INVENTED)), invented))
    count = sum(len(source.pairs) for source in sources)
    answered = sum(pair.answer is not None for source in sources for pair in source.pairs)
    sys.stderr.write(f"\n{count} pairs, {answered} of them with an answer\n")
    train(sources, unpacked_folder(model_file(), user_cache_path("parkqa"), "float32"), out, steps, _tell, begun=begun)


def _tell(stage: str, done: int, total: int) -> None:
    sys.stderr.write(f"\r{stage} {done}/{total}\033[K")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
