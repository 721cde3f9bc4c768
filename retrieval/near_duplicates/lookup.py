"""Which article of an index is a near-duplicate of one that is not in it yet."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.article import Article
from retrieval.index.engine import Snapshot
from retrieval.near_duplicates.groups import are_near_duplicates
from retrieval.text.analyzer import Analyzer

PROBE = 250
"""Characters: about as many as a passage has."""
NEAR = 10
"""Passages that lexical search gives for each probe; those of a near-duplicate come first."""


def find_near_duplicate(article: Article, snapshot: Snapshot, analyzer: Analyzer) -> Article | None:
    """A near-duplicate of the article; only those are compared, exactly, that hold words of its title, its opening or its middle."""
    seen: set[str] = set()
    for probe in _probes(article):
        for match in snapshot.search_lexical(analyzer.terms(probe), NEAR):
            other = snapshot.passage(match.position).article
            if other.id not in seen and are_near_duplicates(article, other, analyzer.normalize):
                return other
            seen.add(other.id)
    return None


def _probes(article: Article) -> Iterator[str]:
    middle = len(article.text) // 2
    yield f"{article.title or ''}\n{article.text[:PROBE]}"
    if middle > PROBE:
        yield article.text[middle : middle + PROBE]
