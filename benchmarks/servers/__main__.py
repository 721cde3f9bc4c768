"""How fast do servers answer over HTTP: the bot, and servers of others that run from PyPI, on the same weights, passages and questions?

    python -m benchmarks.servers [--passages N] [--news FILE] [--rounds N] [--questions N] [--only WORD...]

Each is a process of its own: how long until its first answer, a question by itself, questions a second where two and four ask at once,
memory, and how often what comes first is right. The others are installed from PyPI into an environment of their own the first time;
indexes of theirs are made where benchmarks.speed left none. The record goes to benchmarks/results/; draw the page from it with
`python -m benchmarks.page`.
"""

from __future__ import annotations

import argparse
import asyncio
from functools import partial
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks.corpora import Corpus, corpus_of, embed, questions
from benchmarks.peers.environment import REQUIREMENTS, versions
from benchmarks.record import RESULTS, save
from benchmarks.servers.others import SERVED, OtherServer, Served, indexing, others, servers_python
from benchmarks.servers.ours import started
from benchmarks.servers.rounds import Starting, serving
from benchmarks.speed.contestants import OURS
from benchmarks.speed.remote import Program
from benchmarks.speed.rounds import growth, index_of
from retrieval.models.bundled_embedder import fastest_precision
from retrieval.models.bundled_model import unpacked_folder
from retrieval.models.nano_model import model_file

WITHOUT, READING = "parkqa's bot, without the reader", "parkqa's bot, with the reader"


async def _start(served: Served, index: Path, log: Path) -> OtherServer:
    return OtherServer(served, index, log)


def starting(corpus: Path, home: Path, size: int, servers: dict[str, Served]) -> dict[str, Starting]:
    """By name, what starts each of them."""
    logs = home / "logs"
    logs.mkdir(exist_ok=True)
    bots: dict[str, Starting] = {
        name: partial(started, corpus, index_of(home, size, OURS), home / "bots" / str(reading), reading=reading)
        for name, reading in ((WITHOUT, False), (READING, True))
    }
    return bots | {
        name: partial(_start, served, index_of(home, size, served.indexed_by), logs / f"{name}.log") for name, served in servers.items()
    }


def corpus_and_indexes(size: int, news: Path | None, home: Path, peers: dict[str, Program]) -> Corpus:
    """Ours made anew; those of others where benchmarks.speed has not left any of the same passages."""
    passages = home / f"corpus-{size}" / "passages.jsonl"
    before = passages.read_bytes() if passages.is_file() else None
    corpus = corpus_of(size, news, home)
    embed(corpus, home)
    same = passages.read_bytes() == before
    missing = {name: program for name, program in peers.items() if not (same and index_of(home, size, name).is_dir())}
    growth({OURS: Program("benchmarks.speed.ours")} | missing, corpus, home, size)
    return corpus


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=1_000, metavar="N")
    parser.add_argument("--news", type=Path, metavar="FILE", help="articles as .jsonl, to fill the corpus with")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--questions", type=int, metavar="N", help="put only the first N")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="besides the bots, only servers whose names hold one of these")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER")
    given = parser.parse_args()
    asked = questions()[: given.questions]
    if not 1 <= given.rounds <= len(asked):
        parser.error("each round puts questions of its own: let there be at least one round, and no fewer questions than rounds")
    home = user_cache_path("parkqa") / "benchmarks" / "speed"
    home.mkdir(parents=True, exist_ok=True)
    python, model = servers_python(), str(unpacked_folder(model_file(), user_cache_path("parkqa"), fastest_precision()))
    servers = others(python, model, home / f"corpus-{given.passages}", home)
    if given.only is not None:
        servers = {name: served for name, served in servers.items() if any(word in name for word in given.only)}
    opened = {served.indexed_by for served in servers.values()}
    peers = {name: program for name, program in indexing(python, model).items() if name in opened}
    corpus = corpus_and_indexes(given.passages, given.news, home, peers)
    config = {
        "passages": corpus.passages,
        "articles": corpus.made_of,
        "rounds": given.rounds,
        "questions": len(asked),
        "weights": f"multilingual-e5-small, {fastest_precision()}",
        "servers": versions(REQUIREMENTS, SERVED),
    }
    figures = asyncio.run(serving(starting(corpus.folder, home, given.passages, servers), asked, given.rounds))
    print(f"Saved as {save('servers', config, {'by': figures}, given.out)}")


if __name__ == "__main__":
    main()
