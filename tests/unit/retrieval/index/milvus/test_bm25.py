from __future__ import annotations

import numpy as np
import pytest

from retrieval.index.milvus.bm25 import NO_TERM, KnownTerm, WrittenTerms, asked_vector, bigram_key, stored_length, word_key
from retrieval.text.terms import Terms
from tests.contract import brute_force
from tests.contract.brute_force import bm25_scores

DOCUMENTS = [
    Terms(("园区", "企业", "园区"), ("园区", "区企")),
    Terms(("企业",) * 50, ()),
    Terms((), ()),
    Terms(("开工",), ("园区",) * 3),
]


def written(documents: list[Terms]) -> WrittenTerms:
    terms = WrittenTerms()
    for each in documents:
        terms.add(each)
    return terms


def test_the_inner_product_of_what_is_asked_and_what_is_held_is_bm25() -> None:
    terms = written(DOCUMENTS)
    asked = Terms(("园区", "企业", "园区", "没有"), ("园区",))
    keys = [*map(word_key, asked.words), *map(bigram_key, asked.bigrams)]
    known = {key: KnownTerm(dimension, terms.holding[dimension]) if (dimension := terms.dimensions.get(key)) else None for key in keys}
    query = asked_vector(keys, known, len(DOCUMENTS))
    scores = [sum(weight * query.get(dimension, 0.0) for dimension, weight in vector.items()) for vector in terms.vectors()]
    assert scores == pytest.approx(bm25_scores(DOCUMENTS, asked))


def test_the_same_text_as_a_word_and_as_a_bigram_are_two_terms() -> None:
    terms = written([Terms(("园区",), ("园区",))])
    assert sorted(terms.dimensions.values()) == [1, 2]
    assert word_key("园区") != bigram_key("园区")


def test_a_passage_without_terms_holds_what_nobody_asks_for() -> None:
    assert list(written([Terms((), ())]).vectors()) == [{NO_TERM: 1.0}]
    assert NO_TERM not in written(DOCUMENTS).dimensions.values()


def test_the_vectors_can_be_had_again() -> None:
    terms = written(DOCUMENTS)
    assert list(terms.vectors()) == list(terms.vectors())


def test_lengths_are_kept_as_tantivy_keeps_them() -> None:
    lengths = [int(length) for length in np.unique(np.geomspace(1, 1_000_000, 200).astype(int))]
    assert list(map(stored_length, lengths)) == list(map(brute_force.stored_length, lengths))
