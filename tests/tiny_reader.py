"""Adapters and heads for the model of `tests.nano_models`, with numbers that follow from a seed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from tests.nano_models import FEED_FORWARD, HIDDEN

RANK = 4


def write_adapters(path: Path, seed: int = 1, *, strength: float = 0.1) -> Path:
    """Adapters for the second of two layers, and both heads."""
    random = np.random.default_rng(seed)
    sizes = {"q": (HIDDEN, HIDDEN), "k": (HIDDEN, HIDDEN), "v": (HIDDEN, HIDDEN), "ao": (HIDDEN, HIDDEN)}
    sizes |= {"fi": (FEED_FORWARD, HIDDEN), "fo": (HIDDEN, FEED_FORWARD)}
    shapes = {
        f"l1.{name}.{side}": shape
        for name, (out, into) in sizes.items()
        for side, shape in {"up": (out, RANK), "down": (RANK, into)}.items()
    }
    shapes |= {"span.weight": (2, HIDDEN), "span.bias": (2,), "answers.weight": (1, HIDDEN), "answers.bias": (1,)}
    save_file({name: (random.normal(0, strength, shape)).astype(np.float16) for name, shape in shapes.items()}, path)
    return path
