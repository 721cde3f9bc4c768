"""The reading process, for which a file called deadly is the end, as one that takes too much memory or time would be."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from corpus.reading import reading_process
from corpus.reading.folder import read_source
from corpus.reading.source_file import Reading, SourceFile
from corpus.settings import ReadingRules


def read(folder: Path, source: SourceFile, rules: ReadingRules, *_: object) -> Reading:
    if "deadly" in source.path:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_source(folder, source, rules)


if __name__ == "__main__":
    reading_process.read_source = read
    reading_process.main()
