"""A server's process: from its start to its end, what it takes meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from benchmarks.corpora import ROOT
from benchmarks.speed.remote import SURROUNDINGS


class ServerProcess:
    """With all that it started; what it prints goes to a log."""

    def __init__(self, command: Sequence[str | Path], environment: dict[str, str], log: Path) -> None:
        self._log = log
        with log.open("w") as output:
            surroundings = os.environ | SURROUNDINGS | environment
            self._process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=output, stderr=output)

    @property
    def number(self) -> int:
        return self._process.pid

    def check(self) -> None:
        """Ends the benchmark with the end of the log where the server has ended."""
        if self._process.poll() is not None:
            sys.exit(f"{self._log.stem} ended with {self._process.returncode}: {self._log.read_text()[-2000:]}")

    def end(self) -> None:
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.kill()
        self._process.wait()


def resident_megabytes(number: int) -> float:
    """Of a process and all that it started."""
    return float(sum(process.memory_info().rss for process in _family(number))) / 2**20


def processor_seconds(number: int) -> float:
    """Of a process and all that it started."""
    return float(sum(sum(process.cpu_times()[:4]) for process in _family(number)))


def _family(number: int) -> list[psutil.Process]:
    process = psutil.Process(number)
    return [process, *process.children(recursive=True)]
