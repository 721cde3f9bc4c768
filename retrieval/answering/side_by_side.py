"""Answers a question that sets parks or years beside each other: for each of them its own quote, or the fact that nothing tells it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.language.asking_words import Kind
from retrieval.answering.differing import differing
from retrieval.answering.findings import Findings
from retrieval.answering.ranked_part import Keep, RankedPart
from retrieval.answering.side import Side, quotes_of, side_of
from retrieval.answering.telling import another_sentence, plans, retold, tells_of
from retrieval.answering.years import leaves_out, without_ends
from retrieval.index.engine import Snapshot
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.confidence import confidence
from retrieval.ranking.learned_weights import LearnedWeights
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked, in_turn
from retrieval.text.analyzer import Analyzer


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Answers such questions from one version of the index."""

    snapshot: Snapshot
    analyzer: Analyzer
    weights: LearnedWeights
    threshold: float
    parks: Collection[str]
    """All that are known, normalised."""
    look_up: Callable[[Sequence[Question], Keep], list[RankedPart]]
    read: Callable[[str], Question]
    quote: Callable[[Sequence[Ranked], Question, int], tuple[Quote, ...]]
    """Cuts up to so many quotes out of passages, best first, that were found for a question."""
    reported: Collection[int] = ()
    """The years of which there are reports of the park, where a series is asked for."""

    def find(self, question: Question, top: int) -> Findings:
        """The sides of a question in its order, and up to `top` quotes: those of the sides first."""
        return self.of_parts(question, self.look_up(question.parts, self._tells_of), top)

    def of_parts(self, question: Question, parts: Sequence[RankedPart], top: int) -> Findings:
        """The same of parts that were looked up."""
        parts = [part.retold(partial(self._retold, part.question)) for part in parts]
        sides, looked_at = [], list(parts)
        for part in parts:
            side, planned = self._side(question, part)
            sides.append(side)
            looked_at += [planned] if planned else []
        if question.series:
            sides = list(without_ends(question, sides, self.reported)) or sides
        told = quotes_of(sides)
        return Findings(
            question=question,
            parts=tuple(looked_at),
            quotes=self._with_others(question, told, parts, top),
            confidence=self._confidence(question, sides),
            ranking=tuple(dict.fromkeys(each.evidence.passage.article.id for each in in_turn([part.ranked for part in parts]))),
            sides=tuple(sides),
            leaves_out=leaves_out(question, sides, self.reported),
        )

    def _tells_of(self, part: Question, ranked: Ranked) -> bool:
        return tells_of(part, ranked, self.parks) or another_sentence(part, ranked, self.parks) is not None

    def _retold(self, part: Question, ranked: Ranked) -> Ranked | None:
        return retold(part, ranked, self.parks)

    def _side(self, question: Question, part: RankedPart) -> tuple[Side, RankedPart | None]:
        """A side as it is told; where no result can be told yet, as what is planned for its time, with where that was found."""
        sure = self._sureness(part)
        if sure >= self.threshold:
            return side_of(question, part.question, self._quotes(part), sure), None
        planned = self._planned(part.question) if MentionKind.TIME in question.differ_in else None
        if planned and (sure_of_plan := self._sureness(planned)) >= self.threshold:
            return side_of(question, part.question, self.quote(planned.folded, planned.question, 1), sure_of_plan), planned
        return side_of(question, part.question, (), sure), None

    def _sureness(self, part: RankedPart) -> float:
        return confidence(part.folded, self.weights.confidence, part.left_out)

    def _quotes(self, part: RankedPart) -> tuple[Quote, ...]:
        """The quote of a side, and the one of another report that gives another figure."""
        other = differing(part.question, part.folded, self.analyzer.normalize)
        return self.quote([part.folded[0], other], part.question, 2) if other else self.quote(part.folded, part.question, 1)

    def _planned(self, part: Question) -> RankedPart | None:
        """What is planned of what a part asks for; None where it asks for no number, for a plan already, or for a time that is over."""
        if part.kind is not Kind.NUMBER or part.asks_of_plans or max(time.last for time in part.times).year < part.asked_on.year:
            return None
        plan = self.read(f"{part.text} target" if part.in_english else f"{part.text}目标")
        [found] = self.look_up([plan], self._tells_of)
        return found.left_to(lambda ranked: plans(part, ranked, self.analyzer.normalize))

    def _with_others(self, question: Question, told: tuple[Quote, ...], parts: Sequence[RankedPart], top: int) -> tuple[Quote, ...]:
        """The quotes of the sides, and then what else came near, none that holds the same; where no side is told, whatever came near."""
        further = self.quote(in_turn([part.folded if told else part.nearest for part in parts]), question, top)
        shown = {(quote.article.id, span) for quote in told for span in quote.emphasis}
        others = [quote for quote in further if not any((quote.article.id, span) in shown for span in quote.emphasis)]
        return (*told, *others)[: max(top, len(told))]

    @staticmethod
    def _confidence(question: Question, sides: Sequence[Side]) -> float:
        """A comparison is as sure as its least sure side; a series, of which years may be missing, as its surest year."""
        told = [side.confidence for side in sides]
        return (max if question.series else min)(told, default=0.0)
