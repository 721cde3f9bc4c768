from __future__ import annotations

import logging

from bot.monitoring.repeated_lines import MOST_A_MINUTE, RepeatedLines


class FakeClock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def line(words: str, *blanks: object) -> logging.LogRecord:
    return logging.LogRecord("tornado.access", logging.WARNING, "web.py", 1, words, blanks, None)


def test_of_one_kind_only_so_many_are_written_and_others_are_not_lost() -> None:
    lines = RepeatedLines(FakeClock())
    written = [lines.filter(line("403 from %s", number)) for number in range(1000)]
    assert sum(written) == MOST_A_MINUTE
    assert lines.filter(line("The index is damaged"))


def test_the_next_minute_says_how_many_were_left_out() -> None:
    clock = FakeClock()
    lines = RepeatedLines(clock)
    for number in range(100):
        lines.filter(line("403 from %s", number))
    clock.now = 60
    following, later = line("403 from %s", 1), line("403 from %s", 2)
    assert lines.filter(following)
    assert lines.filter(later)
    assert following.getMessage() == f"403 from 1 (and {100 - MOST_A_MINUTE} more like this before)"
    assert later.getMessage() == "403 from 2"
