"""`parkqa bot` as it would be if it handled one update after the other: what benchmarks.load compares with."""

from __future__ import annotations

from functools import partial

import bot.telegram.transport.intake
from bot.telegram.transport.chat_queues import ChatQueues
from bot.terminal.cli import main

if __name__ == "__main__":
    bot.telegram.transport.intake.queue_of = lambda update: "the only queue"
    bot.telegram.transport.intake.ChatQueues = partial(ChatQueues, capacity=1_000_000)  # type: ignore[misc, assignment]
    main()
