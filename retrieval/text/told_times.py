"""The times that a text tells of: all that it names, but those that a figure is only compared with."""

from __future__ import annotations

from datetime import date

from corpus.language.times import TimeExpression, find_times


def told_times(text: str, today: date) -> list[TimeExpression]:
    """The times that a text of a day tells, in reading order; neither 去年 in 比去年增长 nor in 去年同期."""
    return [time for time in find_times(text, today) if not is_yardstick(text, time)]


def is_yardstick(text: str, time: TimeExpression) -> bool:
    """Whether a time is only what a figure is compared with: 比上年增长, 去年同期."""
    return text[: time.span.start].endswith(("比", "较")) or text.startswith(("同期", "相比"), time.span.end)
