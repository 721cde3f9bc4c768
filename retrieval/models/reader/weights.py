"""The reader's weights: those of the bundled embedding model, with the learned adapters merged into them."""

from __future__ import annotations

from collections.abc import Mapping
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

    def __call__(self, x: Floats) -> Floats:
        product: Floats = x @ self.weight
        product += self.bias
        return product


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
    """All that is learned, in float32; of the word embeddings, 96 of 118 million numbers, rows are decoded when they are needed."""

    heads: int
    epsilon: float
    model: NanoFile
    positions: Floats
    """Position and token type together."""
    embedding_norm: LayerNorm
    layers: tuple[Layer, ...]
    span: Linear
    """To the scores of being an answer's start and end."""
    answers: Linear
    """From the first token to the log odds that the passage answers."""

    def words(self, ids: list[int]) -> Floats:
        """Word embeddings, shape (tokens, width)."""
        stored, width = self.model.directory["emb.word"], self.model.network.hidden
        table = np.frombuffer(self.model.data, BLOCK, stored.elements // 32, stored.offset).reshape(-1, width // 32)
        return dequantise(table[ids].reshape(-1)).reshape(-1, width)


def merged(model: NanoFile, learned: Mapping[str, Floats]) -> ReaderWeights:
    """The weights of a model with adapters merged in: W + scale * up @ down. A layer without adapters stays as it is.

    Raises MalformedModel for a model without these tensors and KeyError where the learned numbers lack a head.
    """
    network = model.network
    width = network.hidden
    positions = model.tensor("emb.pos", (network.positions, width)) + model.tensor("emb.type", (network.token_types, width))[0]
    return ReaderWeights(
        network.heads,
        network.epsilon,
        model,
        positions,
        _norm(model, "emb.ln"),
        tuple(_layer(model, learned, layer) for layer in range(network.layers)),
        Linear(_transposed(learned["span.weight"]), learned["span.bias"].astype(np.float32)),
        Linear(_transposed(learned["answers.weight"]), learned["answers.bias"].astype(np.float32)),
    )


def _layer(model: NanoFile, learned: Mapping[str, Floats], layer: int) -> Layer:
    width, wide = model.network.hidden, model.network.feed_forward

    def linear(name: str, inputs: int, outputs: int) -> Linear:
        key = f"l{layer}.{name}"
        weight = model.tensor(f"{key}.w", (outputs, inputs))
        if f"{key}.up" in learned:
            up, down = (learned[f"{key}.{side}"].astype(np.float32) for side in ("up", "down"))
            weight = weight + SCALE * (up @ down)
        return Linear(_transposed(weight), model.tensor(f"{key}.b", (outputs,)))

    return Layer(
        _side_by_side([linear(name, width, width) for name in ("q", "k", "v")]),
        linear("ao", width, width),
        _norm(model, f"l{layer}.aln"),
        linear("fi", width, wide),
        linear("fo", wide, width),
        _norm(model, f"l{layer}.oln"),
    )


def _norm(model: NanoFile, name: str) -> LayerNorm:
    shape = (model.network.hidden,)
    return LayerNorm(model.tensor(f"{name}.w", shape), model.tensor(f"{name}.b", shape))


def _side_by_side(linears: list[Linear]) -> Linear:
    return Linear(np.concatenate([one.weight for one in linears], axis=1), np.concatenate([one.bias for one in linears]))


def _transposed(weight: Floats) -> Floats:
    return np.ascontiguousarray(weight.T, dtype=np.float32)
