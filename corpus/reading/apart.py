"""Files read in a process of its own, which the system ends where one takes too much: that file is rejected, the others go on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

import corpus
from corpus.reading.recognised_pages import RecognisedPages
from corpus.reading.source_file import Reading, SourceFile, rejected
from corpus.reason import ReasonCode
from corpus.settings import ReadingRules

if TYPE_CHECKING:
    from corpus.formats.scans.recogniser import AfterPage

_MODULE = "corpus.reading.reading_process"
_READING = TypeAdapter(Reading)


class ReadingProcess:
    """Reads one file after another; begun with the first, and anew after one at which it ended."""

    def __init__(self, after_page: AfterPage, pages: RecognisedPages | None) -> None:
        """`after_page` is told how far the recognition of text in pictures is; what it gives is kept in `pages`."""
        self._after_page = after_page
        self._pages = pages
        self._process: subprocess.Popen[str] | None = None

    def __call__(self, folder: Path, source: SourceFile, rules: ReadingRules) -> Reading:
        """Read one file, as `corpus.reading.folder.read_source` does; one at which the process ends is too costly."""
        asked = {"folder": str(folder), "source": asdict(source), "rules": asdict(rules)}
        for said in self._answers(json.dumps(asked)):
            if "page" in said:
                self._after_page(*said["page"])
            elif "known" in said or "recognised" in said:
                self._remember(said)
            else:
                return _READING.validate_python(said)
        self.close()
        return rejected(source.path, ReasonCode.TOO_COSTLY)

    def _remember(self, said: Mapping[str, Any]) -> None:
        assert self._pages is not None  # noqa: S101 - or else the process had no folder to speak of
        if "known" in said:
            self._pages.used.add(said["known"])
        else:
            self._pages.keep_json(said["recognised"], json.dumps(said["as"]).encode())

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _answers(self, asked: str) -> Iterator[dict[str, Any]]:
        """What the process says until it has nothing more to say, or ends."""
        process = self._running()
        assert process.stdin is not None and process.stdout is not None  # noqa: S101 - pipes were asked for
        with suppress(OSError):
            process.stdin.write(asked + "\n")
            process.stdin.flush()
            while (line := process.stdout.readline()).endswith("\n"):
                yield json.loads(line)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            folder = (str(self._pages.folder.absolute()),) if self._pages else ()
            self._process = subprocess.Popen(  # noqa: S603 - our own
                (sys.executable, "-P", "-m", _MODULE, *folder),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="ascii",
                env=_environment(),
            )
        return self._process


@contextmanager
def reading_apart(after_page: AfterPage = lambda number, total: None, *, pages: RecognisedPages | None = None) -> Iterator[ReadingProcess]:
    """A reading process as long as the block runs."""
    process = ReadingProcess(after_page, pages)
    try:
        yield process
    finally:
        process.close()


def _environment() -> dict[str, str]:
    """Ours without settings, which the process needs none of and which may hold a secret; our packages are found wherever they lie."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("PARKQA_")}
    paths = [str(Path(corpus.__file__).resolve().parents[1]), *filter(None, kept.get("PYTHONPATH", "").split(os.pathsep))]
    return {**kept, "PYTHONPATH": os.pathsep.join(paths)}
