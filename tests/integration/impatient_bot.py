"""The bot, but it takes others for dead after three seconds, so that tests need not wait for fifteen."""

from __future__ import annotations

from bot.store import processes
from bot.terminal.cli import main

if __name__ == "__main__":
    processes.DEAD_SECONDS = 3.0
    main()
