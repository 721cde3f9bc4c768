"""The command line: `parkqa` with its commands, and the conversation of the bot in a terminal."""
