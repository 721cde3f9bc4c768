"""The numbers that say how well a passage answers a question, each between about 0 and 1 and each with a name that can be shown."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article
from corpus.language.romanisation import latin_names, romanise
from corpus.language.span import Span
from retrieval.index.engine import Snapshot
from retrieval.question.question import Question
from retrieval.ranking.answer_type import answer_sign, answer_type_agreement
from retrieval.ranking.article_matter import ArticleFacts, matter_of
from retrieval.ranking.asked_for import counted_thing, words_beside_asking
from retrieval.ranking.candidates import Candidate
from retrieval.ranking.park_agreement import is_other_park, park_agreement
from retrieval.ranking.term_weights import SoughtTerm, either, weigh
from retrieval.ranking.time_agreement import TimeAgreement, ToldTime, speaks_of_plans
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.splitter import sentences

FEATURES = {
    "cosine": "closeness in meaning, passage with its article's title, month and parks",
    "article cosine": "the same of the article's closest candidate",
    "words": "BM25 over words, as a share of the rarity of all words asked for",
    "word coverage": "share of the question's words, by rarity, in the passage, its context or its article's lead; names by their pinyin",
    "bigram coverage": "share of the question's character bigrams, likewise",
    "sentence coverage": "share of the bigrams in the best sentence or the context",
    "article words": "share of the words in any candidate of the article",
    "article bigrams": "share of the bigrams, likewise",
    "sentence answers": "the best sentence holds a thing of the kind asked for, and words of the question",
    "passage answers": "some sentence of the passage holds a thing of the kind asked for",
    "article answers": "some sentence of some candidate of the article does",
    "asked beside answer": "share of the words beside the asking word, near a thing of the kind asked for",
    "counted": "the passage has a number before the very thing that is counted",
    "time": "how well the times told fit the times asked for",
    "other time": "the question names a year and the passage no time that overlaps it",
    "article of other time": "no time of the title, or where it tells none of the lead and the publication, fits those asked for",
    "plans": "the best sentence tells of plans and the question does not, or the other way round",
    "park": "how well the parks that the article is about fit the parks asked for",
    "other park": "the article is about other parks than those asked for, and the best sentence does not name these",
    "length": "logarithm of the passage's length in characters, over 10",
    "position": "where in its article the passage begins, 0 first to 1 last",
    "english": "the question has no Chinese character: meanings are further apart across languages",
    "missing word": "the rarest word of the question that passage, context and lead lack, as a share of the rarity of all",
    "asked missing": "of a question about a park, the rarest word beside the asking word that no candidate of the article has",
}
"""What each feature means, in the order in which they are shown."""

FOR_CONFIDENCE = frozenset({"english", "missing word", "asked missing"})
"""Features that say whether the corpus has an answer, and nothing of which passage it is in."""

SAME_LANGUAGE_LEAD = 0.08
"""By how much a passage in the question's own language, English, comes closer in cosine than one in Chinese that says the same."""

TYPE_IN_SENTENCE = 0.2
"""What an answer of the right kind is worth beside coverage when the best sentence is chosen."""

ENOUGH_SHARED = 0.3
"""Share of the question's bigrams from which a sentence counts as being about the question."""

BEFORE, AFTER, MOST_SIGNS = 25, 15, 12
"""Characters around a thing of the kind asked for that count as near it, and how many such things of a passage are looked at."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a candidate."""

    passage: Passage
    sentence: Span
    """The sentence that answers best; offsets into the article's text."""
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage."""

    span: Span
    text: str
    """Normalised."""
    coverage: float
    """The share of the bigrams that the sentence or the context holds."""
    answers: float
    """How far it holds the kind of thing asked for."""
    own_share: float
    """The share of the bigrams that the sentence itself holds, without the context."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A candidate looked at alone: its features so far, and which terms of the question it holds."""

    passage: Passage
    sentence: Span
    features: dict[str, float]
    words: list[bool]
    bigrams: list[bool]
    asked: list[bool]


