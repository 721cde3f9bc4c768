"""BERT (Devlin et al. 2019) as steps of a computation, its linear layers in whole numbers."""

from __future__ import annotations

import numpy as np

from retrieval.models.nano_weights import LayerNorm, NanoWeights
from retrieval.models.onnx_file import OURS, OnnxFile
from retrieval.models.whole_numbers import WholeNumbers


def transformer(onnx: OnnxFile, weights: NanoWeights) -> str:
    """Adds all steps from `embedded` (1, tokens, width), word and position together, to the last layer's hidden states, likewise.

    Raises MalformedModel, as the weights do.
    """
    network, linear = weights.model.network, WholeNumbers(onnx)
    thirds = onnx.constant(np.full(3, network.hidden))

    def normalised(x: str, norm: LayerNorm) -> str:
        return onnx.step("LayerNormalization", x, onnx.constant(norm.gain), onnx.constant(norm.bias), epsilon=network.epsilon)

    hidden = normalised("embedded", weights.embedding_norm())
    for layer in weights.layers():
        query, key, value = onnx.steps("Split", linear.fine_product(hidden, layer.attention), thirds, results=3, axis=-1)
        mixed = onnx.step("MultiHeadAttention", query, key, value, domain=OURS, num_heads=network.heads)
        hidden = normalised(onnx.step("Add", linear.product(mixed, layer.attended), hidden), layer.attended_norm)
        wide = onnx.step("Gelu", linear.product_of_normalised(hidden, layer.attended_norm, layer.widening), domain=OURS)
        hidden = normalised(onnx.step("Add", linear.product_of_gelu(wide, layer.narrowing), hidden), layer.output_norm)
    return hidden
