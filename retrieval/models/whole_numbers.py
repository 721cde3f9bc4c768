"""Linear layers in whole numbers of 8 bits: a fifth of the time that they take in float32 on CPUs made for it.

Each column of a weight has a scale of its own. What it is multiplied with has one for a whole text, found as it passes through, which
onnxruntime does in the same step. Alone that is too coarse: an embedding is off by a cosine of 0.9976 then, and the reader marks other
words than in float32 in one answer of five. Three things bring that to 0.9998 and one of thirty, and cost little.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.models.nano_file import Floats
from retrieval.models.nano_weights import LayerNorm, Linear
from retrieval.models.onnx_file import OURS, OnnxFile

LARGEST = 127
"""Of a weight, either way."""
STEPS = 255
"""Between the least number that is multiplied with weights and the greatest."""
LEAST_SCALE = np.float32(1e-12)
"""So that a column of zeros is not divided by zero."""
DEVIATIONS = 3
"""So many standard deviations a channel is expected to reach after layer normalisation."""
GELU_LEAST = np.float32(-0.17)
"""Nothing that comes out of GELU lies below."""


class WholeNumbers:
    """Adds the steps of linear layers to a computation; from the name of what goes in to that of what comes out."""

    def __init__(self, onnx: OnnxFile) -> None:
        self._onnx = onnx
        self._none = onnx.constant(np.uint8(0))
        self._one = onnx.constant(np.float32(1))
        self._share = onnx.constant(np.float32(1 / STEPS))
        self._raised_by = onnx.constant(-GELU_LEAST)
        self._a_row = onnx.constant(np.array([-1]))

    def product(self, x: str, linear: Linear) -> str:
        """The layer, its input by one scale."""
        numbers, scales = self._weight(linear.weight)
        return self._coarse(x, numbers, scales, self._onnx.constant(linear.bias))

    def fine_product(self, x: str, linear: Linear) -> str:
        """The same twice: of the input, and of what rounding left of it, by a scale of its own.

        Each has the weight for itself: where 8-bit products overflow, onnxruntime converts it for every step, and fails at the second.
        """
        onnx = self._onnx
        rounded, scale, zero = onnx.steps("DynamicQuantizeLinear", x, results=3)
        left = onnx.step("Sub", x, onnx.step("DequantizeLinear", rounded, scale, zero))
        numbers, scales = self._weight(linear.weight)
        most = onnx.step("MatMulIntegerToFloat", rounded, numbers, scale, scales, zero, domain=OURS)
        return onnx.step("Add", most, self.product(left, linear))

    def product_of_normalised(self, x: str, norm: LayerNorm, linear: Linear) -> str:
        """The layer after a layer normalisation, whose gain and bias tell the few channels that are many times as great as the others.

        The input is divided by what its channels are expected to reach, and the weight multiplied (Xiao et al. 2023, "SmoothQuant").
        """
        reach = (np.abs(norm.bias) + DEVIATIONS * np.abs(norm.gain)).astype(np.float32)
        even = self._onnx.step("Mul", x, self._onnx.constant(1 / reach))
        return self.product(even, Linear(linear.weight * reach[:, np.newaxis], linear.bias))

    def product_of_gelu(self, x: str, linear: Linear) -> str:
        """The layer after GELU, where one token may be many times as great as the others: each has a scale of its own.

        Its least value is known, so its numbers are counted from there: x is least + scale * numbers, and the product with the weight
        scale * (numbers @ weight) + least * (sums of the weight's columns).
        """
        onnx, (whole, scales) = self._onnx, _quantised(linear.weight)
        raised = onnx.step("Add", x, self._raised_by)
        scale = onnx.step("Mul", onnx.step("ReduceMax", raised, axes=(-1,)), self._share)
        numbers = onnx.step("QuantizeLinear", raised, onnx.step("Reshape", scale, self._a_row), axis=-2)
        product = onnx.step(
            "MatMulIntegerToFloat", numbers, onnx.constant(whole), self._one, onnx.constant(scales), self._none, domain=OURS
        )
        bias = linear.bias + GELU_LEAST * whole.sum(axis=0, dtype=np.int32) * scales
        return onnx.step("Add", onnx.step("Mul", product, scale), onnx.constant(bias.astype(np.float32)))

    def _weight(self, weight: Floats) -> tuple[str, str]:
        whole, scales = _quantised(weight)
        return self._onnx.constant(whole), self._onnx.constant(scales)

    def _coarse(self, x: str, numbers: str, scales: str, bias: str) -> str:
        return self._onnx.step("DynamicQuantizeMatMul", x, numbers, scales, "", bias, domain=OURS)


def _quantised(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Whole numbers and their scale for each column."""
    scales = np.maximum(np.maximum(weight.max(axis=0), -weight.min(axis=0)) / LARGEST, LEAST_SCALE).astype(np.float32)
    return np.rint(weight / scales).astype(np.int8), scales