class Examiner:
    """Looks closely at the candidates of one question."""

    def __init__(self, question: Question, snapshot: Snapshot, analyzer: Analyzer) -> None:
        self._question = question
        self._analyzer = analyzer
        self._times = TimeAgreement(question)
        frequencies = snapshot.document_frequencies(question.terms)
        self._english = not _HAN.search(question.text)
        capitalised = _capitalised(question.text)
        self._proper_names = tuple(name for name in question.names if name in capitalised)
        words = weigh(question.terms.words, frequencies.words, len(snapshot), english=self._english, names=self._proper_names)
        self._bigrams = weigh(question.terms.bigrams, frequencies.bigrams, len(snapshot), english=self._english, names=self._proper_names)
        self._bare_words = words
        self._words = words.joined_by(self._proper_names, math.log(1 + len(snapshot)))
        plain = analyzer.simplify(question.text)
        self._asked = words.only(analyzer.terms(words_beside_asking(plain)).words)
        self._counted = counted_thing(plain)
        self._sign = answer_sign(question)
        self._plans = speaks_of_plans(plain)
        self._matters: dict[str, ArticleFacts] = {}

    def examine(self, candidates: Sequence[Candidate]) -> list[Evidence]:
        """All the evidence for each candidate, in their order; about a tenth of a millisecond each."""
        looks = [self._look(candidate) for candidate in candidates]
        by_article: dict[str, list[_Look]] = defaultdict(list)
        for look in looks:
            by_article[look.passage.article.id].append(look)
        together = {id_: self._together(siblings) for id_, siblings in by_article.items()}
        return [Evidence(look.passage, look.sentence, _ordered(look.features | together[look.passage.article.id])) for look in looks]

    def terms(self, passage: Passage) -> tuple[tuple[SoughtTerm, ...], tuple[SoughtTerm, ...]]:
        """The question's words and its bigrams, each with where the passage has it."""
        matter, body = self._matter(passage.article), self._analyzer.normalize(passage.text)
        context = f"{matter.context}{matter.lead}"
        return self._bare_words.sought_in(context, body), self._bigrams.sought_in(context, body)

    def times(self, passage: Passage) -> tuple[ToldTime, ...]:
        """The times that the passage tells, where any time is asked for; each once, in reading order."""
        return tuple(dict.fromkeys(self._times.explained(passage))) if self._question.times else ()

    def _look(self, candidate: Candidate) -> _Look:
        passage = candidate.passage
        matter = self._matter(passage.article)
        looked_at = self._sentences(passage, self._bigrams.held_by(matter.context))
        best = max(looked_at, key=lambda sentence: sentence.coverage + TYPE_IN_SENTENCE * sentence.answers)
        body = "\n".join(sentence.text for sentence in looked_at)
        whole = f"{matter.context}{body}\n{matter.lead}"
        sounds = romanise(whole) if self._proper_names else ""
        words = [*self._bare_words.held_by(whole), *(name in sounds for name in self._proper_names)]
        bigrams = self._bigrams.held_by(whole)
        alone = {
            "cosine": candidate.cosine - SAME_LANGUAGE_LEAD * (self._english and not _HAN.search(passage.text)),
            "words": candidate.words / self._bare_words.total,
            "word coverage": self._words.share(words),
            "bigram coverage": self._bigrams.share(bigrams),
            "missing word": self._words.rarest_missing(words),
            "sentence coverage": best.coverage,
            "sentence answers": best.answers * min(1.0, best.own_share / ENOUGH_SHARED),
            "passage answers": max(sentence.answers for sentence in looked_at),
            "asked beside answer": self._asked_beside_answer(body),
            "counted": float(self._counted is not None and self._counted.search(body) is not None),
            "plans": float(speaks_of_plans(best.text) != self._plans),
            "english": float(self._english),
            "length": math.log(max(1, len(body))) / 10,
            "position": passage.start / max(1, len(passage.article.text)),
            **self._time_features(passage, matter),
            **self._park_features(matter, whole, best.text),
        }
        return _Look(passage, best.span, alone, words, bigrams, self._asked.held_by(whole))

    def _together(self, siblings: Sequence[_Look]) -> dict[str, float]:
        """What the candidates of one article say together."""
        asked = either(*(look.asked for look in siblings))
        return {
            "article cosine": max(look.features["cosine"] for look in siblings),
            "article words": self._words.share(either(*(look.words for look in siblings))),
            "article bigrams": self._bigrams.share(either(*(look.bigrams for look in siblings))),
            "article answers": max(look.features["passage answers"] for look in siblings),
            "asked missing": self._asked.rarest_missing(asked) if self._question.parks else 0.0,
        }

    def _matter(self, article: Article) -> ArticleFacts:
        if article.id not in self._matters:
            self._matters[article.id] = matter_of(article, self._question, self._analyzer)
        return self._matters[article.id]

    def _sentences(self, passage: Passage, in_context: Sequence[bool]) -> list[_Sentence]:
        """Each sentence of a passage, normalised and looked at."""
        looked_at = []
        for span in sentences(passage.text):
            text = self._analyzer.normalize(passage.text[span.start : span.end])
            own = self._bigrams.held_by(text)
            coverage = self._bigrams.share(either(own, in_context))
            shifted = Span(span.start + passage.start, span.end + passage.start)
            looked_at.append(_Sentence(shifted, text, coverage, answer_type_agreement(self._question, text), self._bigrams.share(own)))
        return looked_at

    def _asked_beside_answer(self, body: str) -> float:
        """The greatest share of the words beside the asking word that stands near one thing of the kind asked for."""
        if self._sign is None or not self._asked.terms:
            return 0.0
        near = (
            body[max(0, sign.start() - BEFORE) : sign.end() + AFTER]
            for _, sign in zip(range(MOST_SIGNS), self._sign.finditer(body), strict=False)
        )
        return max((self._asked.share(self._asked.held_by(text)) for text in near), default=0.0)

    def _time_features(self, passage: Passage, matter: ArticleFacts) -> dict[str, float]:
        if not self._question.times:
            return {"time": 0.0, "other time": 0.0, "article of other time": 0.0}
        told, published = self._times.told(passage), passage.article.published
        return {
            "time": self._times.fit(told),
            "other time": float(self._times.names_year and not self._times.met(told, published)),
            "article of other time": float(bool(matter.times) and self._times.fit(matter.times) == 0),
        }

    def _park_features(self, matter: ArticleFacts, text: str, sentence: str) -> dict[str, float]:
        asked = self._question.parks
        return {
            "park": park_agreement(asked, matter.parks, text),
            "other park": float(is_other_park(asked, matter.parks, text, sentence)),
        }


def _ordered(features: dict[str, float]) -> dict[str, float]:
    return {name: features[name] for name in FEATURES}


def _capitalised(text: str) -> frozenset[str]:
    """The capitalised words of an English text, in the form of `latin_names`."""
    return frozenset(latin_names(" ".join(_CAPITALISED.findall(text)).lower()))
