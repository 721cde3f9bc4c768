"""`python -m bot` is `parkqa`."""

from bot.terminal.cli import main

main()
