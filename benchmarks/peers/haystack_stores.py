"""Haystack's in-memory document store, dense and hybrid (reciprocal rank fusion), as its documentation has it.

The prefixes are those of E5. BM25 takes each Han character for a word: the default takes a whole clause for one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

from benchmarks.peers.passages import passages_of

FOUND = 10
HAN_BY_HAN = r"(?u)[\u3400-\u9fff]|[^\W\u3400-\u9fff]+"


class Contestant:
    """A pipeline for each mode over one store."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._documents = SentenceTransformersDocumentEmbedder(model=model, prefix="passage: ", progress_bar=False)
        self._documents.warm_up()
        self.pipelines: dict[str, Any] = {}

    def index(self, corpus: str, index: str, embedded: bool) -> None:
        texts, articles, vectors = passages_of(corpus, embedded=embedded)
        documents = [
            Document(id=str(row), content=text, meta={"article": article})
            for row, (text, article) in enumerate(zip(texts, articles, strict=True))
        ]
        store = InMemoryDocumentStore(bm25_tokenization_regex=HAN_BY_HAN)
        if vectors is None:
            documents = self._documents.run(documents=documents)["documents"]
        else:
            for document, vector in zip(documents, vectors.tolist(), strict=True):
                document.embedding = vector
        DocumentWriter(document_store=store).run(documents=documents)
        Path(index).mkdir(parents=True, exist_ok=True)
        store.save_to_disk(f"{index}/store.json")

    def open(self, index: str) -> None:
        store = InMemoryDocumentStore.load_from_disk(f"{index}/store.json")
        self.pipelines = {"dense": self._dense(store), "hybrid": self._hybrid(store)}

    def _dense(self, store: Any) -> Any:  # noqa: ANN401 - untyped libraries
        pipeline = Pipeline()
        pipeline.add_component("embed", SentenceTransformersTextEmbedder(model=self._model, prefix="query: ", progress_bar=False))
        pipeline.add_component("dense", InMemoryEmbeddingRetriever(store, top_k=FOUND))
        pipeline.connect("embed.embedding", "dense.query_embedding")
        return pipeline

    def _hybrid(self, store: Any) -> Any:  # noqa: ANN401
        pipeline = self._dense(store)
        pipeline.add_component("words", InMemoryBM25Retriever(store, top_k=FOUND))
        pipeline.add_component("join", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=FOUND))
        pipeline.connect("dense", "join")
        pipeline.connect("words", "join")
        return pipeline

    def ask(self, question: str, mode: str) -> str:
        given: dict[str, Any] = {"embed": {"text": question}}
        if mode == "hybrid":
            found = self.pipelines[mode].run(given | {"words": {"query": question}})["join"]
        else:
            found = self.pipelines[mode].run(given)["dense"]
        return str(found["documents"][0].meta["article"])
