"""Folds near-duplicates: of a group of articles that say the same the preferred one is quoted, and the others are named beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from corpus.article import Article
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
    shown: dict[str, Article] = {}
    whole = cache(lambda preferred: wording(normalize(shown[preferred].text)))
    kept: list[Ranked] = []
    for candidate in ranked:
        id_ = candidate.evidence.passage.article.id
        group = snapshot.near_duplicates(id_)
        preferred = group[0]
        if len(group) == 1:
            kept.append(candidate)
        elif preferred not in shown:
            evidence = _preferred(candidate, ranked, group).evidence
            shown[preferred] = evidence.passage.article
            kept.append(replace(candidate, evidence=evidence))
        elif id_ == shown[preferred].id:
            if not any(candidate.evidence is other.evidence for other in kept):
                kept.append(candidate)
        elif not whole(preferred).holds(_sentence(candidate), LEAST_OF_SENTENCE):
            kept.append(candidate)
    return kept


def name_near_duplicates(quotes: Sequence[Quote], snapshot: Snapshot) -> tuple[Quote, ...]:
    """The quotes, each with the ids of all other articles of its group."""
    return tuple(
        replace(quote, also_in=tuple(id_ for id_ in snapshot.near_duplicates(quote.article.id) if id_ != quote.article.id))
        for quote in quotes
    )


def _preferred(best: Ranked, ranked: Sequence[Ranked], group: Sequence[str]) -> Ranked:
    """Of the group's articles in order of preference, the first whose candidate's passage says what the best candidate's sentence says."""
    before = group[: group.index(best.evidence.passage.article.id)]
    rivals = [candidate for id_ in before for candidate in ranked if candidate.evidence.passage.article.id == id_]
    if not rivals:
        return best
    sought = _sentence(best)
    alike = (rival for rival in rivals if wording(rival.evidence.facts.text).holds(sought, LEAST_OF_SENTENCE))
    return next(alike, best)


def _sentence(candidate: Ranked) -> Wording:
    return wording(candidate.evidence.told.text)
