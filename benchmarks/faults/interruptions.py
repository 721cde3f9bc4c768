"""Work that is killed, meets a full or a bad disk, or loses the power: each is tried by a process that ends where what is left is wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.faults.outcomes import FINE, Trials

ROOT = Path(__file__).parents[2]


def interrupted(manner: str, quiet: int = 0) -> Callable[[Path, int], Trials]:
    """At every step in turn, or that often at random; the process checks what readers find, and ends where that is wrong."""
    at_random = manner == "at random"
    return lambda folder, trials: _run("tests.integration.interrupted_reindex", folder, manner, quiet, trials if at_random else 1)


def refused(subject: str) -> Callable[[Path, int], Trials]:
    """Each call to the kernel that changes the disk, in turn."""
    return lambda folder, _: _run("tests.integration.failing_calls", folder, subject, 1)


def upload(manner: str) -> Callable[[Path, int], Trials]:
    """Files on their way into the corpus, interrupted at every step in turn."""
    return lambda folder, _: _run("tests.integration.interrupted_upload", folder, manner)


def without_power(folder: Path, trials: int) -> Trials:
    """At a random step; of what was not synced any part is on the disk."""
    return _run("tests.integration.power_loss", folder, trials)


def _run(module: str, *arguments: object) -> Trials:
    done = subprocess.run([sys.executable, "-m", module, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False)
    found = Trials()
    found.outcomes[FINE] = len(done.stdout.splitlines())
    if done.returncode:
        found.outcomes["wrong"] = 1
        sys.stderr.write(done.stderr)
    return found
