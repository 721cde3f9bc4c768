"""Writes one index version into its collections."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from typing import Any

from retrieval.index.engine import DuplicateGroup
from retrieval.index.milvus.bm25 import WrittenTerms
from retrieval.index.milvus.connection import MilvusConnection
from retrieval.index.milvus.content import KnownArticle, article_key, article_parts, batches, head_text, packed
from retrieval.index.milvus.field import Field
from retrieval.index.milvus.layout import ARTICLES, NONE, TERMS, VersionCollections, passage_fields
from retrieval.index.packed_facts import passage_row
from retrieval.models.embedder import Vectors
from retrieval.text.article_facts import ArticleFacts
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts
from retrieval.text.terms import Terms

PASSAGES_AT_ONCE = 500
"""Some 3 MB a request."""
PARTS_AT_ONCE = 100
"""6 MB at most."""
TERMS_AT_ONCE = 5_000


def write_version(
    connection: MilvusConnection,
    collections: VersionCollections,
    passages: Sequence[Passage],
    vectors: Vectors,
    terms: Iterable[Terms],
    *,
    near_duplicates: Sequence[DuplicateGroup],
    facts: Iterable[PassageFacts] | None,
) -> dict[str, int]:
    """Write passages, articles and terms; gives the number of rows by collection. Raises ValueError, OSError, IndexUnavailable."""
    with closing(WrittenTerms()) as written:
        for each in terms:
            written.add(each)
        if not len(passages) == len(vectors) == written.passages:
            raise ValueError(f"{len(passages)} passages, {len(vectors)} vectors and {written.passages} terms do not belong together")
        of_articles: dict[str, ArticleFacts] = {}
        rows = _passage_rows(passages, vectors, written, _facts(passages, facts, of_articles))
        fields = passage_fields(len(passages), int(vectors.shape[1]))
        counts = {collections.passages: _write(connection, collections.passages, fields, rows, PASSAGES_AT_ONCE)}
        counts[collections.terms] = _write(connection, collections.terms, TERMS, _term_rows(written), TERMS_AT_ONCE)
    articles = {passage.article.id: KnownArticle(passage.article, of_articles.get(passage.article.id)) for passage in passages}
    places = {id_: (number, place) for number, group in enumerate(near_duplicates) for place, id_ in enumerate(group)}
    rows = _article_rows(list(articles.values()), places)
    counts[collections.articles] = _write(connection, collections.articles, ARTICLES, rows, PARTS_AT_ONCE)
    return counts


def _write(connection: MilvusConnection, collection: str, fields: Sequence[Field], rows: Iterable[dict[str, Any]], most: int) -> int:
    """Make a collection of rows; gives how many they are."""
    connection.create(collection, fields)
    count = 0
    for batch in batches(rows, most):
        connection.insert(collection, batch)
        count += len(batch)
    connection.seal(collection, fields)
    return count


def _facts(passages: Sequence[Passage], facts: Iterable[PassageFacts] | None, of_articles: dict[str, ArticleFacts]) -> Iterator[str]:
    """The facts of each passage as text, empty where there are none; those of the articles are left in `of_articles`."""
    if facts is None:
        yield from ("" for _ in passages)
        return
    known = 0
    for each in facts:
        of_articles.setdefault(each.passage.article.id, each.article)
        known += 1
        yield packed(passage_row(each))
    if known != len(passages):
        raise ValueError(f"{len(passages)} passages and the facts of {known} do not belong together")


def _passage_rows(passages: Sequence[Passage], vectors: Vectors, terms: WrittenTerms, facts: Iterator[str]) -> Iterator[dict[str, Any]]:
    parts = zip(passages, vectors, terms.vectors(), strict=True)
    for position, (passage, vector, sparse) in enumerate(parts):
        yield {
            "position": position,
            "article": article_key(passage.article.id),
            "start": passage.start,
            "end": passage.end,
            "facts": next(facts, ""),
            "vector": vector,
            "terms": sparse,
        }
    deque(facts, maxlen=0)  # what is left tells whether there are too many


def _term_rows(written: WrittenTerms) -> Iterator[dict[str, Any]]:
    for key, dimension in written.dimensions.items():
        yield {"term": key, "dimension": dimension, "holding": written.holding[dimension], "none": NONE}


def _article_rows(articles: Sequence[KnownArticle], places: Mapping[str, tuple[int, int]]) -> Iterator[dict[str, Any]]:
    """A head for each article, then the parts of each."""
    heads = ((each.article.id, head_text(each.article, places.get(each.article.id))) for each in articles)
    texts = ((each.article.id, part) for each in articles for part in article_parts(each))
    for row, (id_, content) in enumerate(chain(heads, texts)):
        yield {"row": row, "article": article_key(id_), "content": content, "none": NONE}
