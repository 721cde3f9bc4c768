"""Which article of an index is a near-duplicate of one that is not in it yet, and which groups of them change with some articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from corpus.article import Article
from retrieval.index.engine import DuplicateGroup, Snapshot
from retrieval.near_duplicates.groups import are_near_duplicates, find_near_duplicates
from retrieval.text.analyzer import Analyzer

PROBE = 250
"""Characters: about as many as a passage has."""
NEAR = 10
"""Passages that lexical search gives for each probe; those of a near-duplicate come first."""


def find_near_duplicate(article: Article, snapshot: Snapshot, analyzer: Analyzer) -> Article | None:
    """A near-duplicate of the article; only those are compared, exactly, that hold words of its title, its opening or its middle."""
    alike = alike_in_words(article, snapshot, analyzer)
    return next((other for other in alike if are_near_duplicates(article, other, analyzer.normalize)), None)


def alike_in_words(article: Article, snapshot: Snapshot, analyzer: Analyzer) -> Iterator[Article]:
    """The articles that a near-duplicate would be among, each once."""
    seen: set[str] = set()
    for probe in _probes(article):
        for match in snapshot.search_lexical(analyzer.terms(probe), NEAR):
            other = snapshot.passage(match.position).article
            if other.id not in seen:
                yield other
            seen.add(other.id)


def regrouped(articles: Mapping[str, Article], changed: Collection[str], snapshot: Snapshot, analyzer: Analyzer) -> list[DuplicateGroup]:
    """The groups of near-duplicates among `articles`, by id, after some of those of a version `changed`, came or went.

    Compared anew is what changed, with what was grouped with it, and with what it may be grouped with now.
    """
    before = {id_: snapshot.near_duplicates(id_) for id_ in (*articles, *changed)}
    new = [articles[id_] for id_ in changed if id_ in articles]
    near = {other.id for article in new for other in alike_in_words(article, snapshot, analyzer)}
    anew = {member for id_ in (*changed, *near) for member in before[id_]}
    kept = {group for group in before.values() if len(group) > 1 and anew.isdisjoint(group)}
    found = find_near_duplicates([articles[id_] for id_ in anew if id_ in articles], analyzer.normalize, lambda _done, _total: None)
    return [*sorted(kept), *found]


def _probes(article: Article) -> Iterator[str]:
    middle = len(article.text) // 2
    yield f"{article.title or ''}\n{article.text[:PROBE]}"
    if middle > PROBE:
        yield article.text[middle : middle + PROBE]
