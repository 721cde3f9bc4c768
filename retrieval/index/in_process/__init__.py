"""The engine that needs no server: FAISS for vectors, tantivy for terms, SQLite for articles."""

from retrieval.index.in_process.engine import InProcessEngine

__all__ = ["InProcessEngine"]
