"""The conversation of the Telegram bot in a terminal: the same messages, and their buttons as numbers."""
