"""The weights of a model file, layer by layer, in float32."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.models.nano_file import Floats, NanoFile, dequantise


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear layer: x @ weight + bias, the weight of shape (inputs, outputs)."""

    weight: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class LayerNorm:
    """Layer normalisation's gain and bias."""

    gain: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the transformer. Query, key and value are one matrix, so that they are one product."""

    attention: Linear
    attended: Linear
    attended_norm: LayerNorm
    widening: Linear
    narrowing: Linear
    output_norm: LayerNorm


@dataclass(frozen=True, slots=True)
class NanoWeights:
    """All that is learned, decoded when it is asked for and not kept: 470 MB in all, 380 of them word embeddings.

    Its methods raise MalformedModel for a model without these tensors.
    """

    model: NanoFile

    def words(self, ids: Sequence[int]) -> Floats:
        """Word embeddings, shape (tokens, width)."""
        return dequantise(self.model.rows("emb.word", self.model.network.hidden, ids)).reshape(len(ids), -1)

    def positions(self) -> Floats:
        """Embeddings of position and token type together, shape (positions, width)."""
        network = self.model.network
        position = self.model.tensor("emb.pos", (network.positions, network.hidden))
        kind: Floats = self.model.tensor("emb.type", (network.token_types, network.hidden))[0]
        return position + kind

    def embedding_norm(self) -> LayerNorm:
        return self._norm("emb.ln")

    def layers(self) -> Iterator[Layer]:
        """One after another."""
        width, wide = self.model.network.hidden, self.model.network.feed_forward
        for layer in range(self.model.network.layers):
            yield Layer(
                self._linear([f"l{layer}.{name}" for name in ("q", "k", "v")], width, width),
                self._linear([f"l{layer}.ao"], width, width),
                self._norm(f"l{layer}.aln"),
                self._linear([f"l{layer}.fi"], width, wide),
                self._linear([f"l{layer}.fo"], wide, width),
                self._norm(f"l{layer}.oln"),
            )

    def matrix(self, name: str, inputs: int, outputs: int) -> Floats:
        """The weight of one linear layer, shape (outputs, inputs)."""
        return self.model.tensor(f"{name}.w", (outputs, inputs))

    def _linear(self, names: Sequence[str], inputs: int, outputs: int) -> Linear:
        """Linear layers side by side."""
        weights = np.concatenate([self.matrix(name, inputs, outputs) for name in names])
        return Linear(weights.T, np.concatenate([self.model.tensor(f"{name}.b", (outputs,)) for name in names]))

    def _norm(self, name: str) -> LayerNorm:
        shape = (self.model.network.hidden,)
        return LayerNorm(self.model.tensor(f"{name}.w", shape), self.model.tensor(f"{name}.b", shape))
