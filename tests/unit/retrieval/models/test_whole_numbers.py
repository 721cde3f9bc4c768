"""Linear layers in whole numbers against the same in float32, with inputs as the network has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.models.nano_file import Floats
from retrieval.models.nano_weights import LayerNorm, Linear
from retrieval.models.onnx_file import Attribute, OnnxFile
from retrieval.models.onnx_session import OnnxSession
from retrieval.models.whole_numbers import WholeNumbers

INPUTS, OUTPUTS, TOKENS = 64, 48, 7
RANDOM = np.random.default_rng(5)
LINEAR = Linear(RANDOM.normal(0, 0.1, (INPUTS, OUTPUTS)).astype(np.float32), RANDOM.normal(0, 0.1, OUTPUTS).astype(np.float32))
USUAL = RANDOM.normal(0, 1, (TOKENS, INPUTS)).astype(np.float32)
Layer = Callable[[WholeNumbers, str], str]


def plain(numbers: WholeNumbers, x: str) -> str:
    return numbers.product(x, LINEAR)


def fine(numbers: WholeNumbers, x: str) -> str:
    return numbers.fine_product(x, LINEAR)


def of_gelu(numbers: WholeNumbers, x: str) -> str:
    return numbers.product_of_gelu(x, LINEAR)


class WeightsAndTheirUses(OnnxFile):
    """Keeps count of the steps that each weight goes into."""

    def __init__(self) -> None:
        super().__init__()
        self.uses: Counter[str] = Counter()

    def constant(self, values: NDArray[np.generic] | np.generic) -> str:
        name = super().constant(values)
        if values.dtype == np.int8:
            self.uses[name] = 0
        return name

    def steps(self, operator: str, *inputs: str, results: int, domain: str = "", **attributes: Attribute) -> list[str]:
        self.uses.update(self.uses.keys() & set(inputs))
        return super().steps(operator, *inputs, results=results, domain=domain, **attributes)


def error(layer: Layer, x: Floats) -> float:
    """The greatest, as a share of the greatest output."""
    onnx = OnnxFile()
    result = layer(WholeNumbers(onnx), "embedded")
    found = OnnxSession(onnx.finished({"embedded": (1, "tokens", INPUTS)}, {result: (1, "tokens", OUTPUTS)})).run(x)
    expected = x @ LINEAR.weight + LINEAR.bias
    return float(np.abs(found - expected).max() / np.abs(expected).max())


def test_a_layer_is_about_that_of_float32() -> None:
    assert error(plain, USUAL) < 0.02


def test_what_rounding_leaves_of_the_input_is_multiplied_too() -> None:
    exact = Linear(np.rint(LINEAR.weight * 1000).clip(-127, 127).astype(np.float32), LINEAR.bias)
    exact.weight[0] = 127  # whole numbers as they are, so that all of the error is the input's
    onnx = OnnxFile()
    numbers = WholeNumbers(onnx)
    results = [numbers.product("embedded", exact), numbers.fine_product("embedded", exact)]
    expected = USUAL @ exact.weight + exact.bias
    coarse, finely = (
        np.abs(OnnxSession(onnx.finished({"embedded": (1, "tokens", INPUTS)}, {each: (1, "tokens", OUTPUTS)})).run(USUAL) - expected).max()
        for each in results
    )
    assert finely < coarse / 50


def test_a_channel_that_the_norm_makes_great_does_not_drown_the_others() -> None:
    gain = np.ones(INPUTS, dtype=np.float32)
    gain[3] = 60
    norm = LayerNorm(gain, np.zeros(INPUTS, dtype=np.float32))
    LINEAR.weight[3] /= 60  # as in the network, where great channels count no more than others
    assert error(lambda numbers, x: numbers.product_of_normalised(x, norm, LINEAR), USUAL * gain) < error(plain, USUAL * gain) / 5
    LINEAR.weight[3] *= 60


def test_a_token_that_gelu_makes_great_does_not_drown_the_others() -> None:
    activated = np.where(USUAL > 0, USUAL, -0.169 * (USUAL < -0.5)).astype(np.float32)
    activated[2] *= 300
    activated = activated.clip(-0.16997)
    rest = [row for row in range(TOKENS) if row != 2]

    def of_the_rest(layer: Layer) -> float:
        onnx = OnnxFile()
        result = layer(WholeNumbers(onnx), "embedded")
        session = OnnxSession(onnx.finished({"embedded": (1, "tokens", INPUTS)}, {result: (1, "tokens", OUTPUTS)}))
        return float(np.abs(session.run(activated) - (activated @ LINEAR.weight + LINEAR.bias))[rest].max())

    assert of_the_rest(of_gelu) < of_the_rest(plain) / 20


@pytest.mark.parametrize("layer", [plain, fine, of_gelu])
def test_nothing_is_divided_by_zero(layer: Layer) -> None:
    for x in (np.zeros((TOKENS, INPUTS), dtype=np.float32), np.full((1, INPUTS), -0.16997, dtype=np.float32)):
        assert error(layer, x) < 0.02


@pytest.mark.parametrize("layer", [plain, fine, of_gelu])
def test_each_step_has_a_weight_of_its_own(layer: Layer) -> None:
    """onnxruntime refuses others on CPUs whose fast sums overflow, to which these tests need not come."""
    onnx = WeightsAndTheirUses()
    layer(WholeNumbers(onnx), "embedded")
    assert set(onnx.uses.values()) == {1}
