"""BERT (Devlin et al. 2019) as steps of a computation, whatever its linear layers are computed with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from retrieval.models.nano_file import Network
from retrieval.models.nano_weights import Layer, LayerNorm, LinearT
from retrieval.models.onnx_file import OURS, OnnxFile

Product = Callable[[str, LinearT], str]
"""Adds the steps of one linear layer; from the name of what goes in to that of what comes out."""


def transformer(onnx: OnnxFile, network: Network, norm: LayerNorm, layers: Iterable[Layer[LinearT]], product: Product[LinearT]) -> str:
    """Adds all steps from `embedded` (1, tokens, width), word and position together, to the last layer's hidden states, likewise."""
    thirds = onnx.constant(np.full(3, network.hidden))

    def normalised(x: str, norm: LayerNorm) -> str:
        return onnx.step("LayerNormalization", x, onnx.constant(norm.gain), onnx.constant(norm.bias), epsilon=network.epsilon)

    hidden = normalised("embedded", norm)
    for layer in layers:
        query, key, value = onnx.steps("Split", product(hidden, layer.attention), thirds, results=3, axis=-1)
        mixed = onnx.step("MultiHeadAttention", query, key, value, domain=OURS, num_heads=network.heads)
        hidden = normalised(onnx.step("Add", product(mixed, layer.attended), hidden), layer.attended_norm)
        wide = onnx.step("Gelu", product(hidden, layer.widening), domain=OURS)
        hidden = normalised(onnx.step("Add", product(wide, layer.narrowing), hidden), layer.output_norm)
    return hidden
