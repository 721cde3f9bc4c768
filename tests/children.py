"""Work in forked children, each as clean as a fresh process and far quicker to start; strace may look on, and interfere."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

FAILED = 99


def in_child(work: Callable[[], object], *, may_be_killed: bool = False) -> int:
    """Run `work` in a child; returns the integer that it returned (0 for anything else), or minus the signal that ended it."""
    return _ended(fork(work), may_be_killed=may_be_killed)


def fork(work: Callable[[], object]) -> int:
    return os.fork() or run(work)


def run(work: Callable[[], object]) -> NoReturn:
    try:
        result = work()
    except BaseException:
        traceback.print_exc()
        os._exit(FAILED)
    os._exit(result if isinstance(result, int) else 0)


def traced(work: Callable[[], object], options: Sequence[str]) -> int:
    """The same, with strace attached before the first step."""
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGSTOP)
        run(work)
    os.waitpid(child, os.WUNTRACED)
    tracer = subprocess.Popen(["strace", *options, "-p", str(child)], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr
    assert "attached" in tracer.stderr.readline()
    os.kill(child, signal.SIGCONT)
    status = _ended(child)
    tracer.communicate()
    return status


def with_failing_call(work: Callable[[], object], calls: Sequence[str], number: int) -> int | None:
    """The same, where the kernel refuses the `number`-th of these calls in a thread, as on a bad disk; None where there are not so many."""
    with TemporaryDirectory() as folder:
        trace, names = Path(folder) / "trace", ",".join(calls)
        status = traced(work, ["-f", "-o", str(trace), "-e", f"trace={names}", "-e", f"inject={names}:error=EIO:when={number}"])
        return status if "(INJECTED)" in trace.read_text("ascii") else None


def can_trace() -> bool:
    """Whether strace is there and may be used."""
    return (
        shutil.which("strace") is not None
        and not subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode
    )


def _ended(child: int, *, may_be_killed: bool = False) -> int:
    _, wait_status = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(wait_status)
    if status == FAILED or (status < 0 and not may_be_killed):
        raise SystemExit(f"a child ended with {status}")
    return status
