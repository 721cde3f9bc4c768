"""The numbers that say how well a passage answers a question, each between about 0 and 1 and each with a name that can be shown."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from retrieval.analyzer import Analyzer
from retrieval.answer_type import answer_type_agreement
from retrieval.engine.protocol import Snapshot
from retrieval.glossary import load_glossary
from retrieval.park_agreement import park_agreement
from retrieval.passage import Passage, Span
from retrieval.passage_context import with_context
from retrieval.question import Question
from retrieval.retriever import Candidate
from retrieval.romanisation import latin_names, romanise
from retrieval.splitter import sentences
from retrieval.time_expression import TimeExpression, agreement, find_times

FEATURES = {
    "cosine": "closeness in meaning, passage with its article's title, month and parks",
    "words": "BM25 over words, as a share of the rarity of all words asked for",
    "bigrams": "BM25 over character bigrams, likewise",
    "word coverage": "share of the question's words in the passage or its context, by rarity; a capitalised name by its pinyin",
    "missing word": "the rarest word of the question that the passage and its context lack, as a share of the rarity of all",
    "bigram coverage": "share of the question's character bigrams, likewise",
    "sentence coverage": "share of the bigrams in the best sentence or the context",
    "sentence answers": "the best sentence holds a thing of the kind asked for",
    "passage answers": "some sentence of the passage does",
    "time": "how well the times told fit the times asked for",
    "other time": "the question names a year and the passage no time that overlaps it",
    "park": "how well the article's parks fit the parks asked for",
    "other park": "the question names a park, and neither the article nor the passage does",
    "english": "the question has no Chinese character: meanings are further apart across languages",
    "names": "share of the question's romanised names that the passage holds in Chinese",
    "context coverage": "share of the bigrams in the article's title, month and parks alone",
    "numbers": "share of the question's figures in the passage",
    "length": "logarithm of the passage's length in characters, over 10",
    "position": "where in its article the passage begins, 0 first to 1 last",
}
"""What each feature means, in the order in which they are shown."""

SAME_PERIOD = 0.3
"""Agreement of a time told that lies within the time asked for, however short it is."""

LONG_PERIOD = 400
"""Days; a longer time told, such as 十四五, does not speak of a year that lies in it."""

SAME_LANGUAGE_LEAD = 0.08
"""By how much a passage in the question's own language, English, comes closer in cosine than one in Chinese that says the same."""

