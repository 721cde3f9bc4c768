"""What a process that reads strangers' files or pages gives up first: writing, other programs, sockets, new privileges, where it can."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from contextlib import suppress

_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENCV_FOR_THREADS_NUM": "1"}
"""Libraries that are loaded later would start threads, which are processes to the system, and end or complain where they cannot."""
_NO_NEW_PRIVILEGES = 38
"""PR_SET_NO_NEW_PRIVS"""
_FILTER_CALLS, _BY_PROGRAM = 22, 2
"""PR_SET_SECCOMP, SECCOMP_MODE_FILTER"""
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
"""Numbers of Landlock's calls, the same on every processor."""
_VERSION = 1
"""LANDLOCK_CREATE_RULESET_VERSION: asks which version the kernel knows."""
_EXECUTING = 1 << 0
_WRITING = 1 << 1 | sum(1 << right for right in range(4, 13))
"""Writing files, and making and removing anything."""
_REFER, _TRUNCATE = 1 << 13, 1 << 14
"""Known from the second version on, and from the third."""
_TCP = 0b11
"""Listening and connecting; from the fourth version on."""
_SOCKETS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By processor: its own number, which programs for another one do not have, and that of the call `socket`."""
_RING = 425
"""The call `io_uring_setup`, the other way to a socket."""
_OTHER_CALLS = 1 << 30
"""From here on the calls of x32 have their numbers, `socket` among them."""
_LOAD, _UNLESS_EQUAL, _UNLESS_GREATER, _END = 0x20, 0x15, 0x35, 0x06
"""What a step of a filter does: load a word, skip, or end with a verdict."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64))


class _Program(ctypes.Structure):
    _fields_ = (("steps", ctypes.c_ushort), ("code", ctypes.c_char_p))


def confine(*, connects: bool = False) -> None:
    """Give up what reading does not need, for good: the limits everywhere, the rest on Linux. What a kernel does not know, it says.

    One that `connects`, to fetch what it reads, keeps sockets, and threads, in which names are looked up.
    """
    os.environ.update(_ONE_THREAD)
    with suppress(ImportError, ValueError, OSError):
        import resource

        limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, 256)]
        for limit, most in limits if connects else (*limits, (resource.RLIMIT_NPROC, 0)):
            hard = resource.getrlimit(limit)[1]
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(limit, (allowed, allowed))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None, use_errno=True)
            libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
            if not connects:
                _forbid_sockets(libc)
            _forbid_writing(libc, 0 if connects else _TCP)


def _forbid_writing(libc: ctypes.CDLL, network: int) -> None:
    """Landlock without a single exception: no file is written, made, removed or run; and nothing of `network`."""
    version = libc.syscall(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return
    files = _EXECUTING | _WRITING | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    rules = _Ruleset(files, network if version >= 4 else 0)
    size = ctypes.sizeof(rules) if version >= 4 else ctypes.sizeof(ctypes.c_uint64)
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), size, 0)
    if ruleset >= 0:
        libc.syscall(_RESTRICT_SELF, ruleset, 0)
        os.close(ruleset)


def _forbid_sockets(libc: ctypes.CDLL) -> None:
    """A filter of system calls (seccomp) that refuses to make a socket of any kind, UDP and those of the machine itself among them."""
    if platform.machine() not in _SOCKETS:
        return
    processor, socket = _SOCKETS[platform.machine()]
    steps = [_step(_LOAD, 4), _step(_UNLESS_EQUAL, processor, 1, 0), _step(_END, _REFUSE), _step(_LOAD, 0)]
    for kind, call in ((_UNLESS_EQUAL, socket), (_UNLESS_EQUAL, _RING), (_UNLESS_GREATER, _OTHER_CALLS)):
        steps += [_step(kind, call, 0, 1), _step(_END, _REFUSE)]
    steps.append(_step(_END, _ALLOW))
    program = _Program(len(steps), b"".join(steps))
    libc.prctl(_FILTER_CALLS, ctypes.c_ulong(_BY_PROGRAM), ctypes.byref(program), 0, 0)


def _step(kind: int, number: int, if_so: int = 0, if_not: int = 0) -> bytes:
    """One instruction of the kernel's packet filter; the last two are how many to skip."""
    return struct.pack("HBBI", kind, if_so, if_not, number)
