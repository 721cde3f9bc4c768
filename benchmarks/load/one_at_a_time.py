"""`parkqa bot` as it would be if it handled one update after the other: what benchmarks.load compares with."""

from __future__ import annotations

import bot.store.inbox
from bot.telegram.transport.intake import Intake
from bot.terminal.cli import main

if __name__ == "__main__":
    Intake._in_line = lambda _, update: update._replace(line=0)  # type: ignore[method-assign]
    bot.store.inbox.LINE_CAPACITY = 1_000_000
    main()
