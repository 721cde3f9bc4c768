"""Where no time is asked for and reports of several times tell the same thing, the newest goes first: who holds an office, a figure.

Of passages that say the same, wording alone decides which one seems to answer best, and that is as often an older one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.asked_office import office_asked
from retrieval.ranking.confidence import UNLESS_READ
from retrieval.ranking.contradicting import contradicts
from retrieval.ranking.contradictions import OTHER_PARK
from retrieval.ranking.features import READER_ANSWERS, READER_SPAN, UNREAD
from retrieval.ranking.office import meant_offices, offices_told
from retrieval.ranking.park_agreement import same_park
from retrieval.ranking.people import people_named
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.slots import ANSWER_LACKING
from retrieval.ranking.succession import asks_for_former, predecessor_named, successor_named
from retrieval.text.periods import Period

LOOKED_AT = 8
"""Candidates of which one may go first."""
NEAR = 1.0
"""By how much the evidence beside the reader's word may be less: as much as one thing told otherwise costs, so that only words differ."""
SAME_LENGTH = 3
"""Days by which two times may differ in length where both are years, or quarters."""
_FIGURE = lazy_pattern(r"(?P<name>[一-鿿]+)(?P<figure>\d[\d,.]*(?P<unit>[一-鿿%]{0,3}))")
_NAME = lazy_pattern(r"^.*(?:[年月日区园]|上半|一季度|季度|年度|实现|完成|达成|累计|取得)|(?:为|达到?|约|是|近|超过?|突破)$")
"""What stands around the name of a measure: 地区生产总值 of 全年实现地区生产总值达."""

Tells = Callable[[Ranked], Ranked | None]


def newest_first(question: Question, ranked: Sequence[Ranked], weights: Mapping[str, float], words: Words) -> list[Ranked]:
    """The candidates in their order, but of those near the first that tell the same of a later time the newest before it."""
    tells = _tells_the_same(question, ranked[0], words) if ranked and not question.times else None
    near = [each for each in ranked[1:LOOKED_AT] if tells and _is_near(ranked[0], each, weights)]
    alike = {_day(same): same for each in reversed(near) if tells and (same := tells(each)) and _day(same) > _day(ranked[0])}
    if not alike:
        return list(ranked)
    newest = alike[max(alike)]
    return [newest, *(each for each in ranked if each.evidence.passage != newest.evidence.passage)]


def _tells_the_same(question: Question, first: Ranked, words: Words) -> Tells | None:
    if question.kind in (Kind.NUMBER, Kind.OTHER) and first.evidence.answer:
        return lambda other: _same_figure(first, other)
    return lambda other: _another_holder(question, first, other, words)


def _is_near(first: Ranked, other: Ranked, weights: Mapping[str, float]) -> bool:
    """Whether another report on the same park tells it about as well, and nothing speaks against it."""
    facts, facts_too, features = first.evidence.facts, other.evidence.facts, other.evidence.features
    against = any(features.get(name, 0.0) >= 1 for name in (*UNLESS_READ, OTHER_PARK, ANSWER_LACKING))
    if against or contradicts(features) or facts.passage.article.id == facts_too.passage.article.id:
        return False
    parks = any(same_park(park, park_too) for park in facts.article.parks for park_too in facts_too.article.parks)
    return parks and _unread(first, weights) - _unread(other, weights) <= NEAR


def _unread(candidate: Ranked, weights: Mapping[str, float]) -> float:
    """The score without what the reader says, who reads the first passages only."""
    features = candidate.evidence.features
    return candidate.score - sum(weights[name] * features.get(name, 0.0) for name in (READER_ANSWERS, READER_SPAN))


def _day(candidate: Ranked) -> date:
    """The last day of what its sentence tells; else that of its report."""
    period = _period(candidate)
    return period.last if period else candidate.evidence.passage.article.published or date.min


def _period(candidate: Ranked) -> Period | None:
    """The one time of its sentence or of the words that answer."""
    told, answer = candidate.evidence.told, candidate.evidence.answer
    own = [period for period in told.periods if answer is None or period.span.overlaps(answer)]
    return own[0] if len({period[:2] for period in own}) == 1 else None


def _same_figure(first: Ranked, other: Ranked) -> Ranked | None:
    """The other one with its figure of the measure that the first tells, of a time as long; None where it tells none."""
    if first.evidence.answer is None:
        return None
    wanted = next((figure for figure in _figures(first) if figure[2].overlaps(first.evidence.answer)), None)
    found = next((span for name, unit, span in _figures(other) if wanted and (name, unit) == wanted[:2]), None)
    if found is None:
        return None
    same = Ranked(replace(other.evidence, answer=found), other.score)
    one, two = _period(first), _period(same)
    if one is None or two is None:
        return same if one is two else None
    return same if one.planned == two.planned and abs(one.days - two.days) <= SAME_LENGTH else None


def _figures(candidate: Ranked) -> Iterator[tuple[str, str, Span]]:
    """The figures of its sentence: the name of the measure before each, the unit, and where it stands."""
    sentence = candidate.evidence.sentence
    for match in _FIGURE.finditer(candidate.evidence.passage.article.text, *sentence):
        if name := _NAME.sub("", match["name"]):
            yield name, match["unit"], Span(*match.span("figure"))


def _another_holder(question: Question, first: Ranked, other: Ranked, words: Words) -> Ranked | None:
    """The other one with whom it names as another holder of the office that is asked for now; what the reader denies names none."""
    asked = office_asked(question)
    if asked is None or asks_for_former(question) or successor_named(question) or predecessor_named(question):
        return None
    evidence, names, text = other.evidence, meant_offices(asked.name), other.evidence.told.text
    ends = {office.end for office in offices_told(text) if office.name in names and office.vice == asked.vice}
    held = next((name for start, name in people_named(text, words) if start in ends), None)
    if held is None or held in first.evidence.told.text or evidence.features.get(READER_ANSWERS, 0.0) < UNREAD:
        return None
    start = evidence.passage.article.text.find(held, *evidence.sentence)
    return Ranked(replace(evidence, answer=Span(start, start + len(held)) if start >= 0 else None), other.score)
