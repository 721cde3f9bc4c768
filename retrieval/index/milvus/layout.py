"""How an index lies in Milvus.

parkqa                    alias of the passages of the version in use; switched atomically
parkqa_versions           one row a version: its manifest, how many rows it has, since when nobody needs it
parkqa_000012             the passages of one version, each with vector, terms and facts
parkqa_000012_articles    its articles, first a head for each, then their texts in parts
parkqa_000012_terms       its terms: in how many passages each stands, and its dimension in their vectors
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.index.milvus.field import Field

ALL_COMPARED_UP_TO = 200_000
"""Rows up to which every vector is compared; more are searched by a graph. The in-process engine compares all,
from 20,000 on roughly first."""

LOOKED_AT = 512
"""Rows that a search in the graph looks at, or as many as it gives."""

VERSIONS = (Field("version", "number"), Field("entry", "text"), Field("none", "vector", 2, "FLAT"))
"""`none` here and below: Milvus wants a vector in every collection."""
ARTICLES = (Field("row", "number"), Field("article", "number", sought=True), Field("content", "text"), Field("none", "vector", 2, "FLAT"))
TERMS = (Field("term", "number"), Field("dimension", "number"), Field("holding", "number"), Field("none", "vector", 2, "FLAT"))
NONE = [0.0, 0.0]


def passage_fields(rows: int, dimension: int) -> tuple[Field, ...]:
    """The fields of so many passages."""
    return (
        Field("position", "number"),
        Field("article", "number"),
        Field("start", "number"),
        Field("end", "number"),
        Field("facts", "text"),
        Field("vector", "vector", dimension, "FLAT" if rows <= ALL_COMPARED_UP_TO else "HNSW"),
        Field("terms", "sparse", index="SPARSE_INVERTED_INDEX"),
    )


@dataclass(frozen=True, slots=True)
class VersionCollections:
    """The collections of one version."""

    passages: str

    @property
    def articles(self) -> str:
        return f"{self.passages}_articles"

    @property
    def terms(self) -> str:
        return f"{self.passages}_terms"

    @property
    def all(self) -> tuple[str, str, str]:
        return self.passages, self.articles, self.terms


@dataclass(frozen=True, slots=True)
class IndexCollections:
    """The names of an index's collections, and of the alias for the version in use: `name` itself."""

    name: str

    @property
    def versions(self) -> str:
        return f"{self.name}_versions"

    def of(self, version: str) -> VersionCollections:
        """The collections of a version. Raises ValueError where that is no number."""
        if not (version.isascii() and version.isdecimal()):
            raise ValueError(f"{version!r} cannot name an index version: it must be a number")
        return VersionCollections(f"{self.name}_{version}")

    def version_of(self, collection: str) -> str | None:
        """The version that a collection belongs to; None where it is none of ours."""
        found = re.fullmatch(rf"{re.escape(self.name)}_(\d+)(?:_articles|_terms)?", collection)
        return found[1] if found else None
