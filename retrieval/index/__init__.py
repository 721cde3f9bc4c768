"""Where an index lives. `engine` says what every engine answers; each engine is a module or package beside it."""
