"""`parkqa bot` as it would be if it handled one update after the other: what benchmarks.load compares with."""

from __future__ import annotations

from functools import partial
from unittest.mock import patch

from bot.telegram.transport import intake
from bot.telegram.transport.chat_queues import ChatQueues
from bot.terminal.cli import main

if __name__ == "__main__":
    with patch.multiple(intake, queue_of=lambda _: "the only queue", ChatQueues=partial(ChatQueues, capacity=1_000_000)):
        main()
