"""The floor: embed, FAISS and tantivy, and nothing around them; what any search over these passages has to pay."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import tantivy

from benchmarks.peers.passages import passages_of
from retrieval.models.encoder import Encoder
from retrieval.text.analyzer import Analyzer

TORCH, LIGHT = "torch", "onnxruntime"
FOUND = 10


class Contestant:
    """Raw encode in sentence-transformers, or for questions in onnxruntime; exact FAISS; tantivy over jieba's words."""

    def __init__(self, model: str, *, light_only: bool = False) -> None:
        self._analyzer, self._light = Analyzer(), Encoder()
        self._torch: Any = None
        if not light_only:
            from sentence_transformers import SentenceTransformer

            self._torch = SentenceTransformer(model)

    def index(self, corpus: str, index: str, embedded: bool) -> None:
        folder = Path(index)
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "tantivy").mkdir(parents=True)
        texts, articles, vectors = passages_of(corpus, embedded=embedded)
        if vectors is None:
            vectors = self._torch.encode_document(texts)
        found = faiss.IndexFlatIP(vectors.shape[1])
        found.add(vectors.astype(np.float32))
        faiss.write_index(found, str(folder / "vectors.faiss"))
        writer = tantivy.Index(_schema(), path=str(folder / "tantivy")).writer()
        for text in texts:
            document = tantivy.Document()
            document.add_text("words", " ".join(self._analyzer.terms(text).words))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        (folder / "articles.json").write_text(json.dumps(articles), encoding="utf-8")

    def open(self, index: str) -> None:
        folder = Path(index)
        self._articles = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
        self._vectors = faiss.read_index(str(folder / "vectors.faiss"))
        found = tantivy.Index.open(str(folder / "tantivy"))
        self._schema, self._searcher = found.schema, found.searcher()

    def ask(self, question: str, mode: str) -> str:
        """Both searches; the article of the nearest vector."""
        encoder = self._light.encode_queries if mode == LIGHT else self._torch.encode_query
        _, [rows] = self._vectors.search(np.asarray(encoder([question]), dtype=np.float32), FOUND)
        words = self._analyzer.terms(question).words
        clauses = [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "words", word, "freq")) for word in words]
        self._searcher.search(tantivy.Query.boolean_query(clauses), FOUND)
        return str(self._articles[rows[0]])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    return builder.build()
