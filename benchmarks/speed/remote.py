"""The other end of benchmarks.speed.worker: starts a contestant's process and tells it what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora import ROOT

SURROUNDINGS = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "OMP_WAIT_POLICY": "PASSIVE",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPATH": str(ROOT),
}
"""Nothing is downloaded or reported; threads that wait take no processor time, which on a busy machine would cost some more than others.
Modules are compiled once, as an installed package's are."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run for a contestant, and the ways in which it can search."""

    module: str
    python: Path = Path(sys.executable)
    options: dict[str, Any] = field(default_factory=dict)
    modes: tuple[str, ...] = ("dense",)


class Worker:
    """A running contestant."""

    def __init__(self, program: Program, log: Path) -> None:
        self._log = log
        with log.open("w") as errors:
            self._process = subprocess.Popen(
                [program.python, "-m", "benchmarks.speed.worker", program.module, json.dumps(program.options)],
                **_pipes(errors),
            )

    def call(self, method: str, **arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - plain JSON
        """What came of it, with what it took. Ends the benchmark with the worker's log where the worker has ended."""
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(json.dumps({"call": method, "arguments": arguments}, ensure_ascii=False) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            sys.exit(f"{' '.join(map(str, self._process.args))} ended: {self._log.read_text()[-2000:]}")  # type: ignore[arg-type]
        reply: dict[str, Any] = json.loads(line)
        return reply

    def end(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def _pipes(errors: Any) -> dict[str, Any]:  # noqa: ANN401 - an open file
    environment = os.environ | SURROUNDINGS
    return {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": errors, "text": True, "cwd": ROOT, "env": environment}


@contextmanager
def workers(programs: dict[str, Program], logs: Path) -> Iterator[dict[str, Worker]]:
    """A process for each program, until the end of the block. All have loaded when it begins: none is timed while another one loads."""
    logs.mkdir(parents=True, exist_ok=True)
    started = {name: Worker(program, logs / f"{name}.log") for name, program in programs.items()}
    try:
        for worker in started.values():
            worker.call("nothing")
        yield started
    finally:
        for worker in started.values():
            worker.end()


def run_once(command: list[str | Path], log: Path) -> dict[str, float]:
    """A command from start to end: wall and processor seconds."""
    with log.open("w") as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | SURROUNDINGS, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}: {log.read_text()[-2000:]}")
    return {"seconds": seconds, "processor": used.ru_utime + used.ru_stime}
