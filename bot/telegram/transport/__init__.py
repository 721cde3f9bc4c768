"""How updates come in from Telegram, in which order they are handled, and how messages go out."""
