"""The day as of which questions are asked that name none."""

from __future__ import annotations

from datetime import date

from retrieval.answering.answerer import Answerer


def newest_day(answerer: Answerer) -> date:
    """The day of the newest article, so that 今年 in a question means the same whenever it is asked; today where none has a date."""
    with answerer.index.open() as (_, snapshot):
        return max((headline.published for headline in snapshot.headlines() if headline.published), default=date.today())
