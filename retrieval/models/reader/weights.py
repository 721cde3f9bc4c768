"""The reader's weights: those of the bundled embedding model, with the learned adapters merged into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.models.nano_file import BLOCK, Floats, NanoFile, dequantise

SCALE = 2.0
"""What an adapter's product is multiplied by (Hu et al. 2022, "LoRA", call it alpha over rank)."""

ADAPTERS = Path(__file__).with_name("reader.safetensors")


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
class ReaderWeights:
    """All that is learned, in float32, decoded when it is asked for and not kept: 470 MB in all, 380 of them word embeddings.

    Its methods raise MalformedModel for a model without these tensors and KeyError where the learned numbers lack a head.
    """

    model: NanoFile
    learned: Mapping[str, Floats]
    """Adapters and heads by name."""

    def words(self, ids: Sequence[int]) -> Floats:
        """Word embeddings, shape (tokens, width)."""
        stored, width = self.model.directory["emb.word"], self.model.network.hidden
        table = np.frombuffer(self.model.data, BLOCK, stored.elements // 32, stored.offset).reshape(-1, width // 32)
        return dequantise(table[list(ids)].reshape(-1)).reshape(-1, width)

    def positions(self) -> Floats:
        """Embeddings of position and token type together, shape (positions, width)."""
        network = self.model.network
        position = self.model.tensor("emb.pos", (network.positions, network.hidden))
        kind: Floats = self.model.tensor("emb.type", (network.token_types, network.hidden))[0]
        return position + kind

    def embedding_norm(self) -> LayerNorm:
        return self._norm("emb.ln")

    def layers(self) -> Iterator[Layer]:
        """One after another, with W + scale * up @ down for each matrix that has an adapter."""
        width, wide = self.model.network.hidden, self.model.network.feed_forward
        for layer in range(self.model.network.layers):
            yield Layer(
                _side_by_side([self._linear(f"l{layer}.{name}", width, width) for name in ("q", "k", "v")]),
                self._linear(f"l{layer}.ao", width, width),
                self._norm(f"l{layer}.aln"),
                self._linear(f"l{layer}.fi", width, wide),
                self._linear(f"l{layer}.fo", wide, width),
                self._norm(f"l{layer}.oln"),
            )

    def heads(self) -> Linear:
        """From a token to its scores as start and end of the answer, and from the first one to the log odds that the passage answers."""
        return _side_by_side(
            [
                Linear(self.learned[f"{head}.weight"].T.astype(np.float32), self.learned[f"{head}.bias"].astype(np.float32))
                for head in ("span", "answers")
            ]
        )

    def _linear(self, name: str, inputs: int, outputs: int) -> Linear:
        weight = self.model.tensor(f"{name}.w", (outputs, inputs))
        if f"{name}.up" in self.learned:
            up, down = (self.learned[f"{name}.{side}"].astype(np.float32) for side in ("up", "down"))
            weight = weight + SCALE * (up @ down)
        return Linear(weight.T, self.model.tensor(f"{name}.b", (outputs,)))

    def _norm(self, name: str) -> LayerNorm:
        shape = (self.model.network.hidden,)
        return LayerNorm(self.model.tensor(f"{name}.w", shape), self.model.tensor(f"{name}.b", shape))


def _side_by_side(linears: Sequence[Linear]) -> Linear:
    return Linear(np.concatenate([one.weight for one in linears], axis=1), np.concatenate([one.bias for one in linears]))
