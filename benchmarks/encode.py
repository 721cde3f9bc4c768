"""How many passages a second does a reindex embed, against sentence-transformers' own `encode` of the same passages?

    python -m benchmarks.encode [--corpus FOLDER] [--passages N] [--rounds N]

The same weights everywhere, each encoder in a process of its own. Rounds are interleaved, so that a busy machine slows all alike; the
table shows each one's best.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, closing
from functools import cache, partial
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from platformdirs import user_cache_path
from rich.console import Console
from rich.table import Table

from corpus.reading.folder import list_sources, read_source
from retrieval.building.embedding_cache import EmbeddingCache, encode_cached
from retrieval.models.bundled_embedder import BundledEmbedder, fastest_precision
from retrieval.models.bundled_model import Precision, unpacked_folder
from retrieval.models.embedder import Vectors
from retrieval.models.encoder import Encoder
from retrieval.models.nano_model import model_file
from retrieval.text.context import with_context
from retrieval.text.embedded_form import embedded_form
from retrieval.text.splitter import split

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

ENCODER_SAMPLE = 32
"""The encoder embeds some thirty passages a second: a few dozen tell its speed."""

Encode = Callable[[list[str]], Vectors]


def sample_passages(corpus: Path, count: int) -> list[str]:
    """Up to `count` passages of the corpus, each with its context as it is indexed, drawn at random."""
    articles = (article for source in list_sources(corpus) for article in read_source(corpus, source).articles)
    texts = [embedded_form(with_context(passage)) for article in articles for passage in split(article)]
    return Random(0).sample(texts, min(count, len(texts)))


@cache
def library(precision: Precision) -> SentenceTransformer:
    """The model as the library's documentation loads it."""
    from sentence_transformers import SentenceTransformer

    folder = unpacked_folder(model_file(), user_cache_path("parkqa"), precision)
    return SentenceTransformer(str(folder), model_kwargs={"dtype": precision}, local_files_only=True)


@cache
def embedder() -> BundledEmbedder:
    return BundledEmbedder(user_cache_path("parkqa"))


def encode_by_library(precision: Precision, texts: list[str]) -> Vectors:
    vectors: Vectors = library(precision).encode_document(texts, show_progress_bar=False)
    return vectors


def encode_by_reindex(texts: list[str]) -> Vectors:
    with TemporaryDirectory() as folder, closing(EmbeddingCache(Path(folder), embedder().fingerprint, embedder().dimension)) as store:
        return encode_cached(embedder(), store, texts)


@cache
def encoder() -> Encoder:
    return Encoder()


def encode_by_encoder(texts: list[str]) -> Vectors:
    return encoder().encode_passages(texts[:ENCODER_SAMPLE])


def timed(encode: Encode, texts: list[str]) -> tuple[float, Vectors]:
    started = time.perf_counter()
    vectors = encode(texts)
    return len(vectors) / (time.perf_counter() - started), vectors


def measure(encoders: dict[str, Encode], texts: list[str], rounds: int) -> dict[str, tuple[float, Vectors]]:
    """Best passages a second of each encoder, and its vectors. A short run first loads what loads lazily."""
    best: dict[str, tuple[float, Vectors]] = {}
    with ExitStack() as stack:
        workers = {name: stack.enter_context(ProcessPoolExecutor(1, get_context("spawn"))) for name in encoders}
        for name, worker in workers.items():
            worker.submit(encoders[name], texts[:40]).result()
        for _ in range(rounds):
            for name, worker in workers.items():
                result = worker.submit(timed, encoders[name], texts).result()
                best[name] = max(best.get(name, result), result, key=itemgetter(0))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("corpus/articles"))
    parser.add_argument("--passages", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    texts = sample_passages(arguments.corpus, arguments.passages)
    precision = fastest_precision()
    reference = "sentence-transformers encode, float32"
    encoders: dict[str, Encode] = {
        reference: partial(encode_by_library, "float32"),
        f"sentence-transformers encode, {precision}": partial(encode_by_library, precision),
        f"parkqa reindex, {precision}": encode_by_reindex,
        "parkqa, few passages": encode_by_encoder,
    }
    results = measure(encoders, texts, arguments.rounds)
    table = Table(title=f"{len(texts)} passages, {mean(map(len, texts)):.0f} characters on average, best of {arguments.rounds}")
    for heading in ("", "passages/s", "ratio", "least cosine"):
        table.add_column(heading, justify="right" if heading else "left")
    reference_rate, expected = results[reference]
    for name, (rate, vectors) in results.items():
        cosine = np.einsum("ij,ij->i", vectors, expected[: len(vectors)]) / np.linalg.norm(vectors, axis=1)
        table.add_row(name, f"{rate:.1f}", f"{rate / reference_rate:.2f}", f"{cosine.min():.5f}")
    Console().print(table)


if __name__ == "__main__":
    main()
