"""The transformer that reads: BERT (Devlin et al. 2019) in numpy, one text at a time, so that nothing is padded."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from retrieval.models.nano_file import Floats
from retrieval.models.reader.weights import Layer, LayerNorm, ReaderWeights

_GELU = tuple(map(np.float32, (0.7975079, 0.03700565, -0.00035152)))
"""erf(x / √2) = tanh(x · (a + b x² + c x⁴)), and x · erf within 3e-5: numpy has a fast tanh and no erf."""
_FARTHEST = np.float32(6.0)
"""Where erf is 1 to all digits; further out the polynomial would turn."""


def encode(weights: ReaderWeights, ids: Sequence[int]) -> Floats:
    """What each token of a text means in it, shape (tokens, width)."""
    hidden = _normalised(weights.words(list(ids)) + weights.positions[: len(ids)], weights.embedding_norm, weights.epsilon)
    for layer in weights.layers:
        hidden = _pass(hidden, layer, weights)
    return hidden


def _pass(hidden: Floats, layer: Layer, weights: ReaderWeights) -> Floats:
    attended = layer.attended(_attention(layer.attention(hidden), weights.heads))
    attended += hidden
    attended = _normalised(attended, layer.attended_norm, weights.epsilon)
    output = layer.narrowing(_gelu(layer.widening(attended)))
    output += attended
    return _normalised(output, layer.output_norm, weights.epsilon)


def _attention(projected: Floats, heads: int) -> Floats:
    """Each token's mean of all values, weighed by how well its query fits their keys; `projected` holds the three side by side."""
    tokens, width = len(projected), projected.shape[1] // 3
    query, key, value = projected.reshape(tokens, 3, heads, width // heads).transpose(1, 2, 0, 3)
    fit: Floats = query @ key.transpose(0, 2, 1)
    fit *= np.float32(1 / math.sqrt(width // heads))
    fit -= fit.max(axis=-1, keepdims=True)
    np.exp(fit, out=fit)
    fit /= fit.sum(axis=-1, keepdims=True)
    mixed: Floats = (fit @ value).transpose(1, 0, 2).reshape(tokens, width)
    return mixed


def _normalised(x: Floats, norm: LayerNorm, epsilon: float) -> Floats:
    x -= x.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
    x *= (1 / np.sqrt(variance + np.float32(epsilon)))[:, np.newaxis]
    x *= norm.gain
    x += norm.bias
    return x


def _gelu(x: Floats) -> Floats:
    """The unit of Hendrycks and Gimpel 2016: x · (1 + erf(x / √2)) / 2."""
    a, b, c = _GELU
    near = np.clip(x, -_FARTHEST, _FARTHEST)
    square = near * near
    inner = square * c
    inner += b
    inner *= square
    inner += a
    inner *= near
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner
