"""The weights of a model file, layer by layer, in float32; how a linear layer is stored is up to who computes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from retrieval.models.nano_file import BLOCK, Floats, NanoFile, dequantise

LinearT = TypeVar("LinearT")
"""What a linear layer is computed with."""
Linears = Callable[[Sequence[str], int, int], LinearT]
"""Makes one linear layer of those of these names side by side, each from so many inputs to so many outputs."""


@dataclass(frozen=True, slots=True)
class LayerNorm:
    """Layer normalisation's gain and bias."""

    gain: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Layer(Generic[LinearT]):
    """One layer of the transformer. Query, key and value are one matrix, so that they are one product."""

    attention: LinearT
    attended: LinearT
    attended_norm: LayerNorm
    widening: LinearT
    narrowing: LinearT
    output_norm: LayerNorm


@dataclass(frozen=True, slots=True)
class NanoWeights:
    """All that is learned, decoded when it is asked for and not kept: 470 MB in all, 380 of them word embeddings.

    Its methods raise MalformedModel for a model without these tensors.
    """

    model: NanoFile

    def words(self, ids: Sequence[int]) -> Floats:
        """Word embeddings, shape (tokens, width)."""
        return dequantise(self.blocks("emb.word", self.model.network.hidden)[list(ids)].reshape(-1)).reshape(len(ids), -1)

    def blocks(self, name: str, inputs: int) -> np.ndarray[tuple[int, int], np.dtype[np.void]]:
        """A matrix as it is stored, shape (outputs, inputs / 32)."""
        stored = self.model.directory[name]
        return np.frombuffer(self.model.data, BLOCK, stored.elements // 32, stored.offset).reshape(-1, inputs // 32)

    def positions(self) -> Floats:
        """Embeddings of position and token type together, shape (positions, width)."""
        network = self.model.network
        position = self.model.tensor("emb.pos", (network.positions, network.hidden))
        kind: Floats = self.model.tensor("emb.type", (network.token_types, network.hidden))[0]
        return position + kind

    def embedding_norm(self) -> LayerNorm:
        return self._norm("emb.ln")

    def layers(self, linear: Linears[LinearT]) -> Iterator[Layer[LinearT]]:
        """One after another."""
        width, wide = self.model.network.hidden, self.model.network.feed_forward
        for layer in range(self.model.network.layers):
            yield Layer(
                linear([f"l{layer}.{name}" for name in ("q", "k", "v")], width, width),
                linear([f"l{layer}.ao"], width, width),
                self._norm(f"l{layer}.aln"),
                linear([f"l{layer}.fi"], width, wide),
                linear([f"l{layer}.fo"], wide, width),
                self._norm(f"l{layer}.oln"),
            )

    def bias(self, names: Sequence[str], outputs: int) -> Floats:
        """Those of linear layers side by side."""
        return np.concatenate([self.model.tensor(f"{name}.b", (outputs,)) for name in names])

    def _norm(self, name: str) -> LayerNorm:
        shape = (self.model.network.hidden,)
        return LayerNorm(self.model.tensor(f"{name}.w", shape), self.model.tensor(f"{name}.b", shape))
