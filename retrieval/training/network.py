"""The reader in torch, as it is trained: the frozen embedding model, low-rank adapters beside its linear layers, and two heads.

Only to be imported where something is trained: it brings torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from retrieval.models.bundled_embedder import fastest_precision
from retrieval.models.reader.weights import SCALE

RANK = 16
FIRST_LAYER = 2
"""The layers below have no adapters: nothing was lost by that, and training is a sixth faster."""
NAMES = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
"""Of a layer's linear parts, in transformers and in the file of adapters."""


class Adapted(nn.Module):
    """A frozen linear layer and what is learned beside it (Hu et al. 2022, "LoRA")."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) * 0.02)
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        frozen: Tensor = self.linear(x)
        narrow = x.flatten(0, -2) @ (SCALE * self.down).to(x.dtype).T
        return torch.addmm(frozen.flatten(0, -2), narrow, self.up.to(x.dtype).T).view_as(frozen)


class ReaderNetwork(nn.Module):
    """Tokens of question and passage to scores of the answer's start and end (the first token: none), and log odds that it answers."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the embedding model's, as sentence-transformers has it."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, dtype=getattr(torch, fastest_precision()), attn_implementation="eager"
        )
        self.encoder.requires_grad_(False)  # in half the digits where the CPU counts in them, and so in half the time; what learns has all
        self.adapters = nn.ModuleDict()
        for number, layer in list(enumerate(self.encoder.encoder.layer))[FIRST_LAYER:]:
            for path, name in NAMES.items():
                owner, _, last = path.rpartition(".")
                adapted = Adapted(layer.get_submodule(path))
                setattr(layer.get_submodule(owner), last, adapted)
                self.adapters[f"l{number}_{name}"] = adapted
        width = self.encoder.config.hidden_size
        self.span, self.answers = nn.Linear(width, 2), nn.Linear(width, 1)

    def forward(self, **tokens: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(**tokens).last_hidden_state.float()
        return self.span(hidden), self.answers(hidden[:, 0]).squeeze(-1)

    def learned(self) -> dict[str, Tensor]:
        """What the file of adapters holds, in float16."""
        return {name: value.detach().half().contiguous() for name, value in self._learning().items()}

    def go_on_from(self, learned: Mapping[str, Tensor]) -> None:
        """Begin where an earlier training ended; `learned` is what its file holds. Raises KeyError for another network's."""
        with torch.no_grad():
            for name, value in self._learning().items():
                value.copy_(learned[name])

    def _learning(self) -> dict[str, Tensor]:
        sides = {
            f"{name.replace('_', '.')}.{side}": getattr(adapted, side) for name, adapted in self.adapters.items() for side in ("up", "down")
        }
        heads = {f"{head}.{part}": getattr(getattr(self, head), part) for head in ("span", "answers") for part in ("weight", "bias")}
        return {**sides, **heads}
