"""`python -m bot` is `parkqa`."""

from bot.cli import main

main()
