"""The process that reads files for `bot.admin.inspecting`: names on stdin, a line of JSON for each on stdout, its progress on stderr."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from bot.admin.inspection import ARTICLES, EXAMPLES, LONGEST_COMPARED, READING_SECONDS, Inspection, as_line
from bot.messages.one_line import one_line
from corpus.formats.pdf.recognition import Recognise
from corpus.formats.scans.recogniser import recogniser
from corpus.reading.confined import confine
from corpus.reading.limits import allow_seconds, limit_memory
from corpus.reading.preview import preview
from corpus.reading.source_file import SourceFile
from corpus.settings import ReadingRules
from retrieval.progress import StageProgress

MEMORY = 2 << 30
"""Bytes of addresses: several times what a file of the size that is allowed needs."""
REJECTIONS = 5
LONGEST = 200


def main() -> None:
    """Read each file and say what it holds."""
    confine()
    limit_memory(MEMORY)
    allow_seconds(READING_SECONDS)
    recognise = recogniser(_after_picture)
    folder, rules = Path(sys.argv[1]), ReadingRules(**json.loads(sys.argv[2]))
    for name in json.load(sys.stdin):
        sys.stdout.write(as_line(_inspected(folder, name, rules, recognise)) + "\n")
        sys.stdout.flush()


def _inspected(folder: Path, name: str, rules: ReadingRules, recognise: Recognise | None) -> Inspection:
    source = SourceFile(name, (folder / name).stat().st_size, 0)
    seen = preview(folder, source, rules, recognise)
    return Inspection(
        articles=tuple(replace(article, text=article.text[:LONGEST_COMPARED]) for article in seen.articles[:ARTICLES]),
        total=len(seen.articles),
        rejections=seen.rejections[:REJECTIONS],
        left_out=len(seen.left_out),
        examples=tuple(one_line(line, LONGEST) for line in seen.left_out[:EXAMPLES]),
        remarks=seen.remarks[:REJECTIONS],
    )


def _after_picture(number: int, total: int) -> None:
    """Tell the bot, and go on."""
    sys.stderr.write(StageProgress("recognising", number, total).as_line() + "\n")
    sys.stderr.flush()
    allow_seconds(READING_SECONDS)


if __name__ == "__main__":
    main()
