"""From a question to its answer, and why it is that one."""
