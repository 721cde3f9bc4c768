"""What an engine has to answer, worked out the slow and obvious way."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from retrieval.models.embedder import Vectors
from retrieval.text.terms import Terms

K1, B = 1.2, 0.75


def cosine_scores(vectors: Vectors, query: Vectors) -> list[float]:
    return [float(np.dot(vector.astype(np.float64), query.astype(np.float64))) for vector in vectors]


def bm25_scores(documents: Sequence[Terms], query: Terms) -> list[float]:
    """BM25 of each document, words and bigrams added up (Robertson and Zaragoza 2009, with Lucene's never negative idf)."""
    words = _field_scores([document.words for document in documents], query.words)
    bigrams = _field_scores([document.bigrams for document in documents], query.bigrams)
    return [a + b for a, b in zip(words, bigrams, strict=True)]


def _field_scores(documents: Sequence[Sequence[str]], query: Sequence[str]) -> list[float]:
    average = sum(map(len, documents)) / len(documents)
    scores = [0.0] * len(documents)
    for term in query:
        frequencies = [document.count(term) for document in documents]
        holding = sum(frequency > 0 for frequency in frequencies)
        idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
        for row, frequency in enumerate(frequencies):
            if frequency:
                length = stored_length(len(documents[row]))
                scores[row] += idf * (K1 + 1) * frequency / (frequency + K1 * (1 - B + B * length / average))
    return scores


def stored_length(length: int) -> int:
    """A document's length as Lucene and tantivy keep it, in one byte: exact up to 40, then rounded down to four significant bits."""
    if length < 40:
        return length
    above = length - 24
    dropped = max(above.bit_length() - 4, 0)
    return 24 + (above >> dropped << dropped)
