"""What a reindex costs where nothing, or one article, has changed, and a new process that asks, by the number of articles.

    python -m benchmarks.changes --news FILE [ARTICLES...]

FILE holds articles as .jsonl; an article here is some sentences of one of them, in a file of its own. Vectors are drawn, not computed, so
that what is left is what a reindex costs besides embedding. No self-check. Wall and processor seconds, those of the reading process too;
of a new process, the median of five after a first one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from statistics import median
from zlib import crc32

import numpy as np

from benchmarks.markdown import table
from benchmarks.speed.worker import measured
from bot.settings.loading import load_settings
from bot.terminal.commands.exit_code import ExitCode
from retrieval.building.indexer import Indexer
from retrieval.factory import open_indexer
from retrieval.models.embedder import Vectors

SIZES = (10_000, 100_000)
HEADS = ("articles", "everything new", "nothing changed", "one changed", "one more", "one less", "a new process asks")
LONG_ENOUGH = 120
"""Characters from which sentences become an article."""
IN_A_FOLDER = 1000
QUESTION = "沐江经开区签约的电池项目总投资多少"
ONE_MORE = "沐江经开区来了新项目\n2024-05-06\n\n沐江经开区昨天签约一个电池项目，总投资3.7亿元。\n"


@dataclass(frozen=True, slots=True)
class DrawnVectors:
    """An embedder that draws a vector for each text, always the same one, and passes for another."""

    fingerprint: str
    dimension: int

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        drawn = [np.random.default_rng(crc32(text.encode())).standard_normal(self.dimension, dtype=np.float32) for text in texts]
        vectors: Vectors = np.array([vector / np.linalg.norm(vector) for vector in drawn], dtype=np.float32)
        return vectors


def articles(news: Path) -> Iterator[str]:
    """Texts of one passage."""
    with news.open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            text = ""
            for sentence in told["text"].replace("\n", "").split("。"):
                text += f"{sentence}。"
                if len(text) >= LONG_ENOUGH:
                    yield f"{text[:30]}\n{told['published']}\n\n{text}\n"
                    text = ""


def write(news: Path, folder: Path, count: int) -> int:
    """One file for each article; how many there are."""
    number = 0
    for number, text in enumerate(islice(articles(news), count), start=1):
        path = folder / f"{number // IN_A_FOLDER:04d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return number


def of_a_reindex(indexer: Indexer) -> str:
    """What it took."""
    return "{seconds:.1f} ({processor:.1f})".format_map(measured(indexer.reindex, lambda _stage, _done, _total: None))


def of_a_new_process(index: Path) -> str:
    """What `parkqa ask` takes from its start to its end."""
    ask = [sys.executable, "-m", "bot", "ask", "--index", str(index), QUESTION]

    def run() -> None:
        code = subprocess.run(ask, check=False, stdout=subprocess.DEVNULL).returncode
        if code not in {ExitCode.DONE, ExitCode.NOTHING_FOUND}:
            sys.exit(f"parkqa ask: {code}")

    run()
    runs = [measured(run) for _ in range(5)]
    return "{:.2f} ({:.2f})".format(*(median(each[name] for each in runs) for name in ("seconds", "processor")))


def measure(news: Path, count: int) -> list[str]:
    """The row of so many articles."""
    with tempfile.TemporaryDirectory() as home:
        corpus, index = Path(home) / "articles", Path(home) / "index"
        written = write(news, corpus, count)
        indexer = open_indexer(load_settings(corpus=corpus, index=index))
        indexer = replace(indexer, embedder=DrawnVectors(indexer.embedder.fingerprint, indexer.embedder.dimension))
        row = [f"{written:,}", of_a_reindex(indexer), of_a_reindex(indexer)]
        changed = corpus / "0000" / "000007.txt"
        changed.write_text(changed.read_text(encoding="utf-8").replace("。", "！"), encoding="utf-8")
        row.append(of_a_reindex(indexer))
        (corpus / "one more.txt").write_text(ONE_MORE, encoding="utf-8")
        row.append(of_a_reindex(indexer))
        (corpus / "0000" / "000009.txt").unlink()
        row.append(of_a_reindex(indexer))
        row.append(of_a_new_process(index))
        print(*row, sep="  ", file=sys.stderr, flush=True)  # the next size takes long
        return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="*", default=SIZES)
    parser.add_argument("--news", type=Path, required=True, metavar="FILE")
    given = parser.parse_args()
    print(table(HEADS, (measure(given.news, count) for count in given.articles)))


if __name__ == "__main__":
    main()
