"""A small model that reads a question and a passage together: how surely the passage answers, and in which words."""
