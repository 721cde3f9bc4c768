"""What was read for one part of a question, and how it counts with the other evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.language.span import Span
from corpus.language.table_rows import cells_of
from retrieval.models.reader.reading import Reading
from retrieval.ranking.contradictions import TIME_CONTRADICTED
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.features import READER_ANSWERS, READER_SPAN, UNREAD
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.slots import ANSWER_LACKING
from retrieval.text.passage_facts import SentenceFacts

LOUDEST_ANSWERS, LOUDEST_SPAN = 4.0, 8.0
"""Log odds and lead beyond which, either way, the reader says no more."""
LEAST_LEAD = -6.0
"""Of its words, from which on they are marked in the sentence that answers by all other evidence; of found quotes, three of four such marks
are right. Elsewhere both heads must see an answer."""
SURE_OF_SENTENCE = 1.0
"""Log odds from which on the reader knows better than coverage which sentence answers."""


@dataclass(frozen=True, slots=True)
class PartReading:
    """The passages that were read, from the top of the ranking, and what the reader says of each."""

    read: tuple[tuple[Ranked, Reading], ...] = ()
    in_time: bool = True
    """Whether all were read that should have been."""

    def weigh_in(self, weights: Mapping[str, float], *rankings: Sequence[Ranked]) -> list[list[Ranked]]:
        """The rankings with what was read among the evidence and in the scores, best first; evidence that they share, they share again."""
        renewal = _Renewal(self.read, weights)
        return [sorted(map(renewal.of, ranking), key=lambda ranked: -ranked.score) for ranking in rankings]


@dataclass(frozen=True, slots=True)
class _Renewal:
    """Gives candidates the reader's features. What was not read counts like the worst that was, so that nothing rises by being unread."""

    read: Sequence[tuple[Ranked, Reading]]
    weights: Mapping[str, float]
    renewed: dict[int, Evidence] = field(default_factory=dict)
    """By the identity of the evidence before."""

    def of(self, ranked: Ranked) -> Ranked:
        before, features = ranked.evidence, self._features(ranked)
        if id(before) not in self.renewed:
            reading = next((reading for candidate, reading in self.read if candidate.evidence is before), None)
            self.renewed[id(before)] = _with(before, features, reading)
        renewed = self.renewed[id(before)]
        now = {**renewed.features, **features}
        added = sum(self.weights.get(name, 0.0) * (value - before.features.get(name, UNREAD)) for name, value in now.items())
        return Ranked(renewed, ranked.score + added)

    def _features(self, ranked: Ranked) -> dict[str, float]:
        """Its own; those of the near-duplicate that took its place, and with it its score; or those of an unread passage."""
        for candidate, reading in self.read:
            if candidate.evidence is ranked.evidence or candidate.score == ranked.score:
                return _features(reading)
        return {name: min([UNREAD, *(_features(reading)[name] for _, reading in self.read)]) for name in (READER_ANSWERS, READER_SPAN)}


def _features(reading: Reading) -> dict[str, float]:
    return {READER_ANSWERS: _squashed(reading.answers, LOUDEST_ANSWERS), READER_SPAN: _squashed(reading.span_lead, LOUDEST_SPAN)}


def _squashed(value: float, loudest: float) -> float:
    """-loudest to loudest as 0 to 1, and nothing beyond."""
    return 0.5 + max(-loudest, min(value, loudest)) / (2 * loudest)


def _with(evidence: Evidence, features: Mapping[str, float], reading: Reading | None) -> Evidence:
    """The evidence with what was read: the words that answer, and their sentence where the reader is sure of it."""
    known = replace(evidence, features={**evidence.features, **features})
    if reading is None or reading.span_lead <= LEAST_LEAD:
        return known
    answer = reading.span.moved(evidence.passage.start)
    told = next((each for each in evidence.facts.sentences if each.span.overlaps(answer)), None)
    if told is None or told.span.end < answer.end or _is_other_row(evidence, told.span):
        return known
    marked = None if reading.repeats else answer
    if told.span == evidence.sentence:
        return replace(known, answer=marked)
    if _takes_what_lacks_it(evidence, told, reading):
        known = replace(known, features={**known.features, ANSWER_LACKING: 1.0})
    if min(reading.answers, reading.span_lead) <= 0:
        return known
    if reading.answers < SURE_OF_SENTENCE:
        return replace(known, answer=marked)
    return replace(known, answer=marked, sentence=told.span, features={**known.features, **_contradicted(evidence, told)})


def _takes_what_lacks_it(evidence: Evidence, told: SentenceFacts, reading: Reading) -> bool:
    """Whether all that the reader, unsure of the passage, would take for the answer is a sentence that lacks it by its own words.

    The one that fits best fits so only because that one was passed over.
    """
    return reading.answers < SURE_OF_SENTENCE and evidence.contradicted_by(told).get(ANSWER_LACKING, 0.0) >= 1


def _contradicted(evidence: Evidence, told: SentenceFacts) -> dict[str, float]:
    """What the reader's sentence contradicts; of the time asked for it may be where only the other one tells it."""
    found = evidence.contradicted_by(told)
    return {name: min(value, evidence.features[name]) if name == TIME_CONTRADICTED else value for name, value in found.items()}


def _is_other_row(evidence: Evidence, sentence: Span) -> bool:
    """Whether a row of a table is not the one that fits best: rows say the same of different things, and their words tell of which."""
    text = evidence.passage.article.text
    return sentence != evidence.sentence and all(cells_of(text[slice(*span)]) for span in (sentence, evidence.sentence))
