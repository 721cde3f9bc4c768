"""The process in which `corpus.reading.apart` has files read: a line of JSON asks for one, a line of JSON says what came of it."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.formats.scans.recogniser import recogniser
from corpus.reading.confined import confine
from corpus.reading.folder import read_source
from corpus.reading.source_file import SourceFile
from corpus.settings import ReadingRules

MEMORY = 4 << 30
"""Bytes of addresses: several times what a file of the size that is allowed needs."""
SECONDS = 120
"""Of processor time for one file, and for each picture of a page in it whose text is recognised."""


def main() -> None:
    """Answer until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a library prints is no answer
    confine()
    _limit_memory()

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer, default=str) + "\n")
        answers.flush()
        _limit_seconds()

    recognise = recogniser(lambda number, total: say({"page": [number, total]}))
    _limit_seconds()
    for line in sys.stdin:
        asked = json.loads(line)
        source, rules = SourceFile(**asked["source"]), ReadingRules(**asked["rules"])
        say(asdict(read_source(Path(asked["folder"]), source, rules, recognise)))


def _limit_memory() -> None:
    with suppress(ImportError, ValueError):  # there is no such thing on Windows; somebody may have set a lower limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _limit_seconds() -> None:
    """From now on; the system ends the process then."""
    with suppress(ImportError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))


if __name__ == "__main__":
    main()
