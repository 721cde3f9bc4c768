"""Whether somebody is still writing a file: what is half there is read when the rest is."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

_SET_SIGNAL = 10
"""F_SETSIG, which Python's fcntl does not name."""


def is_being_written(path: Path) -> bool:
    """Whether a process has the file open for writing, where the system says so: Linux does, of the reader's own files."""
    if sys.platform != "linux":
        return False
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        return _is_open_for_writing(file)
    finally:
        os.close(file)


def _is_open_for_writing(file: int) -> bool:
    """The system grants a lease on what nobody writes; whoever opens it meanwhile waits for us, and we get a signal that does nothing."""
    import fcntl  # there is none on Windows

    try:
        fcntl.fcntl(file, _SET_SIGNAL, signal.SIGURG)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:  # another's file, or a disk that knows no leases
        return False
    return False
