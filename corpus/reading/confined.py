"""What a process that reads strangers' files gives up first: writing, new privileges, and, where the kernel can, the network."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

_NO_NEW_PRIVILEGES = 38
"""PR_SET_NO_NEW_PRIVS"""
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
"""Numbers of Landlock's calls, the same on every processor."""
_VERSION = 1
"""LANDLOCK_CREATE_RULESET_VERSION: asks which version the kernel knows."""
_WRITING = 1 << 1 | sum(1 << right for right in range(4, 13))
"""Writing files, and making and removing anything."""
_REFER, _TRUNCATE = 1 << 13, 1 << 14
"""Known from the second version on, and from the third."""
_TCP = 0b11
"""Listening and connecting; from the fourth version on."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64))


def confine() -> None:
    """Give up what reading does not need, for good, as far as the system has means: the limits everywhere, the rest on Linux."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        for limit, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, 256)):
            hard = resource.getrlimit(limit)[1]
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(limit, (allowed, allowed))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            _forbid_writing()


def _forbid_writing() -> None:
    """Landlock without a single exception. A kernel that does not know it says so, and nothing is lost."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    version = libc.syscall(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return
    files = _WRITING | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    rules = _Ruleset(files, _TCP if version >= 4 else 0)
    size = ctypes.sizeof(rules) if version >= 4 else ctypes.sizeof(ctypes.c_uint64)
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), size, 0)
    if ruleset >= 0:
        libc.syscall(_RESTRICT_SELF, ruleset, 0)
        os.close(ruleset)
