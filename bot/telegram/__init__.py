"""The bot in Telegram: how updates come in, what answers them, and how messages go out. Only here is python-telegram-bot known."""
