from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.commands.question_file import FiledQuestion, QuestionFileError, read_questions


def entries(folder: Path, content: bytes) -> list[FiledQuestion | QuestionFileError]:
    path = folder / "questions.jsonl"
    path.write_bytes(content)
    return list(read_questions(path))


def test_questions_in_order(tmp_path: Path) -> None:
    lines = '﻿{"id": 1, "question": "谁？"}\n\n{"id": "b", "question": "何时？", "asked_on": "2022-03-01"}\r\n{"question": "哪里？"}'
    assert entries(tmp_path, lines.encode()) == [
        FiledQuestion(1, "谁？", None),
        FiledQuestion("b", "何时？", date(2022, 3, 1)),
        FiledQuestion(None, "哪里？", None),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe{}", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"id": 1}', '"question" is missing or empty'),
        (b'{"id": 1, "question": " "}', '"question" is missing or empty'),
        (b'{"id": 1, "question": 5}', '"question" is missing or empty'),
        (b'{"id": [1], "question": "a"}', '"id" must be text or a number'),
        (b'{"id": 1, "question": "a", "asked_on": "yesterday"}', '"asked_on" must be a date'),
        (b'{"id": 1, "question": "a", "asked_on": 5}', '"asked_on" must be a date'),
    ],
)
def test_a_bad_line_is_named_and_the_next_goes_on(tmp_path: Path, line: bytes, problem: str) -> None:
    bad, good = entries(tmp_path, line + b'\n{"id": 2, "question": "ok"}\n')
    assert isinstance(bad, QuestionFileError)
    assert str(bad).startswith(f"{tmp_path / 'questions.jsonl'}:1: {problem}")
    assert good == FiledQuestion(2, "ok", None)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match=r"absent\.jsonl cannot be read \(No such file"):
        list(read_questions(tmp_path / "absent.jsonl"))


@given(st.lists(st.tuples(st.integers(), st.text(min_size=1).filter(str.strip))))
def test_whatever_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, questions: list[tuple[int, str]]) -> None:
    content = "".join(json.dumps({"id": number, "question": text}) + "\n" for number, text in questions)
    read = entries(tmp_path_factory.mktemp("questions"), content.encode())
    assert read == [FiledQuestion(number, text, None) for number, text in questions]
