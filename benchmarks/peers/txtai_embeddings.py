"""txtai's embeddings database, dense and hybrid, as its documentation has it; the instructions are those of E5."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from txtai import Embeddings

from benchmarks.peers.passages import passages_of

FOUND = 10
HYBRID = "hybrid"


class Contestant:
    """Dense search and hybrid search, each over an index of its own kind."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._models: dict[str, Any] = {}
        self._stores = {mode: self._store(mode) for mode in ("dense", HYBRID)}

    def _store(self, mode: str) -> Any:  # noqa: ANN401 - an untyped library
        instructions = {"query": "query: ", "data": "passage: "}
        config = {"path": self._model, "instructions": instructions, "hybrid": mode == HYBRID, "content": False}
        return Embeddings(config, models=self._models)

    def index(self, corpus: str, index: str, embedded: bool) -> None:
        texts, articles, vectors = passages_of(corpus, embedded=embedded)
        rows = [(f"{row}:{article}", text, None) for row, (article, text) in enumerate(zip(articles, texts, strict=True))]
        for mode in ("dense", HYBRID) if embedded else (HYBRID,):
            with _remembering(self._stores[mode], dict(zip(texts, vectors, strict=True)) if embedded else None):
                self._stores[mode].index(rows)
            self._stores[mode].save(f"{index}/{mode}")

    def open(self, index: str) -> None:
        for mode in ("dense", HYBRID):
            self._stores[mode].load(f"{index}/{mode}")

    def ask(self, question: str, mode: str) -> str:
        [(row, _), *_] = self._stores[mode].search(question, FOUND)
        return str(row).partition(":")[2]


@contextmanager
def _remembering(store: Any, known: dict[str, Any] | None) -> Iterator[None]:  # noqa: ANN401
    """Inside the block, vectors that are known are not computed."""
    if known is None:
        yield
        return
    encode = store.model.encode
    store.model.encode = lambda data, *_, **__: np.array([known[text.removeprefix("passage: ")] for text in data], dtype=np.float32)
    yield
    store.model.encode = encode
