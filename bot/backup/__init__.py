"""One file that holds everything, and back: articles, index version, what the bots remember, settings without secrets."""
