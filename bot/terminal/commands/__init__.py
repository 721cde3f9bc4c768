"""One module for each command of `parkqa`. What is heavy is imported inside the functions: `parkqa --help` reads none of it."""
