"""LangChain's FAISS store over HuggingFaceEmbeddings, as its documentation has it; the prompts are those of E5."""

from __future__ import annotations

from typing import Any

from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings

from benchmarks.peers.passages import passages_of

FOUND = 10


class Contestant:
    """Dense search."""

    def __init__(self, model: str) -> None:
        self._embeddings = HuggingFaceEmbeddings(
            model_name=model, encode_kwargs={"prompt": "passage: "}, query_encode_kwargs={"prompt": "query: "}
        )
        self.store: Any = None

    def index(self, corpus: str, index: str, embedded: bool) -> None:
        texts, articles, vectors = passages_of(corpus, embedded=embedded)
        about = [{"article": article} for article in articles]
        if vectors is None:
            store = FAISS.from_texts(texts, self._embeddings, about)
        else:
            store = FAISS.from_embeddings(list(zip(texts, vectors.tolist(), strict=True)), self._embeddings, about)
        store.save_local(index)

    def open(self, index: str) -> None:
        self.store = FAISS.load_local(index, self._embeddings, allow_dangerous_deserialization=True)  # our own file

    def ask(self, question: str, mode: str) -> str:
        return str(self.store.similarity_search(question, k=FOUND)[0].metadata["article"])
