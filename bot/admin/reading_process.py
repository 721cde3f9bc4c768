"""The process that reads files for `bot.admin.inspecting`: names on stdin, a line of JSON for each on stdout."""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import replace
from pathlib import Path

from bot.admin.inspection import ARTICLES, EXAMPLES, LONGEST_COMPARED, READING_SECONDS, Inspection, as_line
from bot.messages.one_line import one_line
from corpus.reading.preview import preview
from corpus.reading.source_file import SourceFile
from corpus.settings import ReadingRules

MEMORY = 2 << 30
"""Bytes of addresses: several times what a file of the size that is allowed needs."""
REJECTIONS = 5
LONGEST = 200


def main() -> None:
    """Read each file and say what it holds."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (READING_SECONDS, READING_SECONDS))
    folder, rules = Path(sys.argv[1]), ReadingRules(**json.loads(sys.argv[2]))
    for name in json.load(sys.stdin):
        sys.stdout.write(as_line(_inspected(folder, name, rules)) + "\n")
        sys.stdout.flush()


def _inspected(folder: Path, name: str, rules: ReadingRules) -> Inspection:
    source = SourceFile(name, (folder / name).stat().st_size, 0)
    seen = preview(folder, source, rules)
    return Inspection(
        articles=tuple(replace(article, text=article.text[:LONGEST_COMPARED]) for article in seen.articles[:ARTICLES]),
        total=len(seen.articles),
        rejections=seen.rejections[:REJECTIONS],
        left_out=len(seen.left_out),
        examples=tuple(one_line(line, LONGEST) for line in seen.left_out[:EXAMPLES]),
        remarks=seen.remarks[:REJECTIONS],
    )


if __name__ == "__main__":
    main()
