"""The file that a later run is compared with."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from retrieval.errors import RunUnusable
from retrieval.evaluation import run_record
from retrieval.evaluation.evaluation import Evaluation
from retrieval.evaluation.run_record import EarlierRun, commit, load_earlier, prepare_folder, save_record
from tests.question_outcomes import outcome, quote


def test_a_record_is_read_back(tmp_path: Path) -> None:
    evaluation = Evaluation("mine", (outcome(quote("a"), id_="1"), outcome(quote("b"), id_="2")))
    prepare_folder(tmp_path / "new" / "results")
    save_record(evaluation.as_dict(), tmp_path / "new" / "results")
    assert load_earlier(tmp_path / "new" / "results" / "run.json") == EarlierRun("mine", evaluation.values_by_question())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"set": "a", "outcomes": [{"id": "1"}]}', '{"set": "a", "outcomes": 7}', "\x00"])
def test_a_file_that_is_no_record(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text)
    with pytest.raises(RunUnusable, match=re.escape(f"{path} is not the record of an evaluation")):
        load_earlier(path)


def test_a_record_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(RunUnusable, match=r"run\.json cannot be read \(No such file"):
        load_earlier(tmp_path / "run.json")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunUnusable, match="cannot be made"):
        prepare_folder(tmp_path / "file" / "results")
    with pytest.raises(RunUnusable, match="cannot be written"):
        save_record({}, tmp_path / "file")


def test_the_commit_is_a_commit_or_unknown() -> None:
    found = commit()
    assert found is None or re.fullmatch(r"[0-9a-f]{40}(-dirty)?", found)


def test_what_a_program_writes_itself_does_not_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def git(*command: str) -> str:
        return subprocess.run(["git", "-C", tmp_path, *command], check=True, capture_output=True, text=True).stdout.strip()

    module, page = tmp_path / "code" / "module.py", tmp_path / "docs" / "page.md"
    for path in (module, page):
        path.parent.mkdir()
        path.write_text("before")
    git("init", "--quiet")
    git("add", ".")
    git("-c", "user.name=Somebody", "-c", "user.email=somebody@example.invalid", "commit", "--quiet", "--message", "Begin")
    monkeypatch.setattr(run_record, "__file__", str(module))
    made_of = git("rev-parse", "HEAD")
    assert commit() == made_of
    page.write_text("after")
    (tmp_path / "new").write_text("not tracked")
    assert (commit(), commit(["docs"])) == (f"{made_of}-dirty", made_of)
    module.write_text("after")
    assert commit(["docs"]) == f"{made_of}-dirty"


def test_no_commit_without_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit() is None


def test_records_are_plain_json(tmp_path: Path) -> None:
    save_record({"名": 1}, tmp_path)
    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8")) == {"名": 1}
