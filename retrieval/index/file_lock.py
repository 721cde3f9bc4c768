"""Files that one process holds at a time, by the operating system's own locks: a killed process cannot leave one behind."""

from __future__ import annotations

import errno
from pathlib import Path

from filelock import AcquireReturnProxy, FileLock

LOCKS_MISSING = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What is said on file systems without locks, as some network disks are."""


def hold(path: Path) -> AcquireReturnProxy[FileLock]:
    """Hold a file until the block ends. Raises filelock.Timeout at once where another process does, and OSError where nobody can."""
    return FileLock(path, blocking=False, fallback_to_soft=False).acquire()
