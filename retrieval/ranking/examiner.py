"""Finds out what speaks for each candidate: all features but for those of the reader."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from operator import or_
from typing import NamedTuple

from corpus.language.romanisation import is_heard, romanise
from corpus.language.span import Span
from retrieval.index.engine import Snapshot
from retrieval.question.plain_text import plain_text
from retrieval.question.question import Question
from retrieval.question.reported_times import in_reported_times
from retrieval.ranking.answer_type import AnswerType, answer_sign
from retrieval.ranking.asked_besides import AskedBesides
from retrieval.ranking.asked_for import counted_thing, words_beside_asking
from retrieval.ranking.candidates import Candidate
from retrieval.ranking.contradictions import Contradictions
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.features import ENGLISH, FEATURES, READER_ANSWERS, READER_SPAN, UNREAD
from retrieval.ranking.other_park import asked_parks
from retrieval.ranking.park_agreement import park_agreement
from retrieval.ranking.quoted_besides import QuotedBesides
from retrieval.ranking.term_weights import Held, SoughtTerm, weigh
from retrieval.ranking.time_agreement import TimeAgreement, ToldTime
from retrieval.text.analyzer import Analyzer
from retrieval.text.park_name import park_name
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, SentenceFacts, facts_of

_ORDER = dict.fromkeys(FEATURES, 0.0)

SAME_LANGUAGE_LEAD = 0.08
"""By how much a passage in the question's own language, English, comes closer in cosine than one in Chinese that says the same."""

TYPE_IN_SENTENCE = 0.2
"""What an answer of the right kind is worth beside coverage when the best sentence is chosen."""

CONTRADICTING = 0.2
"""What each thing costs there that it tells otherwise than asked for: another time, phase, office …"""

RARE = 0.2
"""Share of all passages up to which characters that no dictionary has may be a name."""

ENOUGH_SHARED = 0.3
"""Share of the question's bigrams from which a sentence counts as being about the question."""

BEFORE, AFTER, MOST_SIGNS = 25, 15, 12
"""Characters around a thing of the kind asked for that count as near it, and how many such things of a passage are looked at."""


class _SentenceMatch(NamedTuple):
    """How well a sentence of a passage fits the question."""

    facts: SentenceFacts
    bigrams: Held
    """Which of the bigrams the sentence itself holds."""
    coverage: float
    """The share of the bigrams that the sentence or the context holds."""
    answers: float
    """How far it holds the kind of thing asked for."""
    of_other_time: bool
    """Whether it tells of another time than asked for."""
    fit: float
    """All of that together."""


@dataclass(frozen=True, slots=True)
class _CandidateMatch:
    """A candidate taken alone: its features so far, and which terms of the question it holds."""

    facts: PassageFacts
    sentence: Span
    features: dict[str, float]
    words: Held
    bigrams: Held
    fits: tuple[float, ...]
    named: Span | None


