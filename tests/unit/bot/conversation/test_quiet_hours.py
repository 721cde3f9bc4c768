from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.quiet_hours import BY_DEFAULT, QuietHours

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
hours = st.integers(0, 23)


def at(hour: int, minute: int = 0, zone: ZoneInfo = SHANGHAI, day: int = 1, month: int = 3) -> float:
    return datetime(2024, month, day, hour, minute, tzinfo=zone).timestamp()


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [(21, 59, False), (22, 0, True), (23, 59, True), (0, 0, True), (7, 59, True), (8, 0, False), (12, 0, False)],
)
def test_by_default_the_night_is_quiet(hour: int, minute: int, quiet: bool) -> None:
    assert BY_DEFAULT.holds_at(at(hour, minute), SHANGHAI) is quiet


def test_a_siesta_does_not_cross_midnight() -> None:
    siesta = QuietHours(13, 15)
    assert [hour for hour in range(24) if siesta.holds_at(at(hour), SHANGHAI)] == [13, 14]


def test_the_same_moment_is_quiet_in_one_zone_and_not_in_another() -> None:
    moment = datetime(2024, 3, 1, 15, tzinfo=UTC).timestamp()
    assert BY_DEFAULT.holds_at(moment, SHANGHAI)
    assert not BY_DEFAULT.holds_at(moment, BERLIN)


def test_the_clock_on_the_wall_counts_when_summer_time_begins() -> None:
    assert BY_DEFAULT.holds_at(at(7, 59, BERLIN, day=31), BERLIN)
    assert not BY_DEFAULT.holds_at(at(8, 0, BERLIN, day=31), BERLIN)
    assert not BY_DEFAULT.holds_at(at(8, 0, BERLIN, day=27, month=10), BERLIN)


@given(hours, hours, hours)
def test_quiet_hours_and_those_between_are_the_whole_day(first: int, last: int, hour: int) -> None:
    quiet, other = QuietHours(first, last).holds_at(at(hour), SHANGHAI), QuietHours(last, first).holds_at(at(hour), SHANGHAI)
    assert (quiet is not other) if first != last else not (quiet or other)
