"""The process in which `corpus.reading.apart` has files read: a line of JSON asks for one, a line of JSON says what came of it."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.formats.scans.recogniser import recogniser
from corpus.reading.confined import confine
from corpus.reading.folder import read_source
from corpus.reading.limits import allow_seconds, limit_memory
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
    limit_memory(MEMORY)

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer, default=str) + "\n")
        answers.flush()
        allow_seconds(SECONDS)

    recognise = recogniser(lambda number, total: say({"page": [number, total]}))
    allow_seconds(SECONDS)
    for line in sys.stdin:
        asked = json.loads(line)
        source, rules = SourceFile(**asked["source"]), ReadingRules(**asked["rules"])
        say(asdict(read_source(Path(asked["folder"]), source, rules, recognise)))


if __name__ == "__main__":
    main()
