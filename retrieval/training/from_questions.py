"""Pairs out of a question set: what is found for each question, and for the same question altered so that nobody can answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.article import Article
from retrieval.answering.answerer import Answerer
from retrieval.evaluation.altered_questions import Alterations
from retrieval.evaluation.newest_day import newest_day
from retrieval.evaluation.question_set import LabelledQuestion, QuestionSet
from retrieval.index.engine import Snapshot
from retrieval.progress import Progress
from retrieval.question.asked_of_article import asked_of_article
from retrieval.question.question import Question
from retrieval.text.context import context_line
from retrieval.text.embedded_form import embedded_form
from retrieval.text.passage import Passage
from retrieval.training.pairs import Pair, find_answer, without_answer

LOOKED_AT = 12
"""Passages of each question that are looked at, from the top."""
WRONG = 3
"""Those of them that do not answer and are learned from: the ones that are most easily taken for an answer."""


def pairs_of(question_set: QuestionSet, answerer: Answerer, progress: Progress) -> Iterator[Pair]:
    """Right and wrong passages for each question, and the right ones for altered questions, which they do not answer."""
    today = newest_day(answerer)
    with answerer.index.open() as (_, snapshot):
        alterations = Alterations(snapshot.articles())
        for done, labelled in enumerate(question_set.questions, start=1):
            day = labelled.asked_on or today
            asked = answerer.read_for(snapshot, labelled.text, day)
            found = list(_found(asked, labelled, answerer, snapshot))
            yield from (pair for _, pair in found)
            right = next((each for each in found if each[1].answer), None)
            if right:
                yield from _unanswered(*right, [answerer.read_for(snapshot, text, day) for text in alterations.of(asked)])
            progress("pairing", done, len(question_set.questions))


def _found(asked: Question, labelled: LabelledQuestion, answerer: Answerer, snapshot: Snapshot) -> Iterator[tuple[Article, Pair]]:
    """Pairs of the question and a passage, each with the passage's article."""
    wrong = 0
    [found] = answerer.search.rank_by_evidence([asked], snapshot)
    for ranked in found[:LOOKED_AT]:
        passage = ranked.evidence.passage
        pair = _pair(asked, passage, labelled)
        if pair.answer and passage.article.id in labelled.relevant:
            yield passage.article, pair
        elif not pair.answer and wrong < WRONG:  # the answer elsewhere may be a reprint: neither right nor wrong
            wrong += 1
            yield passage.article, pair


def _unanswered(article: Article, right: Pair, altered: Iterable[Question]) -> Iterator[Pair]:
    """What comes close: the passage without its answering sentence, and the passage to altered questions."""
    if cut := without_answer(right):
        yield cut
    yield from (Pair(embedded_form(asked_of_article(question, article)), right.context, right.passage, None) for question in altered)


def _pair(asked: Question, passage: Passage, labelled: LabelledQuestion) -> Pair:
    text = embedded_form(passage.text)
    answer = find_answer(text, [embedded_form(each) for each in labelled.answers])
    question, context = embedded_form(asked_of_article(asked, passage.article)), embedded_form(context_line(passage.article))
    return Pair(question, context, text, answer, nowhere=not labelled.answers)
