"""Pathway's document store behind its own REST server, as its documentation has it; the prefix is that of E5.

    python -m benchmarks.servers.apps.pathway_store MODEL CORPUS MODE PORT

It keeps no index: it reads the corpus at each start. Vectors of passages are known, as they are to everybody.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pathway
from pathway.stdlib.indexing import BruteForceKnnFactory, HybridIndexFactory, TantivyBM25Factory
from pathway.xpacks.llm.document_store import DocumentStore
from pathway.xpacks.llm.embedders import SentenceTransformerEmbedder
from pathway.xpacks.llm.servers import DocumentStoreServer

from benchmarks.peers.passages import Passages, passages_of


class Embedder(SentenceTransformerEmbedder):  # type: ignore[misc] # an untyped library
    """Embeds questions; looks passages up."""

    def __init__(self, model: str, passages: Passages) -> None:
        super().__init__(model)
        self._known = dict(zip(passages.texts, passages.vectors, strict=True))

    def __wrapped__(self, input: list[str], **named: Any) -> list[np.ndarray]:  # noqa: ANN401 - the library's own
        unknown = [text for text in input if text not in self._known]
        asked = dict(zip(unknown, self.model.encode([f"query: {text}" for text in unknown], **self.kwargs), strict=True)) if unknown else {}
        return [asked[text] if text in asked else self._known[text] for text in input]


def main(model: str, corpus: str, mode: str, port: str) -> None:
    passages = passages_of(corpus, embedded=True)
    rows = [(text.encode(), pathway.Json({"article": article})) for text, article in zip(passages.texts, passages.articles, strict=True)]
    schema = pathway.schema_from_types(data=bytes, _metadata=pathway.Json)
    dense = BruteForceKnnFactory(dimensions=passages.vectors.shape[1], reserved_space=len(rows), embedder=Embedder(model, passages))
    index = dense if mode == "dense" else HybridIndexFactory([dense, TantivyBM25Factory()])
    store = DocumentStore(pathway.debug.table_from_rows(schema, rows), index)
    DocumentStoreServer("127.0.0.1", int(port), store).run(with_cache=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
