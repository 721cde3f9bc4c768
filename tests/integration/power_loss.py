"""Reindexes during which the power fails: of what was not synced, any part is on the disk; run as a process by test_power_loss.py."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from tests.children import in_child
from tests.integration.interrupted_reindex import NEW, check, warm_up, write_corpus, write_quiet
from tests.recorded_writes import Disk, after_power_loss, recorded
from tests.workshop import Workshop

ROUNDS = 4
"""Recorded reindexes: the first of an index, and later ones, which remove versions too."""
QUIET = 20
"""Articles that do not change, so that versions share files."""


def main(folder: Path, trials: int) -> None:
    warm_up()
    write_quiet(folder, QUIET)
    write_corpus(folder, 0)
    in_child(lambda: Workshop(folder).reindex())
    for outcome in lose_power(folder, trials, Random(11)):
        sys.stdout.write(json.dumps(outcome) + "\n")


def lose_power(folder: Path, trials: int, chance: Random) -> Iterator[dict[str, object]]:
    """After each failure readers find the old articles or the new, the new where the reindex had ended; the next clears up."""
    index = folder / "index"
    for step in range(1, ROUNDS + 1):
        write_corpus(folder, step)
        before = Disk.of(index)
        steps = recorded(lambda: Workshop(folder).reindex(), index, before)
        for number in range(trials // ROUNDS):
            failed = len(steps) if number == 0 else chance.randrange(len(steps))
            after_power_loss(before, steps[:failed], chance, chance.choice((0.0, 0.5, 0.9))).put(index)
            seen = in_child(partial(check, folder, step))
            assert failed < len(steps) or seen == NEW
            yield {"step": step, "failed": failed, "of": len(steps), "seen": seen}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
