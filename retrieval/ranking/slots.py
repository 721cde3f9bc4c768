"""What a sentence's figure is of, beside its time, compared with what a question asks for: subject, phase, office, respect and measure.

Also whether the sentence lacks the answer by its own words; one that itself names another numbered part does,
another of a list of which one is asked for, or has its figure only for a neighbour.

Where a question has no such slot, nothing is said: all is 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.alternatives import AlternativeContradiction
from retrieval.ranking.directions import DirectionContradiction
from retrieval.ranking.lacking import LackingAnswer
from retrieval.ranking.neighbours_figure import NeighboursFigure
from retrieval.ranking.offices import OfficeContradiction
from retrieval.ranking.own_item import OwnItem
from retrieval.ranking.phases import PhaseContradiction
from retrieval.ranking.respects import RespectContradiction
from retrieval.ranking.subject import Rare
from retrieval.ranking.subjects import OF_ANOTHER, SubjectContradiction
from retrieval.ranking.telling import Telling

OTHER_SUBJECT, ANSWER_LACKING = "other subject", "answer lacking"


class Slots:
    """Compares sentences with the slots of one question."""

    def __init__(self, question: Question, words: Words, rare: Rare) -> None:
        self._subject = SubjectContradiction(question, words, rare)
        self._phase = PhaseContradiction(question)
        self._office = OfficeContradiction(question, self._subject.subject, words)
        self._respect = RespectContradiction(question)
        self._alternative = AlternativeContradiction(question)
        self._direction = DirectionContradiction(question)
        self._neighbour = NeighboursFigure(question)
        self._item = OwnItem(question)
        self._lacking = LackingAnswer(question, words)

    def contradicted(self, telling: Telling) -> dict[str, float]:
        """By feature, 0 to 1."""
        return dict(self.one_by_one(telling))

    def one_by_one(self, telling: Telling) -> Iterator[tuple[str, float]]:
        """The same, each looked for when it is asked for, those last that take longest."""
        of_subject = self._subject.narrowed(telling)
        subject = self._subject.found_in(telling)
        yield OTHER_SUBJECT, subject
        yield "other phase", self._phase.found_in(of_subject)
        held_elsewhere = self._office.of_company and subject >= OF_ANOTHER
        yield "other office", float(held_elsewhere) or self._office.found_in(of_subject)
        narrowed = self._phase.narrowed(of_subject)
        respect, measure = (0.0, 0.0) if self._office.asked else self._respects(narrowed)
        yield "other respect", max(respect, self._direction.found_in(of_subject))
        yield "other measure", measure
        yield ANSWER_LACKING, float(self._lacks_answer(telling, of_subject, narrowed))

    def _lacks_answer(self, telling: Telling, of_subject: Telling, narrowed: Telling) -> bool:
        of_phase = self._phase.narrowed(telling)
        return (
            self._lacking.found_in(telling)
            or (of_phase is not telling and of_phase != telling and self._lacking.found_in(of_phase))
            or self._subject.begins_with_another(telling)
            or self._subject.goes_on_with_another(telling)
            or self._subject.picks_another(telling)
            or self._subject.is_of_all(telling)
            or self._subject.is_of_titled(telling)
            or self._phase.names_another(of_subject)
            or self._alternative.surely_in(narrowed.sentence)
            or self._subject.comes_after_another(telling)
            or self._neighbour.found_in(telling.sentence, self._own_parts(telling))
        )

    def _own_parts(self, telling: Telling) -> Iterator[str]:
        """What a sentence says of that which is asked for, where it tells of others of its kind."""
        yield self._subject.own_part(telling)
        yield from self._phase.own_parts(telling)
        yield from self._alternative.own_parts(telling.sentence)
        yield self._item.found_in(telling.sentence)

    def _respects(self, narrowed: Telling) -> tuple[float, float]:
        respect, measure = self._respect.found_in(narrowed)
        return max(respect, self._alternative.found_in(narrowed.sentence)), measure