class Examiner:
    """Looks closely at the candidates of one question."""

    def __init__(self, question: Question, snapshot: Snapshot, analyzer: Analyzer) -> None:
        self._question = question
        self._analyzer = analyzer
        self._times = TimeAgreement(question)
        frequencies = snapshot.document_frequencies(question.terms)
        grams = zip(question.terms.bigrams, frequencies.bigrams, strict=True)
        few = frozenset(gram for gram, count in grams if 0 < count <= RARE * len(snapshot))
        self._english = question.in_english
        self._proper_names = question.names
        names = question.latin_places | frozenset(self._proper_names if self._english else ())
        words = weigh(question.terms.words, frequencies.words, len(snapshot), english=self._english, names=names)
        self._bigrams = weigh(question.terms.bigrams, frequencies.bigrams, len(snapshot), english=self._english, names=names)
        self._bare_words = words
        self._words = words.joined_by(self._proper_names, math.log(1 + len(snapshot)))
        plain = question.plain
        self._asked = words.only(analyzer.terms(words_beside_asking(plain)).words)
        self._asked_among_words = [(1 << words.terms.index(term), 1 << place) for place, term in enumerate(self._asked.terms)]
        self._counted = counted_thing(plain)
        self._sign = answer_sign(question)
        self._plans = question.asks_of_plans
        self._told_as_time = " ".join(
            f"{time.first.year} {in_reported_times(plain_text(question.text[slice(*time.span)]).text)}" for time in question.times
        )
        self._besides = AskedBesides(question, snapshot, analyzer)
        self._parks = tuple(map(park_name, question.parks))
        parks = asked_parks(question, lambda name: all(snapshot.document_frequencies(analyzer.terms(name)).bigrams))
        self._contradictions = Contradictions(question, analyzer.dictionary_words, few.__contains__, parks, analyzer.normalize)
        self._answer_type = AnswerType(question)
        self._quoted_besides = QuotedBesides(question)
        self._in_article: dict[str, tuple[Held, Held]] = {}

    def examine(self, candidates: Sequence[Candidate]) -> list[Evidence]:
        """All the evidence for each candidate, in their order."""
        self._contradictions.look_in({candidate.passage.article.id: candidate.passage.article for candidate in candidates}.values())
        matches = [self._match(candidate) for candidate in candidates]
        by_article: dict[str, list[_CandidateMatch]] = defaultdict(list)
        for match in matches:
            by_article[match.facts.passage.article.id].append(match)
        together = {id_: self._together(siblings) for id_, siblings in by_article.items()}
        features = [{**_ORDER, **one.features, **together[one.facts.passage.article.id]} for one in matches]
        looking = [functools.partial(self._of_sentence, facts=match.facts) for match in matches]
        found = zip(matches, features, looking, strict=True)
        return [Evidence(one.facts, one.sentence, own, None, one.fits, one.named, look) for one, own, look in found]

    def terms(self, passage: Passage) -> tuple[tuple[SoughtTerm, ...], tuple[SoughtTerm, ...]]:
        """The question's words and its bigrams, each with where the passage has it."""
        facts = self._facts(passage)
        context, body = f"{facts.article.context}{facts.article.lead}", self._analyzer.normalize(passage.text)
        return self._bare_words.sought_in(context, body), self._bigrams.sought_in(context, body)

    def times(self, passage: Passage) -> tuple[ToldTime, ...]:
        """The times that the passage tells, where any time is asked for; each once, in reading order."""
        return tuple(dict.fromkeys(self._times.explained(self._facts(passage)))) if self._times.asked else ()

    def _facts(self, passage: Passage) -> PassageFacts:
        return next(facts_of([passage], self._analyzer))

    def _match(self, candidate: Candidate) -> _CandidateMatch:
        facts, article = candidate.facts, candidate.facts.article
        in_context, in_lead = self._held_by_article(facts)
        sentences = self._sentence_matches(facts, in_context)
        best = self._best(sentences, facts)
        dated = self._contradictions.is_of_time(best.facts)
        whole = f"{article.context}{facts.text}\n{article.lead}"
        sounds = romanise(whole) if self._proper_names else ""
        held = self._bare_words.held_by(f"{whole}\n{self._told_as_time}" if dated else whole)
        names = enumerate(self._proper_names, len(self._bare_words.terms))
        words = held | sum([1 << place for place, name in names if is_heard(name, whole, sounds)])
        bigrams = functools.reduce(or_, [sentence.bigrams for sentence in sentences], in_context | in_lead)
        alone = {
            "cosine": candidate.cosine - SAME_LANGUAGE_LEAD * (self._english and not facts.chinese),
            "words": candidate.words / self._bare_words.total,
            "word coverage": self._words.share(words),
            "bigram coverage": self._bigrams.share(bigrams),
            "missing word": self._words.rarest_missing(words),
            "sentence coverage": best.coverage,
            "sentence answers": best.answers * min(1.0, self._bigrams.share(best.bigrams) / ENOUGH_SHARED),
            "passage answers": max([sentence.answers for sentence in sentences]),
            "asked beside answer": self._asked_beside_answer(facts.text),
            "counted": float(self._counted is not None and self._counted.is_counted_in(facts.text)),
            "plans": float(best.facts.plans != self._plans),
            ENGLISH: float(self._english),
            "length": math.log(max(1, len(facts.text))) / 10,
            "position": facts.passage.start / max(1, len(facts.passage.article.text)),
            "place missing": self._besides.places_missing(article, best.facts.text),
            READER_ANSWERS: UNREAD,
            READER_SPAN: UNREAD,
            **self._time_features(facts, best.facts if dated else None),
            "park": park_agreement(self._parks, article.parks, whole),
            **self._of_sentence(best.facts, facts, best.of_other_time),
        }
        fits = tuple(sentence.fit for sentence in sentences)
        named = self._quoted_besides.found_in(facts.sentences, best.facts)
        return _CandidateMatch(facts, best.facts.span, alone, words, bigrams, fits, named)

    def _held_by_article(self, facts: PassageFacts) -> tuple[Held, Held]:
        """The bigrams that title, month and parks hold, and those of the lead: several candidates are of one article."""
        id_, article = facts.passage.article.id, facts.article
        if id_ not in self._in_article:
            self._in_article[id_] = self._bigrams.held_by(article.context), self._bigrams.held_by(article.lead)
        return self._in_article[id_]

    def _of_sentence(self, sentence: SentenceFacts, facts: PassageFacts, of_other_time: bool | None = None) -> dict[str, float]:
        """What a sentence tells otherwise than asked for, or does not tell; whether it is of another time may be known."""
        missing = self._besides.sentence_missing(facts.article, sentence.text)
        return {**self._contradictions.found_in(sentence, facts, of_other_time), "sentence missing": missing}

    def _together(self, siblings: Sequence[_CandidateMatch]) -> dict[str, float]:
        """What the candidates of one article say together."""
        words = functools.reduce(or_, [match.words for match in siblings])
        asked = sum([own for among_words, own in self._asked_among_words if words & among_words])
        return {
            "article cosine": max([match.features["cosine"] for match in siblings]),
            "article words": self._words.share(words),
            "article bigrams": self._bigrams.share(functools.reduce(or_, [match.bigrams for match in siblings])),
            "article answers": max([match.features["passage answers"] for match in siblings]),
            "asked missing": self._asked.rarest_missing(asked) if self._parks else 0.0,
            "matter missing": self._besides.matter_missing(match.facts for match in siblings),
        }

    def _sentence_matches(self, facts: PassageFacts, in_context: Held) -> list[_SentenceMatch]:
        """Each sentence of a passage with how well it fits."""
        share, agreement, of_time = self._bigrams.share, self._answer_type.agreement, self._contradictions.of_time
        matches = []
        lines = self._bigrams.held_by_lines(facts.text, [sentence.text for sentence in facts.sentences])
        for sentence, own in zip(facts.sentences, lines, strict=True):
            coverage, answers, other_time = share(own | in_context), agreement(sentence.text), of_time(sentence, facts)
            fit = coverage + TYPE_IN_SENTENCE * answers - CONTRADICTING * other_time
            matches.append(_SentenceMatch(sentence, own, coverage, answers, other_time, fit))
        return matches

    def _best(self, sentences: Sequence[_SentenceMatch], facts: PassageFacts) -> _SentenceMatch:
        """The sentence that fits best and contradicts least. One that fits worse than that is not looked into."""
        best, most = sentences[0], -math.inf
        for sentence in sorted(sentences, key=lambda sentence: -sentence.fit):
            if sentence.fit <= most:
                break
            fit = self._fit_beside_slots(sentence, facts, most)
            if fit > most:
                fit -= CONTRADICTING * self._contradictions.is_of_other_part(sentence.facts, facts)
            if fit > most:
                best, most = sentence, fit
        return best

    def _fit_beside_slots(self, sentence: _SentenceMatch, facts: PassageFacts, most: float) -> float:
        """The fit less what it contradicts, looked into no further than it takes to know that this is no more than `most`."""

        def fit_with(contradicted: float) -> float:
            return sentence.fit - CONTRADICTING * contradicted

        return fit_with(self._contradictions.of_slots_in_all(sentence.facts, facts, lambda found: fit_with(found) <= most))

    def _asked_beside_answer(self, body: str) -> float:
        """The greatest share of the words beside the asking word that stands near one thing of the kind asked for."""
        if self._sign is None:
            return 0.0
        signs = islice(self._sign.finditer(body), MOST_SIGNS)
        return self._asked.greatest_share(body, (Span(max(0, sign.start() - BEFORE), sign.end() + AFTER) for sign in signs))

    def _time_features(self, facts: PassageFacts, dated: SentenceFacts | None) -> dict[str, float]:
        """`dated` is the best sentence where its figures are of a time asked for: then it may be another one that the article is of."""
        if not self._times.asked:
            return {"time": 0.0, "other time": 0.0, "article of other time": 0.0}
        told, of_article = self._times.days_told(facts), self._times.days_of_article(facts)
        return {
            "time": self._times.fit([*told, *((period.first, period.last) for period in (dated.periods if dated else ()))]),
            "other time": float(self._times.names_year and not self._times.met(facts)),
            "article of other time": float(dated is None and bool(of_article) and self._times.fit(of_article) == 0),
        }
