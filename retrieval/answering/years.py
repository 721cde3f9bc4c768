"""Which years a question for a series is about: those that it names, or else those of which the index tells."""

from __future__ import annotations

import re

from retrieval.answering.telling import answering_sentence
from retrieval.answering.told_years import told_years
from retrieval.index.engine import Snapshot
from retrieval.question.question import Question
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer

MOST_YEARS = 5
LONG = 500
"""Days from which a time is several years."""
_AS_ONE = re.compile(r"每一?年|每个?年度|年均|近年|(?:近|这|过去|最近)[几\d]+年")


def years_of(question: Question, snapshot: Snapshot, analyzer: Analyzer) -> tuple[int, ...]:
    """The latest five years at most, in order, those of which nothing is told between others too; none where they would be no series.

    Of the year in which the question is asked nothing need be told yet: it counts where something is.
    """
    series, told = question.series, told_years(snapshot, question.parks[0], analyzer)
    if series is None or not told:
        return ()
    first = told[0] if series.first is None else series.first
    last = told[-1] if series.last is None else series.last
    if last >= question.asked_on.year and last not in told:
        last -= 1
    years = tuple(range(first, last + 1))[-MOST_YEARS:]
    return years if len(years) > 1 else ()


def tells_as_one(ranked: Ranked) -> bool:
    """Whether the best sentence tells of several years together, or of every year: 近三年累计120家, 每年补贴五万元."""
    sentence = answering_sentence(ranked)
    return _AS_ONE.search(sentence.text) is not None or any(period.days >= LONG for period in sentence.periods)
