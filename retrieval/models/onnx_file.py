"""Writes a computation in the ONNX format, for onnxruntime to run.

The format is a protobuf message (onnx.proto of the ONNX project); what is needed of it is little enough to be written here, without the
library `onnx`, which would come along for nothing else.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

ELEMENTS = {"float32": 1, "uint8": 2, "int8": 3, "int64": 7}
"""ONNX's numbers of the types of elements."""
OURS = "com.microsoft"
"""onnxruntime's own set of operators."""
OPERATORS = {"": 17, OURS: 1}
"""The sets of operators and their versions."""
FORMAT_VERSION = 8

Shape = tuple[int | str, ...]
"""Of a size that is not known before, the name."""
Attribute = int | float | tuple[int, ...]


class OnnxFile:
    """Collects constants and steps, in the order of computation; values are known by names."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []
        self._names = 0

    def constant(self, values: NDArray[np.generic] | np.generic) -> str:
        """Keep an array; the name that steps know it by."""
        name = self._new_name()
        shape = b"".join(_integer(1, size) for size in values.shape)
        data = np.ascontiguousarray(values).tobytes()
        self._constants.append(shape + _integer(2, ELEMENTS[values.dtype.name]) + _text(8, name) + _bytes(9, data))
        return name

    def step(self, operator: str, *inputs: str, domain: str = "", **attributes: Attribute) -> str:
        """Add a computation with one result; its name."""
        [name] = self.steps(operator, *inputs, results=1, domain=domain, **attributes)
        return name

    def steps(self, operator: str, *inputs: str, results: int, domain: str = "", **attributes: Attribute) -> list[str]:
        """Add a computation; the names of its results."""
        names = [self._new_name() for _ in range(results)]
        node = [_text(1, name) for name in inputs] + [_text(2, name) for name in names]
        node += [_text(4, operator), *(_bytes(5, _attribute(*pair)) for pair in attributes.items()), _text(7, domain)]
        self._nodes.append(b"".join(node))
        return names

    def finished(self, inputs: Mapping[str, Shape], outputs: Mapping[str, Shape]) -> bytes:
        """The file, with the names and shapes of what goes in and comes out, in float32."""
        graph = [*(_bytes(1, node) for node in self._nodes), _text(2, "graph"), *(_bytes(5, one) for one in self._constants)]
        graph += [_bytes(field, _value(*pair)) for field, values in ((11, inputs), (12, outputs)) for pair in values.items()]
        operators = [_bytes(8, _text(1, domain) + _integer(2, version)) for domain, version in OPERATORS.items()]
        return _integer(1, FORMAT_VERSION) + b"".join(operators) + _bytes(7, b"".join(graph))

    def _new_name(self) -> str:
        self._names += 1
        return f"v{self._names}"


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, float):
        return _text(1, name) + _key(2, 5) + struct.pack("<f", value) + _integer(20, 1)
    if isinstance(value, int):
        return _text(1, name) + _integer(3, value) + _integer(20, 2)
    return _text(1, name) + b"".join(_integer(8, one) for one in value) + _integer(20, 7)


def _value(name: str, shape: Iterable[int | str]) -> bytes:
    sizes = b"".join(_bytes(1, _text(2, size) if isinstance(size, str) else _integer(1, size)) for size in shape)
    return _text(1, name) + _bytes(2, _bytes(1, _integer(1, ELEMENTS["float32"]) + _bytes(2, sizes)))


def _key(field: int, kind: int) -> bytes:
    return _varint(field << 3 | kind)


def _integer(field: int, value: int) -> bytes:
    return _key(field, 0) + _varint(value % (1 << 64))


def _bytes(field: int, value: bytes) -> bytes:
    return _key(field, 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _varint(value: int) -> bytes:
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
