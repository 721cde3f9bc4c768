"""One contestant in a process of its own: what it is told on standard input it does, and says what that took.

    python -m benchmarks.speed.worker MODULE OPTIONS

A line in is {"call": method, "arguments": {...}}; a line out has the result, wall and processor seconds and megabytes. Runs in the
environment of the contestant: nothing here but the standard library. The call "nothing" is answered as soon as the contestant has loaded.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any


def ask_each(contestant: Any, questions: list[str], mode: str) -> list[dict[str, Any]]:  # noqa: ANN401 - any contestant
    """Each question by itself: the article of the first passage, and what it took."""
    return [measured(contestant.ask, question, mode) for question in questions]


def measured(work: Any, *given: Any, **named: Any) -> dict[str, Any]:  # noqa: ANN401 - any call
    """What comes of a call, its wall seconds and the processor seconds of all threads and of children that ended meanwhile."""
    processor, started = _processor_seconds(), time.perf_counter()
    result = work(*given, **named)
    seconds = time.perf_counter() - started
    return {"result": result, "seconds": seconds, "processor": _processor_seconds() - processor}


def _processor_seconds() -> float:
    return sum(os.times()[:4])


def _memory() -> dict[str, float]:
    """Megabytes: resident now, and at most since the last call."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    megabytes = {name: int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")  # the peak is counted anew
    return {"resident MB": megabytes["VmRSS"], "peak MB": megabytes["VmHWM"]}


def main() -> None:
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print goes to the log
    contestant = import_module(sys.argv[1]).Contestant(**json.loads(sys.argv[2]))
    _memory()
    for line in sys.stdin:
        told = json.loads(line)
        if told["call"] == "ask_each":
            reply = measured(ask_each, contestant, **told["arguments"])
        elif told["call"] == "nothing":
            reply = measured(lambda: None)
        else:
            reply = measured(getattr(contestant, told["call"]), **told["arguments"])
        replies.write(json.dumps(reply | _memory(), ensure_ascii=False) + "\n")
        replies.flush()


if __name__ == "__main__":
    main()
