"""Days as machines write them: 20230609, 1686268800, 2023-06-08T17:12:00Z; and every writing that people use."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from corpus.language.dates import parse_date, real_day
from corpus.language.lazy_pattern import lazy_pattern

CHINA = timezone(timedelta(hours=8))
"""The day of a moment is the one that was written in China then."""
_UTC = lazy_pattern(r"^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|\+00:?00)\s*$")
_DIGITS = lazy_pattern(r"^\s*\d+(?:\.\d+)?\s*$")
_EARLIEST, _LATEST = datetime(1995, 1, 1, tzinfo=UTC).timestamp(), datetime(2100, 1, 1, tzinfo=UTC).timestamp()


def parse_timestamp(value: object) -> date | None:
    """The day that a number or a text names; None where it names none. Epochs count in seconds, milli- or microseconds."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    if _DIGITS.match(text):
        return _of_number(text.strip())
    if match := _UTC.match(text):
        return _in_china(datetime.fromisoformat(match[1]).replace(tzinfo=UTC).timestamp())
    return parse_date(text)


def _of_number(digits: str) -> date | None:
    whole = digits.split(".", 1)[0]
    if len(whole) in {8, 12, 14} and whole.startswith(("19", "20")):
        return real_day(int(whole[:4]), int(whole[4:6]), int(whole[6:8]))
    if len(whole) > 17:
        return None
    seconds = float(digits)
    while seconds >= _LATEST:
        seconds /= 1000
    return _in_china(seconds) if seconds >= _EARLIEST else None


def _in_china(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, CHINA).date()
