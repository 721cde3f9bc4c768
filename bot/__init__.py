"""The front ends: a Telegram bot and a command line, on the same code path."""
