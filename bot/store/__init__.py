"""What the bot remembers from one message to the next, in one SQLite file: one module for each kind of thing."""
