"""What admins do from a chat: send articles, reindex, look at what is missing. Nothing here knows Telegram."""
