"""Where the time goes of a question in a warm process, of a new process for one question, and of a reindex.

    python -m benchmarks.profile [--passages N] [--questions N] [--rounds N]

Seconds by step, medians. The record goes to benchmarks/results/; draw the page from it with `python -m benchmarks.page`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from platformdirs import user_cache_path

from benchmarks.corpora import ROOT, Corpus, corpus_of, embed, questions
from benchmarks.profile.cold_ask import END
from benchmarks.record import RESULTS, save
from benchmarks.speed.figures import lasted
from benchmarks.speed.ours import READING, Contestant
from retrieval.models.bundled_embedder import fastest_precision

Steps = dict[str, float]
INDEXED = 80
"""Passages whose reindex is timed, embedding and all."""


def medians(taken: Sequence[Steps]) -> Steps:
    """Of each step."""
    return {
        step: round(median(each.get(step, 0.0) for each in taken), 5) for step in dict.fromkeys(step for each in taken for step in each)
    }


def warm(contestant: Contestant, index: Path, asked: list[str]) -> Steps:
    """A question, with the reader; each has been asked before, so that its steps and the whole of it find the same in memory."""
    contestant.open(str(index))
    for question in asked:
        contestant.ask(question, READING)
    return medians(contestant.stages(asked))


def reindex(contestant: Contestant, corpus: Corpus, index: Path, rounds: int) -> Steps:
    """From nothing, with the model in memory; the first time is not counted."""
    taken = [lasted(contestant.index(str(corpus.folder), str(index), embedded=False)) for _ in range(rounds + 1)]
    return medians(taken[1:])


def cold(config: Path, question: str, rounds: int) -> Steps:
    """A new process; the first one compiles modules and keeps patterns, and is not counted."""
    return medians([_cold_once(config, question) for _ in range(rounds + 1)][1:])


def _cold_once(config: Path, question: str) -> Steps:
    command = [sys.executable, "-m", "benchmarks.profile.cold_ask", str(config), question]
    said = subprocess.run([*command, repr(time.time())], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    ended, told = time.time(), json.loads(said.splitlines()[-1])
    took: Steps = told["took"]
    return took | {END: ended - told["ended"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=1_000, metavar="N")
    parser.add_argument("--questions", type=int, metavar="N", help="put only the first N")
    parser.add_argument("--rounds", type=int, default=5, help="of new processes and reindexes")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER")
    given = parser.parse_args()
    home = user_cache_path("parkqa") / "benchmarks" / "speed"
    home.mkdir(parents=True, exist_ok=True)
    asked = [question.text for question in questions()[: given.questions]]
    contestant, index, config = Contestant(), home / "profiled", home / "profiled.yaml"
    reindexed = reindex(contestant, corpus_of(INDEXED, None, home), index, given.rounds)
    corpus = corpus_of(given.passages, None, home)
    embed(corpus, home)
    contestant.index(str(corpus.folder), str(index), embedded=True)
    config.write_text(f"index:\n  folder: {index}\n", encoding="utf-8")
    figures = {
        "a question": {"passages": corpus.passages, "seconds": warm(contestant, index, asked)},
        "a new process": {"passages": corpus.passages, "seconds": cold(config, asked[0], given.rounds)},
        "a reindex": {"passages": INDEXED, "seconds": reindexed},
    }
    circumstances = {"questions": len(asked), "rounds": given.rounds, "weights": f"multilingual-e5-small, {fastest_precision()}"}
    print(f"Saved as {save('profile', circumstances, {'of': figures}, given.out)}")


if __name__ == "__main__":
    main()
