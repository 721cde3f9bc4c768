"""What the reader computes, step by step: BERT (Devlin et al. 2019) with two heads, its large products in 8-bit integers.

An integer product takes a fifth of the time of one in float32 on CPUs made for it. Each column of a weight has a scale of its own, found
here; each token has one, and a least value, found as it passes through. Scales for a whole text at once, which onnxruntime offers as one
step, mark other words than float32 in one answer of five; with these it is one of eighteen, and these are no worse.
"""

from __future__ import annotations

import numpy as np

from retrieval.models.nano_file import Floats
from retrieval.models.onnx_file import OURS, OnnxFile
from retrieval.models.reader.weights import Linear, ReaderWeights
from retrieval.models.transformer import transformer

STEPS = 255
"""Between a token's least value and its greatest."""
LARGEST = 127
"""Of a weight, either way."""
LEAST_STEP = np.float32(1e-12)
"""So that a token whose values are all the same is not divided by zero."""


def computation(weights: ReaderWeights) -> bytes:
    """An ONNX file: `embedded` (1, tokens, width), word and position together, to `scores` (1, tokens, 3); see `ReaderWeights.heads`.

    Raises MalformedModel and KeyError, as the weights do.
    """
    return _Computation(weights).file()


class _Computation:
    def __init__(self, weights: ReaderWeights) -> None:
        self._weights = weights
        self._onnx = OnnxFile()
        self._one = self._onnx.constant(np.float32(1))
        self._zero = self._onnx.constant(np.uint8(0))
        self._share = self._onnx.constant(np.float32(1 / STEPS))
        self._least_step = self._onnx.constant(LEAST_STEP)
        self._after = self._onnx.constant(np.array([0, 0, 0, 0, 0, 1]))

    def file(self) -> bytes:
        onnx, weights = self._onnx, self._weights
        network, heads = weights.model.network, weights.heads()
        hidden = transformer(onnx, network, weights.embedding_norm(), weights.layers(weights.linear), self._product)
        scores = onnx.step("Add", onnx.step("MatMul", hidden, onnx.constant(heads.weight)), onnx.constant(heads.bias))
        return onnx.finished({"embedded": (1, "tokens", network.hidden)}, {scores: (1, "tokens", 3)})

    def _product(self, x: str, linear: Linear) -> str:
        """A linear layer by whole numbers: a row of x is least + step * numbers.

        So its product with the weight is step * (numbers @ weight) + least * (sums of the weight's columns).
        """
        onnx = self._onnx
        whole, scales = _quantised(linear.weight)
        least, most = (onnx.step(f"Reduce{which}", x, axes=(-1,)) for which in ("Min", "Max"))
        step = onnx.step("Add", onnx.step("Mul", onnx.step("Sub", most, least), self._share), self._least_step)
        numbers = onnx.step("QuantizeLinear", onnx.step("Div", onnx.step("Sub", x, least), step), self._one, self._zero)
        product = onnx.step(
            "MatMulIntegerToFloat", numbers, onnx.constant(whole), self._one, onnx.constant(scales), self._zero, domain=OURS
        )
        rest = onnx.constant(np.stack([whole.sum(axis=0) * scales, linear.bias]).astype(np.float32))
        least_and_one = onnx.step("Pad", least, self._after, self._one)
        return onnx.step("Add", onnx.step("Mul", product, step), onnx.step("MatMul", least_and_one, rest))


def _quantised(weight: Floats) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.int8]], Floats]:
    """Whole numbers and their scale for each column."""
    scales = np.maximum(np.abs(weight).max(axis=0) / LARGEST, LEAST_STEP).astype(np.float32)
    return np.rint(weight / scales).astype(np.int8), scales
