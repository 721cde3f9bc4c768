"""Questions about the day of an event: 开园仪式当天，下了多少雨 asks for the rain, and the opening only says when.

Where the event is found, what is asked is looked for on its day, or in its month or year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.text.passage_facts import PassageFacts, own_times

_TIE = lazy_pattern(r"(?:的)?(?P<time>当天|同一天|当日|同日|那天|当月|同月|当年|同年)[,，]")


@dataclass(frozen=True, slots=True)
class Tied:
    """What is asked, and the event that says when."""

    asked: str
    event: str
    time: str
    """当天, 当月 or 当年."""

    def on(self, day: date) -> str:
        """What is asked, with the day of the event, or its month or year, before it."""
        month = "" if "年" in self.time else f"{day.month}月"
        return f"{day.year}年{month}{f'{day.day}日' if month and '月' not in self.time else ''}{self.asked}"


def tied_to_event(question: str) -> Tied | None:
    """Both sides of 当天; None where a question is not so tied."""
    tie = _TIE.search(question)
    return Tied(question[tie.end() :], question[: tie.start()], tie["time"]) if tie else None


def day_told(facts: PassageFacts, asked_on: date) -> date | None:
    """The first single day that a passage tells of; else the one on which its article was published."""
    return next((time.first for time in own_times(facts, asked_on) if time.days == 1), facts.passage.article.published)
