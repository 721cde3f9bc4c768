"""What a sentence tells otherwise than a question asks: of another time, subject, phase, office, respect, measure or park."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from corpus.article import Article
from corpus.language.span import Span
from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.named_elsewhere import NamedElsewhere
from retrieval.ranking.other_park import AskedPark, ToldOf, is_on, other_park, told_of
from retrieval.ranking.park_parts import part_is_of_another
from retrieval.ranking.slots import ANSWER_LACKING, OTHER_SUBJECT, Slots
from retrieval.ranking.subject import Rare
from retrieval.ranking.telling import telling_of
from retrieval.ranking.time_contradiction import TimeContradiction
from retrieval.ranking.together import Together
from retrieval.text.passage_facts import PassageFacts, SentenceFacts

TIME_CONTRADICTED, OTHER_PARK = "time contradicted", "other park"


class Contradictions:
    """Compares sentences of passages with one question."""

    def __init__(self, question: Question, words: Words, rare: Rare, parks: Sequence[AskedPark], normalize: Callable[[str], str]) -> None:
        self._times = TimeContradiction(question)
        self._slots = Slots(question, words, rare)
        self._elsewhere = NamedElsewhere(question)
        self._parks = parks
        self._together = Together(question)
        self._normalize = normalize
        self._known: dict[tuple[str, Span], Mapping[str, float]] = {}
        self._on_asked: dict[str, bool] = {}

    def look_in(self, articles: Iterable[Article]) -> None:
        """Look for what the question names in the articles that may answer."""
        self._elsewhere.look_in(articles)

    def of_time(self, sentence: SentenceFacts, facts: PassageFacts) -> bool:
        """Whether it is of another time."""
        return self._times.found_in(sentence, facts.article, facts.passage.article.published)

    def is_of_time(self, sentence: SentenceFacts) -> bool:
        """Whether its figures are surely of a time asked for, also where that is told before it."""
        return self._times.met_in(sentence)

    def of_slots(self, sentence: SentenceFacts, facts: PassageFacts) -> Mapping[str, float]:
        """By feature, 0 to 1, what it contradicts beside time and park."""
        place = (facts.passage.article.id, sentence.span)
        if place not in self._known:
            self._known[place] = self._slots.contradicted(telling_of(sentence, facts))
        return self._known[place]

    def of_slots_in_all(self, sentence: SentenceFacts, facts: PassageFacts, too_much: Callable[[float], bool]) -> float:
        """The sum of that; infinite where so much is found that it is `too_much`, as any more would be: then no more is looked for."""
        place = (facts.passage.article.id, sentence.span)
        if place in self._known:
            return sum(self._known[place].values())
        told: dict[str, float] = {}
        in_all = 0.0
        for feature, value in self._slots.one_by_one(telling_of(sentence, facts)):
            told[feature] = value
            in_all += value
            if value and too_much(in_all):
                return math.inf
        self._known[place] = told
        return in_all

    def of_park(self, sentence: SentenceFacts, facts: PassageFacts) -> float:
        """1 where it is of another park, half where it may be."""
        if not self._parks:
            return 0.0
        if self._together.found_in(sentence.text):
            return 1.0
        of_another = None
        if _is_on_several_parks(facts):
            of_another = self._part_is_of_another(sentence, facts, told_of(facts, sentence, self._normalize))
        if of_another is not None:
            return float(of_another)
        return 0.0 if self._is_on_asked(facts) else other_park(self._parks, told_of(facts, sentence, self._normalize))

    def is_of_other_part(self, sentence: SentenceFacts, facts: PassageFacts) -> bool:
        """Whether it stands in the part of another park in a report on several."""
        if not self._parks or not _is_on_several_parks(facts):
            return False
        return self._part_is_of_another(sentence, facts, told_of(facts, sentence, self._normalize)) is True

    def _is_on_asked(self, facts: PassageFacts) -> bool:
        """Whether its article is on a park that is asked for."""
        id_ = facts.passage.article.id
        if id_ not in self._on_asked:
            self._on_asked[id_] = is_on(self._parks, facts.article.parks)
        return self._on_asked[id_]

    def _part_is_of_another(self, sentence: SentenceFacts, facts: PassageFacts, told: ToldOf) -> bool | None:
        line = facts.passage.article.text[slice(*sentence.span)]
        return part_is_of_another(self._parks, told, sentence.span.start, line, self._normalize)

    def found_in(self, sentence: SentenceFacts, facts: PassageFacts, of_other_time: bool | None = None) -> dict[str, float]:
        """By feature, 0 to 1, all that it contradicts; `of_other_time` where that is known."""
        return {
            TIME_CONTRADICTED: float(self.of_time(sentence, facts) if of_other_time is None else of_other_time),
            **self.of_slots(sentence, facts),
            **({OTHER_SUBJECT: 1.0, ANSWER_LACKING: 1.0} if self._elsewhere.found_in(facts.passage.article) else {}),
            OTHER_PARK: self.of_park(sentence, facts),
        }


def _is_on_several_parks(facts: PassageFacts) -> bool:
    return len(facts.passage.article.parks) > 1
