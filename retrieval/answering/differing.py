"""Finds a second report that gives another figure for the same thing: the same park, the same time, the same measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import UNITS, Measure, any_measure
from retrieval.question.question import Question
from retrieval.ranking.park_agreement import same_park
from retrieval.ranking.ranker import Ranked
from retrieval.text.character_pairs import character_pairs
from retrieval.text.passage_facts import SentenceFacts

Normalize = Callable[[str], str]

ROUNDING = 0.005
"""Share of a figure by which another one may differ that only rounds it."""
LEAST_NAMED = 0.5
"""Share of the pairs of characters of what is asked for that the clause of a figure has."""
_CLAUSE = lazy_pattern(r"[,，](?!\d{3}(?!\d))|[;；。]")
_FIGURE = lazy_pattern(
    rf"(?<![\d.])(?P<about>[近约超逾]|超过|突破|不到|不足|接近)?(?P<number>\d[\d,]*(?:\.\d+)?)"
    rf"(?P<unit>{any_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS)}|%)(?P<more>以上|左右|多|余)?"
)


class _Figure(NamedTuple):
    value: float
    unit: str


def differing(question: Question, ranking: Sequence[Ranked], normalize: Normalize) -> Ranked | None:
    """The best passage of another article whose figure contradicts that of the first; None where all agree or nothing is comparable."""
    if question.kind is not Kind.NUMBER or not ranking:
        return None
    first, *others = ranking
    asked = normalize("".join(str(mention.meaning) for mention in question.matter))
    one = _figure(asked, question.unit, first.evidence.told.text)
    return next(
        (other for other in others if one and _is_of_the_same(first, other) and _contradicts(one, other, asked, question.unit)), None
    )


def _contradicts(one: _Figure, other: Ranked, asked: str, unit: str | None) -> bool:
    two = _figure(asked, unit, other.evidence.told.text)
    return two is not None and two.unit == one.unit and abs(two.value - one.value) > ROUNDING * max(abs(one.value), abs(two.value))


def _is_of_the_same(one: Ranked, other: Ranked) -> bool:
    """Whether two passages of different articles surely tell of one park and one time, and of results."""
    facts, facts_too = one.evidence.facts, other.evidence.facts
    if facts.passage.article.id == facts_too.passage.article.id:
        return False
    parks = any(same_park(park, park_too) for park in facts.article.parks for park_too in facts_too.article.parks)
    return parks and not _results(one.evidence.told).isdisjoint(_results(other.evidence.told))


def _results(sentence: SentenceFacts) -> set[tuple[date, date]]:
    """The one time that a sentence tells results of; of several, or beside plans, nothing says which figure is of which."""
    times = {(period.first, period.last) for period in sentence.periods}
    return times if len(times) == 1 and not any(period.planned for period in sentence.periods) else set()


def _figure(asked: str, unit: str | None, sentence: str) -> _Figure | None:
    """The first exact figure of the clause that names what is asked for; in the unit that is asked for, where one is."""
    pairs = character_pairs(asked)
    named = [(sum(pair in clause for pair in pairs), clause) for clause in _CLAUSE.split(sentence)]
    most, clause = max(named, key=lambda each: each[0], default=(0, ""))
    if not pairs or most < LEAST_NAMED * len(pairs):
        return None
    match = next((match for match in _FIGURE.finditer(clause) if unit is None or match["unit"] == unit), None)
    if match is None or match["about"] or match["more"] or match["unit"] == "%":
        return None
    return _Figure(float(match["number"].replace(",", "")), match["unit"])
