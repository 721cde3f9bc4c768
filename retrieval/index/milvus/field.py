"""What a collection is made of, in Milvus's terms but without its library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MOST_BYTES = 65_535
"""UTF-8 bytes that a text field holds."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. The first of a collection is its primary key, a whole number."""

    name: str
    kind: Literal["number", "text", "vector", "sparse"]
    dimension: int = 0
    """Of a vector."""
    index: str | None = None
    """By which kind of index it is searched; every vector needs one."""
    sought: bool = False
    """Of a number: whether rows are looked up by it."""
