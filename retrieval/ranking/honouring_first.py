"""Of reports that tell of honours, the one of the year in which they were handed out comes first."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.question.question import Question
from retrieval.ranking.contradicting import NEAREST, first_fitting
from retrieval.ranking.honours import handed_out, honours
from retrieval.ranking.ranker import Ranked


def handed_out_then_first(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates in their order, but honours of an article of the time asked for before those of an article of another time.

    2023年奖励了 is told where 2022年度 was honoured in 2023. Where no such report is near, honours of 2024 for 2023年度 stay first.
    """
    nearest = [each for each in ranked[:NEAREST] if honours(each.evidence.told.text)]
    if not nearest or nearest[0] is not ranked[0] or not _of_other_time(ranked[0]) or not handed_out(question, question.times):
        return list(ranked)
    return first_fitting(ranked, (each for each in nearest if not _of_other_time(each)))


def _of_other_time(candidate: Ranked) -> bool:
    return candidate.evidence.features.get("article of other time", 0.0) >= 1
