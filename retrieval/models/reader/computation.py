"""What the reader computes, step by step: BERT with two heads."""

from __future__ import annotations

from retrieval.models.onnx_file import OnnxFile
from retrieval.models.reader.weights import ReaderWeights
from retrieval.models.transformer import transformer


def computation(weights: ReaderWeights) -> bytes:
    """An ONNX file: `embedded` (1, tokens, width), word and position together, to `scores` (1, tokens, 3); see `ReaderWeights.heads`.

    Raises MalformedModel and KeyError, as the weights do.
    """
    onnx, heads = OnnxFile(), weights.heads()
    hidden = transformer(onnx, weights)
    scores = onnx.step("Add", onnx.step("MatMul", hidden, onnx.constant(heads.weight)), onnx.constant(heads.bias))
    return onnx.finished({"embedded": (1, "tokens", weights.model.network.hidden)}, {scores: (1, "tokens", 3)})
