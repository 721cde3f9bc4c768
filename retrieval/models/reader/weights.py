"""The reader's weights: those of the bundled embedding model, with the learned adapters merged into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.models.nano_file import Floats
from retrieval.models.nano_weights import Linear, NanoWeights

SCALE = 2.0
"""What an adapter's product is multiplied by (Hu et al. 2022, "LoRA", call it alpha over rank)."""

ADAPTERS = Path(__file__).with_name("reader.safetensors")


@dataclass(frozen=True, slots=True)
class ReaderWeights(NanoWeights):
    """The model's weights and what was learned beside them; raises KeyError too, where the learned numbers lack a head."""

    learned: Mapping[str, Floats]
    """Adapters and heads by name."""

    def heads(self) -> Linear:
        """From a token to its scores as start and end of the answer, and from the first one to the log odds that the passage answers."""
        weights, biases = (
            [self.learned[f"{head}.{part}"].T.astype(np.float32) for head in ("span", "answers")] for part in ("weight", "bias")
        )
        return Linear(np.concatenate(weights, axis=1), np.concatenate(biases))

    def matrix(self, name: str, inputs: int, outputs: int) -> Floats:
        """With W + scale * up @ down where there is an adapter."""
        weight = self.model.tensor(f"{name}.w", (outputs, inputs))
        if f"{name}.up" not in self.learned:
            return weight
        up, down = (self.learned[f"{name}.{side}"].astype(np.float32) for side in ("up", "down"))
        return weight + SCALE * (up @ down)
