"""How much faster passages are embedded with a worker beside the reindex: one process on one core, and two on a core each, in turns.

    python -m benchmarks.workers [--passages N] [--rounds N]

Prints a row for each round: seconds of one process, seconds of both, their ratio, and what share the worker did. Vectors that are not the
same, byte for byte, end it.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.corpora import corpus_of
from benchmarks.markdown import table
from retrieval.building.embedding_cache import EmbeddingCache, encode_cached
from retrieval.models.embedder import FEW_PASSAGES, Embedder, Vectors
from retrieval.models.embedding_models import BUNDLED, load_embedder
from retrieval.workers.exchange import WorkerState
from retrieval.workers.shared_work import Keep
from retrieval.workers.workers import Workers, alone
from tests.free_port import free_port

PASSAGES, ROUNDS = 216, 3
BATCH = FEW_PASSAGES + 4
"""Small, so that two processes come out nearly even at the end, and large enough for the first one to be shared."""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

Share = Callable[[Sequence[Sequence[str]], Embedder, Keep], None]


@contextmanager
def worker(core: int) -> Iterator[Workers]:
    """`parkqa work` on one core."""
    port = free_port()
    secret = secrets.token_hex(16)
    variables = {"PARKQA_WORKERS__SECRET": secret, "PARKQA_WORKERS__PORT": str(port)}
    process = subprocess.Popen([sys.executable, "-m", "bot", "work"], env=os.environ | ONE_THREAD | variables)
    os.sched_setaffinity(process.pid, {core})
    workers = Workers([f"127.0.0.1:{port}"], secret)
    try:
        while not all(isinstance(state, WorkerState) for state in workers.states().values()):
            time.sleep(0.2)
        yield workers
    finally:
        process.terminate()
        process.wait()


def took(embedder: Embedder, texts: Sequence[str], share: Share) -> tuple[float, Vectors]:
    """Seconds, into a new cache."""
    with tempfile.TemporaryDirectory() as folder, closing(EmbeddingCache(Path(folder), embedder.fingerprint, embedder.dimension)) as cache:
        started = time.perf_counter()
        vectors = encode_cached(embedder, cache, texts, BATCH, share=share)
        return time.perf_counter() - started, vectors


def round_of(embedder: Embedder, texts: Sequence[str], workers: Workers, both_first: bool) -> tuple[float, float, float]:
    """Seconds alone, seconds with the worker, and the share of the passages that were its."""
    workers.embedded.clear()
    both, ours = took(embedder, texts, workers.share) if both_first else (0.0, None)
    one, expected = took(embedder, texts, alone)
    if ours is None:
        both, ours = took(embedder, texts, workers.share)
    if ours.tobytes() != expected.tobytes():
        raise SystemExit("the vectors are not the same")
    return one, both, sum(workers.embedded.values()) / len(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=PASSAGES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    if os.environ.get("OMP_NUM_THREADS") != "1":  # libraries read it when they are loaded
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.workers", *sys.argv[1:]], os.environ | ONE_THREAD)
    ours, theirs, *_ = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {ours})
    with tempfile.TemporaryDirectory() as home:
        lines = (corpus_of(given.passages, None, Path(home)).folder / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = list(dict.fromkeys(json.loads(line)["text"] for line in lines))[: given.passages]
    embedder = load_embedder(BUNDLED)
    embedder.encode_passages(texts[: FEW_PASSAGES + 1])
    with worker(theirs) as workers:
        rounds = [round_of(embedder, texts, workers, bool(number % 2)) for number in range(given.rounds)]
    rows = [[f"{alone:.1f}", f"{both:.1f}", f"{alone / both:.2f}", f"{share:.0%}"] for alone, both, share in rounds]
    print(table(("one process, s", "with a worker, s", "times as fast", "of it the worker's"), rows))
    print(f"\nmedian: {statistics.median(alone / both for alone, both, _ in rounds):.2f}, load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
