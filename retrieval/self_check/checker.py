"""Asks an index version questions that were made from its own articles, to measure how far its confidence can be trusted there.

Each question is asked as it is, and once more with every passage that could answer it withheld: whatever is then "found" is a false answer.
Both are read off the same search.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retrieval.answering.answerer import Answerer
from retrieval.index.engine import Snapshot
from retrieval.index.self_check_record import SelfCheck, SelfCheckFigures
from retrieval.progress import Progress
from retrieval.question.question import Question
from retrieval.ranking.confidence import confidence
from retrieval.ranking.quoting import cut_quotes
from retrieval.ranking.ranker import Ranked
from retrieval.self_check.corpus_questions import CorpusQuestion, make_questions

QUESTIONS = 150
"""Some seconds, or half a minute with a reader; a share of false answers of 8 % is then known to within five percent points."""


@dataclass(frozen=True, slots=True)
class SelfChecker:
    """Runs self-checks with the parts that answer people's questions."""

    answerer: Answerer

    @property
    def weights(self) -> str:
        """Digest of the weights that the confidences are made with."""
        return self.answerer.weights.digest

    def figures(self, check: SelfCheck) -> SelfCheckFigures:
        """What a self-check says of the threshold in use."""
        return check.at(self.answerer.threshold)

    def check(self, snapshot: Snapshot, progress: Progress) -> SelfCheck:
        """Make questions from the articles of a version and ask it; of near-duplicates, from the preferred one only."""
        articles = [article for article in snapshot.articles() if snapshot.near_duplicates(article.id)[0] == article.id]
        questions = make_questions(articles, QUESTIONS, lambda text: not self.answerer.read_for(snapshot, text, date.today()).parts)
        right: list[float] = []
        wrong: list[float] = []
        withheld: list[float] = []
        for done, question in enumerate(questions, start=1):
            asked = self.answerer.read_for(snapshot, question.text, question.article.published or date.today())
            [ranked] = self.answerer.search.rank([asked], snapshot)
            folded = self._found(asked, ranked, snapshot)
            (right if self._is_right(question, folded) else wrong).append(self._confidence(folded))
            if left := self._withhold(question, ranked, snapshot):
                withheld.append(self._confidence(self._found(asked, left, snapshot)))
            progress("checking", done, len(questions))
        return SelfCheck(tuple(right), tuple(wrong), tuple(withheld))

    def _is_right(self, question: CorpusQuestion, folded: Sequence[Ranked]) -> bool:
        """Whether the first quote holds the figure."""
        quotes = cut_quotes(folded, 1, self.answerer.quote_length)
        return any(self._holds(quote.text, question.figure) for quote in quotes)

    def _withhold(self, question: CorpusQuestion, ranked: Sequence[Ranked], snapshot: Snapshot) -> list[Ranked]:
        """What cannot answer: passages of no near-duplicate, without the figure."""
        group = snapshot.near_duplicates(question.article.id)
        passages = ((candidate, candidate.evidence.passage) for candidate in ranked)
        return [one for one, passage in passages if passage.article.id not in group and not self._holds(passage.text, question.figure)]

    def _confidence(self, folded: Sequence[Ranked]) -> float:
        return round(confidence(folded, self.answerer.weights.confidence), 6)

    def _found(self, asked: Question, ranked: list[Ranked], snapshot: Snapshot) -> Sequence[Ranked]:
        """What would be quoted. Only the first passage is read closely, however long that takes."""
        reading = self.answerer.search.close_reading
        unhurried = replace(reading, budget=math.inf, most=1) if reading else None
        [found] = replace(self.answerer.search, close_reading=unhurried).look_closely([asked], [ranked], snapshot)
        return found.folded

    def _holds(self, text: str, figure: str) -> bool:
        """Whether a text holds a figure, in whatever writing, and not as the end of a longer one."""
        normalize = self.answerer.analyzer.normalize
        return re.search(rf"(?<![\d.]){re.escape(normalize(figure))}", normalize(text)) is not None
