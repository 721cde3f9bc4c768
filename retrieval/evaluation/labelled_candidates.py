"""Candidates whose worth is known: what the weights are learned from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retrieval.answering.answerer import Answerer
from retrieval.answering.ranked_part import RankedPart
from retrieval.evaluation.altered_questions import Alterations
from retrieval.evaluation.logistic import Mask, Matrix
from retrieval.evaluation.newest_day import newest_day
from retrieval.evaluation.question_set import LabelledQuestion, QuestionSet
from retrieval.progress import Progress
from retrieval.ranking.features import FEATURES
from retrieval.ranking.quoting import cut_quotes
from retrieval.ranking.ranker import Ranked


@dataclass(frozen=True, slots=True)
class LabelledCandidates:
    """The candidates of one question, in the order of the ranking in use."""

    features: Matrix
    """Shape (candidates, features)."""
    articles: tuple[str, ...]
    """Of each candidate, its article's id."""
    relevant: Mask
    """Whether the candidate is of a relevant article."""
    right: Mask
    """Whether it answers: of a relevant article, with every string of the answer in it where one such candidate exists.

    What should rank first: a neighbour whose quote only reaches as far as the answer is not as good.
    """
    quoted: Mask
    """Whether its quote answers, in the same sense: what a user would see."""
    read: Mask
    """Whether the reader has read it."""
    answerable: bool
    """Whether the corpus holds an answer, found or not."""
    altered: bool = False
    """Whether it was made out of another question so that nobody can answer it."""
    trap: str | None = None
    """What could be taken for an answer, as the set has it."""

    def without_relevant(self) -> LabelledCandidates:
        """What would have been found had the relevant articles not been there: a question that cannot be answered."""
        kept = ~self.relevant
        articles = tuple(article for article, keep in zip(self.articles, kept, strict=True) if keep)
        return replace(
            self,
            features=self.features[kept],
            articles=articles,
            relevant=self.relevant[kept],
            right=self.right[kept],
            quoted=self.quoted[kept],
            read=self.read[kept],
            answerable=False,
        )


def label_all(question_set: QuestionSet, answerer: Answerer, progress: Progress) -> Iterator[LabelledCandidates]:
    """Look up every question of a set and label its candidates."""
    today = newest_day(answerer)
    with answerer.index.open() as (_, snapshot):
        for done, question in enumerate(question_set.questions, start=1):
            asked = answerer.read_for(snapshot, question.text, question.asked_on or today)
            [found] = answerer.search.look_up([asked], snapshot)
            yield _label(question, found, answerer.quote_length)
            progress("labelling", done, len(question_set.questions))


def label_altered(question_set: QuestionSet, answerer: Answerer, progress: Progress) -> Iterator[LabelledCandidates]:
    """Alter the set's questions so that nobody can answer them, and label what is found for these."""
    today = newest_day(answerer)
    with answerer.index.open() as (_, snapshot):
        alterations = Alterations(snapshot.articles())
        altered = {
            text: replace(question, text=text, relevant=frozenset(), answers=())
            for question in question_set.questions
            if question.relevant
            for text in alterations.of(answerer.read_for(snapshot, question.text, question.asked_on or today))
        }
    for labelled in label_all(replace(question_set, questions=tuple(altered.values())), answerer, progress):
        yield replace(labelled, altered=True, trap=None)


def _label(question: LabelledQuestion, found: RankedPart, quote_length: int) -> LabelledCandidates:
    ranked = found.ranked
    read = {id(candidate.evidence.facts) for candidate, _ in found.reading.read} if found.reading else set()
    passages = [candidate.evidence.passage for candidate in ranked]
    relevant = np.array([passage.article.id in question.relevant for passage in passages], dtype=bool)
    rows = [[candidate.evidence.features[name] for name in FEATURES] for candidate in ranked]
    quotes = [_quote(candidate, quote_length) if of_it else "" for candidate, of_it in zip(ranked, relevant, strict=True)]
    return LabelledCandidates(
        features=np.array(rows, dtype=float).reshape(len(rows), len(FEATURES)),
        articles=tuple(passage.article.id for passage in passages),
        relevant=relevant,
        right=_telling(question, [passage.text for passage in passages], relevant),
        quoted=_telling(question, quotes, relevant),
        read=np.array([id(candidate.evidence.facts) in read for candidate in ranked], dtype=bool),
        answerable=bool(question.relevant),
        trap=question.trap,
    )


def _telling(question: LabelledQuestion, texts: Sequence[str], relevant: Mask) -> Mask:
    """Which of the texts hold every string of the answer; all relevant ones where none does."""
    telling = np.array([all(answer in text for answer in question.answers) for text in texts], dtype=bool) & relevant
    return telling if telling.any() else relevant


def _quote(candidate: Ranked, length: int) -> str:
    return "".join(quote.text for quote in cut_quotes([candidate], 1, length))
