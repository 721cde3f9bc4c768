"""Finds all articles that tell of something: those with a passage that has every word of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.answering.telling import tells_of
from retrieval.question.question import Question
from retrieval.ranking.ranker import Ranked

MOST_LOOKED_AT = 200
"""Passages; the searches bring up no more than three times fifty."""
_ALL_WORDS = 0.999
_OF_OFFICE = lazy_pattern("(?:工作)?(?:办(?!理|公|法|事)|局|处|科|委|部门|负责人)")
"""Behind a word that only belongs to the name of an office: 统计办负责人介绍 is about no statistics."""


def one_of_each(topic: Question, ranking: Sequence[Ranked], parks: Collection[str]) -> list[Ranked]:
    """The best passage of each article that tells of a topic, the newest first; `parks` are all that are known, normalised."""
    best: dict[str, Ranked] = {}
    for ranked in ranking:
        if ranked.evidence.features["word coverage"] >= _ALL_WORDS and tells_of(topic, ranked, parks):
            best.setdefault(ranked.evidence.passage.article.id, ranked)
    return sorted(best.values(), key=lambda ranked: ranked.evidence.passage.article.published or date.min, reverse=True)


def telling_best(topic: Question, listed: Ranked, ranking: Sequence[Ranked]) -> Ranked:
    """A report as what shows best that it is about a topic: its first sentence with most words of that, or where none has any its lead."""
    article = listed.evidence.passage.article
    passages = sorted(
        (ranked for ranked in ranking if ranked.evidence.passage.article.id == article.id), key=lambda ranked: ranked.evidence.passage.start
    )
    words = [word for word in topic.terms.words if not any(word in park for park in topic.parks)] or topic.terms.words
    told = [(ranked, sentence) for ranked in passages for sentence in ranked.evidence.facts.sentences]
    best, sentence = max(told, key=lambda one: sum(_is_told(word, one[1].text) for word in words))
    if not any(_is_told(word, sentence.text) for word in words) and best.evidence.passage.start:
        return listed  # nothing brought up its lead
    return replace(best, evidence=replace(best.evidence, sentence=sentence.span, answer=None, fits=(), named=None))


def _is_told(word: str, sentence: str) -> bool:
    """Whether a sentence has a word, and not only in the name of an office."""
    pieces = sentence.split(word)
    return any(_OF_OFFICE.match(behind) is None for behind in pieces[1:])