TYPE_IN_SENTENCE = 0.2
"""What an answer of the right kind is worth beside coverage when the best sentence is chosen."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAMED_YEAR = re.compile(r"\d{4}|[〇零○]")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a candidate."""

    passage: Passage
    sentence: Span
    """The sentence that answers best; offsets into the article's text."""
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class SoughtTerm:
    """A term of the question, and where a passage has it."""

    text: str
    rarity: float
    """Inverse document frequency: what the term counts in coverage."""
    in_passage: bool
    in_context: bool
    """In the article's title, month or parks."""


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time that a passage or its context tells, and how well it fits the times asked for."""

    text: str | None
    """As it is told; None for the day on which the article was published."""
    first: date
    last: date
    fit: float


@dataclass(frozen=True, slots=True)
class _Weighted:
    """Distinct terms of a question and how rare each is (inverse document frequency)."""

    terms: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def total(self) -> float:
        return max(sum(self.weights), 1e-6)

    def joined_by(self, terms: tuple[str, ...], weight: float) -> _Weighted:
        return _Weighted(self.terms + terms, self.weights + (weight,) * len(terms))

    def share(self, held: Sequence[bool]) -> float:
        return sum(weight for weight, there in zip(self.weights, held, strict=True) if there) / self.total

    def rarest_missing(self, held: Sequence[bool]) -> float:
        return max((weight for weight, there in zip(self.weights, held, strict=True) if not there), default=0.0) / self.total

    def held_by(self, text: str) -> list[bool]:
        return [term in text for term in self.terms]

    def sought_in(self, head: str, body: str) -> tuple[SoughtTerm, ...]:
        held = zip(self.terms, self.weights, self.held_by(body), self.held_by(head), strict=True)
        return tuple(SoughtTerm(*term) for term in held)


class Examiner:
    """Looks closely at the candidates of one question."""

    def __init__(self, question: Question, snapshot: Snapshot, analyzer: Analyzer) -> None:
        self._question = question
        self._analyzer = analyzer
        frequencies = snapshot.document_frequencies(question.terms)
        self._english = not _HAN.search(question.text)
        self._words = _weighted(question.terms.words, frequencies.words, len(snapshot), self._english)
        self._bigrams = _weighted(question.terms.bigrams, frequencies.bigrams, len(snapshot), self._english)
        capitalised = _capitalised(question.text)
        self._proper_names = tuple(name for name in question.names if name in capitalised)
        self._words_and_names = self._words.joined_by(self._proper_names, math.log(1 + len(snapshot)))
        self._figures = frozenset(_FIGURE.findall(analyzer.normalize(question.text)))

    def examine(self, candidate: Candidate) -> Evidence:
        """All the evidence for a candidate; about a tenth of a millisecond each."""
        passage = candidate.passage
        head, body = self._normalized(passage)
        text = head + body
        sounds = romanise(text) if self._question.names else ""
        in_head = self._bigrams.held_by(head)
        words = [*self._words.held_by(text), *(name in sounds for name in self._proper_names)]
        sentence, coverage, answers, any_answers = self._best_sentence(passage, in_head)
        time, other_time = self._time(passage)
        park, other_park = self._park(passage.article.parks, text)
        return Evidence(
            passage,
            sentence,
            {
                "cosine": candidate.cosine - SAME_LANGUAGE_LEAD * (self._english and not _HAN.search(passage.text)),
                "words": candidate.words / self._words.total,
                "bigrams": candidate.bigrams / self._bigrams.total,
                "word coverage": self._words_and_names.share(words),
                "missing word": self._words_and_names.rarest_missing(words),
                "bigram coverage": self._bigrams.share(self._bigrams.held_by(text)),
                "sentence coverage": coverage,
                "sentence answers": answers,
                "passage answers": any_answers,
                "time": time,
                "other time": other_time,
                "park": park,
                "other park": other_park,
                "english": float(self._english),
                "names": _share_of(self._question.names, sounds),
                "context coverage": self._bigrams.share(in_head),
                "numbers": _share_of(self._figures, text),
                "length": math.log(max(1, len(body))) / 10,
                "position": passage.start / max(1, len(passage.article.text)),
            },
        )

    def terms(self, passage: Passage) -> tuple[tuple[SoughtTerm, ...], tuple[SoughtTerm, ...]]:
        """The question's words and its bigrams, each with where the passage has it."""
        head, body = self._normalized(passage)
        return self._words.sought_in(head, body), self._bigrams.sought_in(head, body)

    def times(self, passage: Passage) -> tuple[ToldTime, ...]:
        """The times that the passage tells, where any time is asked for; each once, in reading order."""
        if not self._question.times:
            return ()
        text, told = self._told(passage)
        return tuple(
            dict.fromkeys(
                ToldTime(text[slice(*time.span)] or None, time.first, time.last, max(_fit(want, time) for want in self._question.times))
                for time in told
            )
        )

    def _normalized(self, passage: Passage) -> tuple[str, str]:
        """The passage's context and its text, in the form in which texts are compared."""
        text = with_context(passage)
        return self._analyzer.normalize(text[: len(text) - len(passage.text)]), self._analyzer.normalize(passage.text)

    def _best_sentence(self, passage: Passage, in_head: Sequence[bool]) -> tuple[Span, float, float, float]:
        """The sentence that answers best, its coverage, whether it holds the kind of answer, and whether any sentence does."""
        looked_at = []
        for span in sentences(passage.text):
            sentence = self._analyzer.normalize(passage.text[span.start : span.end])
            held = [here or above for here, above in zip(self._bigrams.held_by(sentence), in_head, strict=True)]
            looked_at.append((self._bigrams.share(held), answer_type_agreement(self._question, sentence), span))
        coverage, answers, span = max(looked_at, key=lambda row: row[0] + TYPE_IN_SENTENCE * row[1])
        shifted = Span(span.start + passage.start, span.end + passage.start)
        return shifted, coverage, answers, max(row[1] for row in looked_at)

    def _told(self, passage: Passage) -> tuple[str, list[TimeExpression]]:
        """The passage with its context, and the times that it tells of; the day of publication comes last and has no text."""
        text, published = with_context(passage), passage.article.published
        times = find_times(text, published or self._question.asked_on)
        told = [time for time in times if not _is_yardstick(text, time)]
        return text, [*told, TimeExpression(published, published, Span(0, 0))] if published else told

    def _time(self, passage: Passage) -> tuple[float, float]:
        """How well the times told fit the times asked for, and 1 where none of them overlaps a year that is named.

        去年 may be asked long after the report and mean its year: a time that names no year speaks for a passage, never against one.
        """
        asked = self._question.times
        if not asked:
            return 0.0, 0.0
        _, told = self._told(passage)
        fit = sum(max((_fit(want, time) for time in told), default=0.0) for want in asked) / len(asked)
        named = any(_NAMED_YEAR.search(self._question.text[slice(*want.span)]) for want in asked)
        met = any(_fit(want, time) > 0 for want in asked for time in told if time.days <= max(LONG_PERIOD, want.days))
        return fit, float(named and not met)

    def _park(self, parks: Sequence[str], text: str) -> tuple[float, float]:
        """How well the article's parks fit those asked for, and 1 where not at all; 0 and 0 where no park is asked for."""
        if not self._question.parks:
            return 0.0, 0.0
        fit = park_agreement(self._question.parks, [self._analyzer.normalize(park) for park in parks], text)
        return fit, float(fit == 0)


def _share_of(wanted: Collection[str], text: str) -> float:
    """The share that stands in the text; 0 where nothing is wanted."""
    return sum(one in text for one in wanted) / max(1, len(wanted))


def _is_yardstick(text: str, time: TimeExpression) -> bool:
    """Whether a time is only what a figure is compared with: 比上年增长, 去年同期."""
    return text[: time.span.start].endswith(("比", "较")) or text[time.span.end :].startswith("同期")


def _capitalised(text: str) -> frozenset[str]:
    """The capitalised words of an English text, in the form of `latin_names`."""
    return frozenset(latin_names(" ".join(_CAPITALISED.findall(text)).lower()))


def _fit(asked: TimeExpression, told: TimeExpression) -> float:
    within = asked.first <= told.first and told.last <= asked.last
    return max(agreement(asked, told), SAME_PERIOD if within else 0.0)


def _weighted(terms: Sequence[str], frequencies: Sequence[int], passages: int, english: bool) -> _Weighted:
    """Weigh distinct terms by BM25's inverse document frequency, as the searches do.

    English words that no passage holds say nothing of an English question, nor does one that the glossary knows of any: their Chinese
    words stand beside them.
    """
    known = load_glossary().entries
    counted = zip(terms, frequencies, strict=True)
    by_term = {term: count for term, count in counted if count or not term.isascii() or not (english or term in known)}
    weights = (math.log(1 + (passages - count + 0.5) / (count + 0.5)) for count in by_term.values())
    return _Weighted(tuple(by_term), tuple(weights))
