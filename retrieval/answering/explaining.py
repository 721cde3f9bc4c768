"""Explains an answer after it was found. Only done when asked for: what is shown here is looked up once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retrieval.answering.explanation import (
    Dropped,
    DropReason,
    Explanation,
    Folding,
    PartConfidence,
    PassagesRead,
    Preference,
    QuoteExplanation,
    contributions,
)
from retrieval.answering.ranked_part import RankedPart
from retrieval.index.engine import Snapshot
from retrieval.near_duplicates.groups import is_official
from retrieval.question.understanding import named_times
from retrieval.ranking.confidence import BIAS, confidence, confidence_signals
from retrieval.ranking.contradicting import contradicts
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.examiner import Examiner
from retrieval.ranking.learned_weights import LearnedWeights
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the quotes of one answer."""

    quotes: Sequence[Quote]
    snapshot: Snapshot
    analyzer: Analyzer
    weights: LearnedWeights

    def explain(self, parts: Sequence[RankedPart], threshold: float) -> Explanation:
        """Why these quotes, why no others, and why so sure."""
        sources = [(quote, *_source(quote, parts)) for quote in self.quotes]
        quoted = [ranked.evidence for _, _, ranked in sources]
        return Explanation(
            quotes=tuple(self._quote(quote, part, ranked) for quote, part, ranked in sources),
            dropped=tuple(dropped for part in parts for dropped in self._dropped(part, quoted)),
            confidence=tuple(_confidence(part, self.weights.confidence) for part in parts),
            threshold=threshold,
            read=tuple(PassagesRead(part.question.text, len(part.reading.read), part.reading.in_time) for part in parts if part.reading),
        )

    def _quote(self, quote: Quote, part: RankedPart, shown: Ranked) -> QuoteExplanation:
        passage, question = shown.evidence.passage, part.question
        examiner = Examiner(question, self.snapshot, self.analyzer)
        words, bigrams = examiner.terms(passage)
        scored = self._scored(shown, part)
        return QuoteExplanation(
            article=passage.article.id,
            part=question.text,
            place=_place(scored.evidence, part.ranked),
            score=shown.score,
            sentence=passage.article.text[slice(*shown.evidence.sentence)],
            features=contributions(shown.evidence.features, self.weights.ranking),
            words=words,
            bigrams=bigrams,
            times_asked=named_times(question),
            times_told=examiner.times(passage),
            parks_asked=question.parks,
            parks_told=passage.article.parks,
            folding=self._folding(quote, scored) if quote.also_in else None,
        )

    def _scored(self, shown: Ranked, part: RankedPart) -> Ranked:
        """The candidate whose score is shown: the same, or the near-duplicate that gave its place to this one."""
        group = self.snapshot.near_duplicates(shown.evidence.passage.article.id)
        own = next(ranked for ranked in part.ranked if ranked.evidence is shown.evidence)
        alike = (ranked for ranked in part.ranked if ranked.evidence.passage.article.id in group and ranked.score == shown.score)
        return own if own.score == shown.score else next(alike, own)

    def _folding(self, quote: Quote, scored: Ranked) -> Folding:
        article, instead_of = quote.article, scored.evidence.passage.article.id
        if self.snapshot.near_duplicates(article.id)[0] != article.id:
            preferred = Preference.OWN_WORDS
        elif is_official(article):
            preferred = Preference.OFFICIAL
        else:
            preferred = Preference.EARLIEST if article.published else Preference.UNDATED
        return Folding(quote.also_in, preferred, instead_of if instead_of != article.id else None)

    def _dropped(self, part: RankedPart, quoted: Sequence[Evidence]) -> Iterator[Dropped]:
        for place, ranked in enumerate(part.ranked, start=1):
            evidence = ranked.evidence
            if not any(evidence is other for other in quoted):
                start, end, id_ = evidence.passage.start, evidence.passage.end, evidence.passage.article.id
                yield Dropped(part.question.text, place, ranked.score, id_, start, end, *self._reason(evidence, part))

    def _reason(self, evidence: Evidence, part: RankedPart) -> tuple[DropReason, int | None]:
        """Why a candidate is not quoted, and the quote that says the same."""
        id_, sentence = evidence.passage.article.id, evidence.sentence
        for number, quote in enumerate(self.quotes, start=1):
            if quote.article.id == id_ and quote.around.overlaps(sentence):
                return DropReason.QUOTED, number
        if any(kept.evidence is evidence for kept in part.folded):
            beside_fitting = bool(self.quotes) and not contradicts(self.quotes[0].evidence)
            return DropReason.CONTRADICTS if beside_fitting and contradicts(evidence.features) else DropReason.BELOW, None
        group = self.snapshot.near_duplicates(id_)
        if len(group) == 1:
            return DropReason.OTHER_SIDE, None
        return DropReason.NEAR_DUPLICATE, next(
            (number for number, quote in enumerate(self.quotes, start=1) if quote.article.id in group), None
        )


def _source(quote: Quote, parts: Sequence[RankedPart]) -> tuple[RankedPart, Ranked]:
    """The candidate that a quote was cut from, which shares its evidence, and the part that it was found for."""
    return next((part, ranked) for part in parts for ranked in part.nearest if ranked.evidence.features is quote.evidence)


def _place(evidence: Evidence, ranked: Sequence[Ranked]) -> int:
    return next(place for place, other in enumerate(ranked, start=1) if other.evidence is evidence)


def _confidence(part: RankedPart, weights: Mapping[str, float]) -> PartConfidence:
    signals = confidence_signals(part.folded, part.left_out) if part.folded else {}
    added = contributions(signals, weights)
    total = weights[BIAS] + sum(each.adds for each in added)
    return PartConfidence(part.question.text, added, weights[BIAS], total, confidence(part.folded, weights, part.left_out))
