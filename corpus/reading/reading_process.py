"""The process in which `corpus.reading.apart` has files read: a line of JSON asks for one, a line of JSON says what came of it."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from corpus.formats import PICTURE_SUFFIXES
from corpus.reading.confined import confine
from corpus.reading.folder import read_source
from corpus.reading.limits import allow_seconds, limit_memory
from corpus.reading.recognised_pages import KnownPages
from corpus.reading.source_file import SourceFile
from corpus.settings import ReadingRules

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise, RecognisedPage

MEMORY = 4 << 30
"""Bytes of addresses: several times what a file of the size that is allowed needs."""
SECONDS = 120
"""Of processor time for one file, and for each picture of a page in it whose text is recognised."""


@dataclass(frozen=True, slots=True)
class _PagesKeptElsewhere(KnownPages):
    """Pages that this process may read, and has its parent keep."""

    say: Callable[[dict[str, Any]], None]

    def get(self, key: str) -> RecognisedPage | None:
        page = KnownPages.get(self, key)
        if page:
            self.say({"known": key})
        return page

    def keep(self, key: str, page: RecognisedPage) -> None:
        self.say({"recognised": key, "as": asdict(page)})


def main() -> None:
    """Answer until nobody asks any more; the folder of recognised pages is the argument, if there is one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever reads this is interrupted as well, and ends it
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a library prints is no answer
    confine()
    limit_memory(MEMORY)

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer, default=str) + "\n")
        answers.flush()
        allow_seconds(SECONDS)

    memory = _PagesKeptElsewhere(Path(sys.argv[1]), say) if len(sys.argv) > 1 else None

    @cache
    def recogniser() -> Recognise | None:
        """Loaded for the first file that may hold a picture: what it needs takes a third of the time in which this process begins."""
        from corpus.formats.scans.recogniser import recogniser

        return recogniser(lambda number, total: say({"page": [number, total]}), memory)

    allow_seconds(SECONDS)
    for line in sys.stdin:
        asked = json.loads(line)
        source, rules = SourceFile(**asked["source"]), ReadingRules(**asked["rules"])
        recognise = recogniser() if PurePosixPath(source.path).suffix.lower() in PICTURE_SUFFIXES else None
        say(asdict(read_source(Path(asked["folder"]), source, rules, recognise)))


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:  # nobody waits for an answer any more
        os._exit(0)
