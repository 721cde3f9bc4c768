"""The bundled model for thousands of passages on processors: BERT in torch, with nothing around it.

Each batch is computed on one core, as many batches at once as there are cores, so that no core waits for another between two steps. It
takes a fifth less processor time than sentence-transformers, which would also take four seconds to load; the vectors are the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from retrieval.errors import EmbedderUnavailable
from retrieval.models.embedder import Vectors
from retrieval.models.encoder import PASSAGE
from retrieval.models.openmp import openmp

with openmp("OMP_WAIT_POLICY", "passive"):  # whatever else computes with torch in this process shall not spin while it waits
    import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

TOKENS_AT_A_TIME = 2048
"""Of one batch: what is computed of them still lies in a core's cache."""
LENGTHS = 16
"""Texts are padded to a multiple of so many tokens: attention over others takes up to twice as long."""

Linear = tuple[Tensor, Tensor]
"""Weight and bias, of a layer normalisation likewise."""


class BulkEncoder:
    """Embeds passages of up to 512 tokens; of longer ones, the beginning."""

    def __init__(self, folder: Path) -> None:
        """Load the model that was unpacked into `folder`. Raises EmbedderUnavailable."""
        try:
            config = json.loads((folder / "config.json").read_text("utf-8"))
            self._heads, self._epsilon = int(config["num_attention_heads"]), float(config["layer_norm_eps"])
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._tokenizer.enable_truncation(int(config["max_position_embeddings"]))
            weights = load_file(folder / "model.safetensors")
            self._words = weights["embeddings.word_embeddings.weight"]
            self._positions = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
            self._norm = _linear(weights, "embeddings.LayerNorm")
            self._layers = [_layer(weights, f"encoder.layer.{number}") for number in range(int(config["num_hidden_layers"]))]
        except Exception as error:  # what is damaged raises half a dozen kinds, and with tokenizers a plain Exception
            raise EmbedderUnavailable(f"The embedding model in {folder} cannot be loaded: {error}. Delete that folder") from error

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimension). Best called with hundreds of texts: those of like length are computed together."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch([PASSAGE + text for text in texts])]
        vectors = np.empty((len(texts), self._words.shape[1]), dtype=np.float32)

        def compute(rows: list[int]) -> None:
            vectors[rows] = self._means([tokens[row] for row in rows])

        cores = torch.get_num_threads()
        try:
            with ThreadPoolExecutor(cores, initializer=partial(torch.set_num_threads, 1)) as workers:
                list(workers.map(compute, _batches([len(ids) for ids in tokens])))
        finally:
            torch.set_num_threads(cores)  # what the workers set holds for every thread that begins after them
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    @torch.inference_mode()
    def _means(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        """The mean of each text's hidden states."""
        lengths = torch.tensor([len(ids) for ids in tokens])
        length = _padded(int(lengths.max()))
        padded = torch.tensor([[*ids, *[0] * (length - len(ids))] for ids in tokens])
        is_token = torch.arange(length) < lengths[:, None]
        hidden = self._hidden(padded, is_token).float() * is_token[:, :, None]
        means: Vectors = (hidden.sum(dim=1) / lengths[:, None]).numpy()
        return means

    def _hidden(self, tokens: Tensor, is_token: Tensor) -> Tensor:
        """The last layer's hidden states, shape (texts, length, width)."""
        texts, length = tokens.shape
        width = self._words.shape[1]
        apart = (texts, length, 3, self._heads, width // self._heads)
        ignored = torch.zeros(is_token.shape, dtype=self._words.dtype).masked_fill_(~is_token, -torch.inf)
        ignored = ignored[:, None, None, :].expand(texts, 1, length, length)
        hidden = self._normalised((functional.embedding(tokens, self._words) + self._positions[:length]).view(-1, width), self._norm)
        for attention, attended, attended_norm, widening, narrowing, output_norm in self._layers:
            query, key, value = functional.linear(hidden, *attention).view(apart).permute(2, 0, 3, 1, 4)
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=ignored).transpose(1, 2).reshape(-1, width)
            hidden = self._normalised(functional.linear(mixed, *attended) + hidden, attended_norm)
            wide = functional.gelu(functional.linear(hidden, *widening))
            hidden = self._normalised(functional.linear(wide, *narrowing) + hidden, output_norm)
        return hidden.view(texts, length, width)

    def _normalised(self, x: Tensor, norm: Linear) -> Tensor:
        return functional.layer_norm(x, x.shape[-1:], *norm, eps=self._epsilon)


def has_accelerator() -> bool:
    """Whether torch finds a GPU, or the like, which sentence-transformers uses."""
    return torch.accelerator.is_available()


def _layer(weights: dict[str, Tensor], prefix: str) -> tuple[Linear, ...]:
    """In the order of use; query, key and value are one matrix, so that they are one product."""
    parts = [_linear(weights, f"{prefix}.attention.self.{name}") for name in ("query", "key", "value")]
    attention = torch.cat([weight for weight, _ in parts]), torch.cat([bias for _, bias in parts])
    others = ("attention.output.dense", "attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm")
    return attention, *(_linear(weights, f"{prefix}.{name}") for name in others)


def _linear(weights: dict[str, Tensor], name: str) -> Linear:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows of like length together, the longest first."""
    rows = sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)
    while rows:
        count = max(1, TOKENS_AT_A_TIME // _padded(lengths[rows[0]]))
        yield rows[:count]
        rows = rows[count:]


def _padded(length: int) -> int:
    return -(-length // LENGTHS) * LENGTHS
