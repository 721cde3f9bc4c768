"""How the command line ends, as other programs see it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """0 and 2 are the shell's own conventions, 130 is 128 + SIGINT."""

    DONE = 0
    ERROR = 1
    """Something that the user can mend: one line on stderr."""
    USAGE = 2
    BUG = 3
    """A fault in parkqa: the traceback is in the log file."""
    NOTHING_FOUND = 4
    INTERRUPTED = 130
