"""Questions in a file, one JSON object a line: {"id", "question", "asked_on"?}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.errors import ParkQAError


class QuestionFileError(ParkQAError):
    """A file of questions, or a line in it, cannot be read."""


@dataclass(frozen=True, slots=True)
class FiledQuestion:
    """One line of the file."""

    id: str | int | None
    question: str
    asked_on: date | None


def read_questions(path: Path) -> Iterator[FiledQuestion | QuestionFileError]:
    """The questions in order as they are read; a bad line yields its error instead, and the lines after it go on.

    Raises QuestionFileError where the file itself cannot be read.
    """
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _entry(line, f"{path}:{number}")
    except OSError as error:
        raise QuestionFileError(f"{path} cannot be read ({error.strerror}); give a file with one JSON object a line.") from None


def _entry(line: bytes, place: str) -> FiledQuestion | QuestionFileError:
    try:
        return _parse(line)
    except QuestionFileError as error:
        return QuestionFileError(f"{place}: {error}")


def _parse(line: bytes) -> FiledQuestion:
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except RecursionError:
        raise QuestionFileError('nested too deep; a line is an object such as {"id": 1, "question": "…"}.') from None
    except ValueError as error:  # not UTF-8, or not JSON
        raise QuestionFileError(f'not JSON ({error}); a line is an object such as {{"id": 1, "question": "…"}}.') from None
    if not isinstance(entry, dict):
        raise QuestionFileError('not a JSON object; a line is an object such as {"id": 1, "question": "…"}.')
    identifier, question, asked_on = entry.get("id"), entry.get("question"), entry.get("asked_on")
    if not isinstance(identifier, str | int | None):
        raise QuestionFileError('"id" must be text or a number.')
    if not isinstance(question, str) or not question.strip():
        raise QuestionFileError('"question" is missing or empty.')
    try:
        return FiledQuestion(identifier, question, None if asked_on is None else date.fromisoformat(asked_on))
    except (TypeError, ValueError):
        raise QuestionFileError('"asked_on" must be a date such as "2022-02-09".') from None
