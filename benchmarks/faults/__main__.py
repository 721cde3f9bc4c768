"""What attacks and faults do: how often each kind was tried, what came of it, and whether anything was lost.

    python -m benchmarks.faults [--trials N] [--only KIND]

Prints the table of docs/reliability.md. Everything is seeded and runs in a temporary folder, each kind in a process of its own. `N` (20)
trials of each kind that draws; the others go through every step. Exit code 1 where anything was lost, wrong, slow or ended a process.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor

from benchmarks.faults.kinds import KINDS, tried
from benchmarks.faults.outcomes import FINE, SAID, Trials

COLUMNS = ("kind", "trials", "as before", "said in one line", "lost, wrong or worse", "slowest, s of processor", "memory, MB")
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"


def row(kind: str, found: Trials, megabytes: int) -> str:
    """A line of the table; of what is not timed one by one neither time nor memory."""
    worse = ", ".join(f"{count} {name}" for name, count in found.worse.items()) or "0"
    cost = f"{found.slowest:.1f} | {megabytes}" if found.slowest else " | "
    return f"| {kind} | {found.total} | {found.outcomes[FINE]} | {found.outcomes[SAID]} | {worse} | {cost} |\n"


def main() -> int:
    """Try every kind, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--only", choices=KINDS)
    arguments = parser.parse_args()
    sys.stdout.write(HEAD)
    bad = 0
    for kind in [arguments.only] if arguments.only else KINDS:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
            found, megabytes = apart.submit(tried, kind, arguments.trials).result()
        bad += sum(found.worse.values())
        sys.stdout.write(row(kind, found, megabytes))
        sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
