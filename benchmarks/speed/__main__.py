"""How fast is indexing and asking, in how much memory, and how often is the first passage right, beside others on the same weights?

    python -m benchmarks.speed [--full] [--news FILE] [--no-peers] [--sizes N...] [--timed N] [--rounds N] [--questions N]

Everybody gets the same passages, questions and weights; each runs in a process of its own, and all take turns. Those that we are compared
with are installed from PyPI into an environment of their own the first time. The record goes to benchmarks/results/; draw the page from it
with `python -m benchmarks.page`.

Short: 1,000 passages and 100 questions. With all 159 it took 11.4 minutes on an idle machine with two cores (AVX2), nearly all of it
asking; with 100 that is reckoned some eight. Full: 1,000 and 10,000 passages, all questions. FILE holds articles as .jsonl, beyond the
invented parks and the samples; without it they are drawn from templates.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks.corpora import AskedQuestion, corpus_of, embed, questions
from benchmarks.peers.environment import versions
from benchmarks.record import RESULTS, save
from benchmarks.speed.contestants import programs
from benchmarks.speed.rounds import Measured, asking, cold, growth, indexing
from retrieval.models.bundled_embedder import fastest_precision, is_bulk_engine_faster

TIMED_SHORT, TIMED_FULL = {"bfloat16": 240, "float32": 80}, 500
"""Passages whose indexing is timed, embedding and all, by the precision that is fastest here. Embedding costs the same for each, however
many there are; a processor without bfloat16 takes several times as long."""
EIGHT_BITS = " (of ours {}: 8-bit whole numbers)"
SHORT, FULL = (1_000,), (1_000, 10_000)
ASKED_SHORT = 100


def measure(given: argparse.Namespace, home: Path) -> Iterator[tuple[Measured, Measured]]:
    """What was measured, and with what: again after each size, and before the new processes, which take longest."""
    taking_part, asked, rounds = programs(peers=not given.no_peers), asked_by(given), given.rounds
    timed = corpus_of(given.timed or (TIMED_FULL if given.full else TIMED_SHORT[fastest_precision()]), given.news, home)
    figures: Measured = {"indexing": {"passages": timed.passages, "by": indexing(taking_part, timed, rounds, home)}, "sizes": {}}
    made_of: Measured = {}
    config = {
        "corpora": made_of,
        "rounds": rounds,
        "questions": len(asked),
        "weights": f"multilingual-e5-small, {fastest_precision()}{EIGHT_BITS.format('questions' if is_bulk_engine_faster() else 'all')}",
        "peers": {} if given.no_peers else versions(),
    }
    for size in given.sizes or (FULL if given.full else SHORT):
        corpus = corpus_of(size, given.news, home)
        embed(corpus, home)
        made_of[str(size)] = {"passages": corpus.passages, "articles": corpus.made_of}
        found = {"growth": growth(taking_part, corpus, home, size), "asking": asking(taking_part, asked, rounds, home, size), "cold": {}}
        figures["sizes"][str(corpus.passages)] = found
        yield figures, config
        found["cold"] = cold(taking_part, asked[0].text, rounds, home, size)
        yield figures, config


def asked_by(given: argparse.Namespace) -> list[AskedQuestion]:
    """The questions to put: the short form takes its own from the beginning to the end of the set, as many of each part of it."""
    every = questions()
    if given.questions or given.full:
        return every[: given.questions]
    return [every[number * len(every) // ASKED_SHORT] for number in range(ASKED_SHORT)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="10,000 passages too")
    parser.add_argument("--news", type=Path, metavar="FILE", help="articles as .jsonl, to fill the corpora with")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="N", help="passages of each corpus, instead")
    parser.add_argument("--timed", type=int, metavar="N", help="passages whose indexing is timed, instead")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--questions", type=int, metavar="N", help="put only the first N")
    parser.add_argument("--no-peers", action="store_true", help="parkqa and the floor alone; installs nothing")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER")
    given = parser.parse_args()
    if given.news and not given.news.is_file():
        parser.error(f"there is no file {given.news}")
    if not 1 <= given.rounds <= len(asked_by(given)):
        parser.error("each round puts questions of its own: let there be at least one round, and no fewer questions than rounds")
    home = user_cache_path("parkqa") / "benchmarks" / "speed"
    home.mkdir(parents=True, exist_ok=True)
    for figures, config in measure(given, home):
        print(f"Saved as {save('speed', config, figures, given.out)}", flush=True)


if __name__ == "__main__":
    main()
