"""What is known of a candidate: its features, the sentence that answers best, and the words that answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.language.span import Span
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, SentenceFacts


def _nothing(sentence: SentenceFacts) -> Mapping[str, float]:
    return {}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a candidate."""

    facts: PassageFacts
    sentence: Span
    """The sentence that answers best; offsets into the article's text."""
    features: dict[str, float]
    answer: Span | None = None
    """The very words that answer, where the reader is sure of them; offsets into the article's text."""
    fits: tuple[float, ...] = ()
    """How well each sentence of the passage fits the question."""
    named: Span | None = None
    """The sentence that is quoted with the best one: that which names what it only counts, or fits best where the reader takes another."""
    contradicted_by: Callable[[SentenceFacts], Mapping[str, float]] = field(default=_nothing, repr=False, compare=False)
    """By feature, what a sentence of the passage tells otherwise than asked or leaves out; asked where it is taken for the best later."""

    @property
    def passage(self) -> Passage:
        return self.facts.passage

    @property
    def told(self) -> SentenceFacts:
        """What is known of the sentence that answers best."""
        return next(sentence for sentence in self.facts.sentences if sentence.span == self.sentence)

    @property
    def behind(self) -> SentenceFacts | None:
        """What is known of the sentence that follows it in the passage."""
        return next((behind for before, behind in pairwise(self.facts.sentences) if before.span == self.sentence), None)
