"""Folds near-duplicates: of a group of articles that say the same the preferred one is quoted, and the others are named beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from retrieval.index.engine import Snapshot
from retrieval.near_duplicates.groups import Normalize, Wording, wording
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked

LEAST_OF_SENTENCE = 0.7
"""Share of a sentence's words that must stand in a text that says the same; a near-duplicate often rewords an end."""


def fold_near_duplicates(ranked: Sequence[Ranked], snapshot: Snapshot, normalize: Normalize) -> list[Ranked]:
    """Leave out candidates whose sentence the article shown for their group has too; order and scores stay.

    The best candidate of a group gives its place to one of the preferred article where that one's passage says the same. What only
    another article of the group says stays in.
    """
    group_of = cache(snapshot.near_duplicates)
    shown: dict[str, tuple[str, Wording]] = {}
    kept: list[Ranked] = []
    for candidate in ranked:
        id_ = candidate.evidence.passage.article.id
        group = group_of(id_)
        if len(group) == 1:
            kept.append(candidate)
        elif group[0] not in shown:
            evidence = _preferred(candidate, ranked, group, normalize).evidence
            article = evidence.passage.article
            shown[group[0]] = article.id, wording(normalize(article.text))
            kept.append(replace(candidate, evidence=evidence))
        elif id_ == shown[group[0]][0]:
            if not any(candidate.evidence is other.evidence for other in kept):
                kept.append(candidate)
        elif not shown[group[0]][1].holds(_sentence(candidate, normalize), LEAST_OF_SENTENCE):
            kept.append(candidate)
    return kept


def name_near_duplicates(quotes: Sequence[Quote], snapshot: Snapshot) -> tuple[Quote, ...]:
    """The quotes, each with the ids of all other articles of its group."""
    return tuple(
        replace(quote, also_in=tuple(id_ for id_ in snapshot.near_duplicates(quote.article.id) if id_ != quote.article.id))
        for quote in quotes
    )


def _preferred(best: Ranked, ranked: Sequence[Ranked], group: Sequence[str], normalize: Normalize) -> Ranked:
    """Of the group's articles in order of preference, the first whose candidate's passage says what the best candidate's sentence says."""
    sought = _sentence(best, normalize)
    for id_ in group[: group.index(best.evidence.passage.article.id)]:
        for candidate in ranked:
            passage = candidate.evidence.passage
            if passage.article.id == id_ and wording(normalize(passage.text)).holds(sought, LEAST_OF_SENTENCE):
                return candidate
    return best


def _sentence(candidate: Ranked, normalize: Normalize) -> Wording:
    start, end = candidate.evidence.sentence
    return wording(normalize(candidate.evidence.passage.article.text[start:end]))
