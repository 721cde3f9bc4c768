"""Why an answer is what it is: for each quote what spoke for it, and what became of every other passage that came into question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from retrieval.question.understanding import NamedTime
from retrieval.ranking.term_weights import SoughtTerm
from retrieval.ranking.time_agreement import ToldTime


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one number adds to a sum: its value times its weight."""

    name: str
    value: float
    weight: float
    adds: float


def contributions(values: Mapping[str, float], weights: Mapping[str, float]) -> tuple[Contribution, ...]:
    """What each value that has a weight adds, the most first."""
    weighed = ((name, value, weights[name]) for name, value in values.items() if name in weights)
    added = (Contribution(name, value, weight, value * weight + 0.0) for name, value, weight in weighed)  # -0.0 becomes 0.0
    return tuple(sorted(added, key=lambda each: -each.adds))


class Preference(StrEnum):
    """Why one of several near-duplicates is shown and not another."""

    OFFICIAL = "an office or a park published it itself"
    EARLIEST = "the earliest report"
    UNDATED = "no other is dated"
    OWN_WORDS = "it alone says this"


@dataclass(frozen=True, slots=True)
class Folding:
    """The near-duplicates of a quote's article."""

    also_in: tuple[str, ...]
    preferred: Preference
    """Why the quoted one is shown."""
    instead_of: str | None
    """The article whose passage came higher and gave its place to this one; the quote's score is still that passage's."""


@dataclass(frozen=True, slots=True)
class QuoteExplanation:
    """What spoke for a quote, the first first."""

    article: str
    part: str
    """The part of the question that it answers; the whole question where it was not taken apart."""
    place: int
    """Among all passages that came into question for that part, from 1."""
    score: float
    sentence: str
    """The one that answers best."""
    features: tuple[Contribution, ...]
    words: tuple[SoughtTerm, ...]
    bigrams: tuple[SoughtTerm, ...]
    times_asked: tuple[NamedTime, ...]
    times_told: tuple[ToldTime, ...]
    """Only where a time is asked for."""
    parks_asked: tuple[str, ...]
    """Normalised."""
    parks_told: tuple[str, ...]
    """The article's."""
    folding: Folding | None
    """None where its article has no near-duplicate."""


class DropReason(StrEnum):
    """Why a passage that came into question is not quoted."""

    NEAR_DUPLICATE = "reprint"
    """A near-duplicate of its article, which is shown instead, says the same."""
    QUOTED = "quoted"
    """Its best sentence stands in what a quote was cut from."""
    CONTRADICTS = "contradicts"
    """It tells of another time, park, company … than asked for, and the first quote answers."""
    BELOW = "below"
    """As many quotes as were wanted come before it."""
    OTHER_SIDE = "other side"
    """What it tells is of another park or time than the side of the comparison that it was found for."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage that came into question and is not quoted."""

    part: str
    place: int
    score: float
    article: str
    start: int
    end: int
    """Of the passage, in the article's text."""
    reason: DropReason
    quote: int | None
    """The quote, from 1, that says the same, where one does."""


@dataclass(frozen=True, slots=True)
class PartConfidence:
    """How the confidence for one part of the question comes about: the logistic function of `total`."""

    part: str
    signals: tuple[Contribution, ...]
    bias: float
    total: float
    probability: float


@dataclass(frozen=True, slots=True)
class PassagesRead:
    """How many passages the reader read for one part of the question."""

    part: str
    count: int
    in_time: bool
    """False where its time had run out before all were read that should have been."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that led to an answer."""

    quotes: tuple[QuoteExplanation, ...]
    dropped: tuple[Dropped, ...]
    """By part, in order of their places."""
    confidence: tuple[PartConfidence, ...]
    """By part; the answer's confidence is their mean."""
    threshold: float
    """Least confidence for "found"."""
    read: tuple[PassagesRead, ...] = ()
    """By part; empty where nothing reads."""
