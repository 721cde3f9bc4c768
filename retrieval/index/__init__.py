"""Where an index lives. `protocol` says what every engine answers; each engine is a module or package beside it."""
