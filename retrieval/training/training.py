"""Trains the reader's adapters on pairs, and writes them to a file every few minutes, so that no work is lost."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from retrieval.models.reader.reader import LENGTH
from retrieval.progress import Progress
from retrieval.training.drawing import Source, drawn
from retrieval.training.network import ReaderNetwork
from retrieval.training.pairs import Pair
from retrieval.training.recipe import Course

BATCH, OF_LIKE_LENGTH = 16, 8
"""Pairs in a step, and steps whose pairs are sorted by length together, so that little is padding."""
RATE_OF_HEADS, WARMING_UP = 2e-3, 60
BETWEEN_FILES = 180.0
"""Seconds."""
NEVER = -1e4


def train(
    sources: Sequence[Source], folder: Path, out: Path, course: Course, progress: Progress, *, begun: Path | None = None, seed: int = 1
) -> None:
    """Train over the embedding model in `folder`; `out` is written anew every few minutes, and at the end.

    `begun` is a file that such a training wrote, to go on from; `seed` says which pairs are drawn.
    """
    torch.manual_seed(seed)
    tokenizer, network = AutoTokenizer.from_pretrained(folder), ReaderNetwork(folder)
    if begun:
        network.go_on_from(load_file(begun))
    adapters = [value for value in network.adapters.parameters() if value.requires_grad]
    heads = [*network.span.parameters(), *network.answers.parameters()]
    optimizer = torch.optim.AdamW([{"params": adapters, "lr": course.rate}, {"params": heads, "lr": RATE_OF_HEADS}], weight_decay=0.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARMING_UP) * max(course.least_rate, 1 - step / course.steps)
    )
    written = time.monotonic()
    for step, batch in zip(range(1, course.steps + 1), _batches(drawn(sources, seed, course.cut_short, course.nowhere)), strict=False):
        _loss(network, tokenizer, batch).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([*adapters, *heads], 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        progress("training", step, course.steps)
        if time.monotonic() - written > BETWEEN_FILES:
            save_file(network.learned(), out)
            written = time.monotonic()
    save_file(network.learned(), out)


def _batches(pairs: Iterator[Pair]) -> Iterator[list[Pair]]:
    """Batches without end, each of pairs of like length, in an order that follows from a seed."""
    lot = random.Random(1)  # noqa: S311 - no secret
    while True:
        near = sorted(islice(pairs, BATCH * OF_LIKE_LENGTH), key=lambda pair: len(pair.context) + len(pair.passage))
        batches = [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
        yield from lot.sample(batches, len(batches))


def _loss(network: ReaderNetwork, tokenizer: PreTrainedTokenizerBase, batch: Sequence[Pair]) -> Tensor:
    tokens, starts, ends, allowed = _encoded(tokenizer, batch)
    span, answers = network(**tokens)
    span = span.masked_fill(~allowed.unsqueeze(-1), NEVER)
    of_span = (cross_entropy(span[..., 0], starts) + cross_entropy(span[..., 1], ends)) / 2
    return of_span + binary_cross_entropy_with_logits(answers, (starts > 0).float())


def _encoded(tokenizer: PreTrainedTokenizerBase, batch: Sequence[Pair]) -> tuple[dict[str, Tensor], Tensor, Tensor, Tensor]:
    """Tokens, the answers' first and last (0: none), and where an answer may lie: the first token, and the passage without its context."""
    texts = [f"{pair.context}\n{pair.passage}" for pair in batch]
    tokens = tokenizer(
        [pair.question for pair in batch],
        texts,
        truncation="only_second",
        max_length=LENGTH,
        padding=True,
        return_tensors="pt",
        return_offsets_mapping=True,
    )
    offsets = tokens["offset_mapping"].tolist()
    allowed = torch.zeros(len(batch), len(offsets[0]), dtype=torch.bool)
    allowed[:, 0] = True
    bounds = []
    for row, pair in enumerate(batch):
        begin = len(pair.context) + 1
        places = [place for place, part in enumerate(tokens.sequence_ids(row)) if part == 1 and offsets[row][place][1] > begin]
        allowed[row, places] = True
        bounds.append(_bounds(pair, begin, {place: offsets[row][place] for place in places}))
    starts, ends = torch.tensor(bounds).T
    return {name: tokens[name] for name in ("input_ids", "attention_mask")}, starts, ends, allowed


def _bounds(pair: Pair, begin: int, places: dict[int, list[int]]) -> tuple[int, int]:
    """The tokens in which the answer begins and ends; twice 0 where there is none or it was cut off."""
    if pair.answer is None:
        return 0, 0
    first, last = begin + pair.answer.start, begin + pair.answer.end
    start = next((place for place, (since, until) in places.items() if since <= first < until), 0)
    end = next((place for place, (since, until) in places.items() if since < last <= until), 0)
    return (start, end) if 0 < start <= end else (0, 0)
