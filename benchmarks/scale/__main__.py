"""What does an index of 1,000 to 1,000,000 passages cost to write, to change, to open and to ask?

    python -m benchmarks.scale [SIZE...]

Passages are drawn from those of the sample corpus (`drawn.py`); each size is measured in a process of its own, without the reader. The
record goes to benchmarks/results/; draw the page from it with `python -m benchmarks.page`. A million takes some ten minutes and 12 GB.
"""

from __future__ import annotations

import argparse
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.record import RESULTS, save
from benchmarks.scale.measuring import CHANGED, QUESTIONS, Figures, measure

SIZES = (1_000, 10_000, 100_000, 1_000_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, nargs="*", default=SIZES, metavar="SIZE")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER")
    given = parser.parse_args()
    figures: Figures = {}
    for size in sorted(given.size):
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
            figures[str(size)] = process.submit(measure, size).result()
        print(f"{size:,} passages measured", flush=True)
    print(f"Saved as {save('scale', {'questions': QUESTIONS, 'passages changed': CHANGED}, figures, given.out)}")


if __name__ == "__main__":
    main()
