"""Questions with known answers, in either of two layouts.

- BEIR (Thakur et al. 2021): corpus.jsonl, queries.jsonl, qrels/test.tsv. A query's `metadata` may hold `asked_on` and `answers`.
- Our own: articles/ and questions.jsonl with lines {"id", "question", "file", "answers", "kind", "asked_on"?}; `file` is the name of the
  article's file or its id, null where the corpus holds no answer.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from corpus.errors import CorpusError


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question, the articles that answer it (none: it cannot be answered), and strings that a full answer holds."""

    id: str
    text: str
    relevant: frozenset[str]
    answers: tuple[str, ...]
    kind: str
    asked_on: date | None


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions and the corpus folder or file that they are asked of."""

    name: str
    corpus: Path
    questions: tuple[KnownQuestion, ...]


def load_question_set(folder: Path) -> QuestionSet:
    """Read a folder in either layout. Raises CorpusError when it is in neither, or a line of it cannot be read."""
    if (folder / "queries.jsonl").is_file() and (folder / "corpus.jsonl").is_file():
        return QuestionSet(folder.name, folder / "corpus.jsonl", tuple(_beir(folder)))
    if (folder / "questions.jsonl").is_file() and (folder / "articles").is_dir():
        return QuestionSet(folder.name, folder / "articles", tuple(_own(folder / "questions.jsonl")))
    raise CorpusError(f"{folder} holds neither articles/ and questions.jsonl nor corpus.jsonl, queries.jsonl and qrels/test.tsv.")


def parse_day(text: str) -> date:
    """2024-06-15 or 2024-6-15. Raises ValueError."""
    year, month, day = (int(part) for part in text.split("-"))
    return date(year, month, day)


def _beir(folder: Path) -> Iterator[KnownQuestion]:
    relevant: dict[str, set[str]] = defaultdict(set)
    judgements = folder / "qrels" / "test.tsv"
    try:
        for line in judgements.read_text(encoding="utf-8").splitlines()[1:]:
            query, article, grade = line.split("\t")
            if int(grade) > 0:
                relevant[query].add(article)
    except (OSError, ValueError) as error:
        raise CorpusError(f"{judgements} cannot be read as query-id, corpus-id, score: {error}") from error
    for row in _rows(folder / "queries.jsonl"):
        details = row.get("metadata") or {}
        if row["_id"] in relevant:
            yield _known(row["_id"], row["text"], relevant[row["_id"]], details, details.get("temporal_type", ""))


def _own(path: Path) -> Iterator[KnownQuestion]:
    for row in _rows(path):
        relevant = {row["file"].removesuffix(PurePosixPath(row["file"]).suffix)} if row.get("file") else set()
        yield _known(row["id"], row["question"], relevant, row, row.get("kind", ""))


def _known(id_: str, text: str, relevant: set[str], details: dict[str, Any], kind: str) -> KnownQuestion:
    asked_on = parse_day(details["asked_on"]) if details.get("asked_on") else None
    return KnownQuestion(id_, text, frozenset(relevant), tuple(details.get("answers") or ()), kind, asked_on)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise CorpusError(f"{path}:{number} is not a JSON object: {error}") from error
            if isinstance(row, dict):
                yield row
