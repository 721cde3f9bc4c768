"""The parts of a document in reading order, lines and tables, and how they become its text."""
