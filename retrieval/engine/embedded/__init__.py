"""The engine that needs no server: FAISS for vectors, tantivy for terms, SQLite for articles."""

from retrieval.engine.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
