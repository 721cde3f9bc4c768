"""`parkqa bot` as it would be if it handled one update after the other: what benchmarks.load compares with."""

from __future__ import annotations

import bot.store.inbox
from bot.store.inbox import Arrived
from bot.telegram.transport.intake import Intake
from bot.terminal.cli import main


def in_the_only_line(self: Intake, update: Arrived) -> Arrived:
    """Where every update stands."""
    return update._replace(line=0)


if __name__ == "__main__":
    Intake._in_line = in_the_only_line  # type: ignore[method-assign]
    bot.store.inbox.LINE_CAPACITY = 1_000_000
    main()
