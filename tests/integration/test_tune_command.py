"""`parkqa tune` over handfuls of questions with known answers."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from retrieval.ranking.features import FEATURES
from retrieval.ranking.learned_weights import load_weights
from tests.integration.command_line import parkqa_here

REPORTS = {
    "pier": "旧港园区的新码头昨天开工，投资9亿元，工期三年。",
    "glass": "一家玻璃厂迁入旧港园区，带来260个工作岗位。",
    "buses": "通往园区的公交车增加到十二趟，末班车延长到晚上十点。",
}
QUESTIONS = {"新码头投资多少": ("pier", "9亿元"), "玻璃厂带来多少个工作岗位": ("glass", "260个"), "公交车有几趟": ("buses", "十二趟")}


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tuning leaves nothing in the cache of whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


def question_set(folder: Path) -> Path:
    (folder / "articles").mkdir(parents=True)
    for name, text in REPORTS.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = [
        {"id": str(number), "question": question, "file": f"{name}.txt", "answers": [answer], "kind": "number"}
        for number, (question, (name, answer)) in enumerate(QUESTIONS.items())
    ]
    (folder / "questions.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return folder


def test_weights_on_stdout_and_a_row_for_each_set_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "tune", question_set(tmp_path / "morning"), question_set(tmp_path / "evening"))
    assert process.returncode == 0, process.stderr
    assert process.stdout.startswith("# Learned from morning, evening by `parkqa tune`")
    tables = tomllib.loads(process.stdout)
    assert list(tables["ranking"]) == list(FEATURES)
    assert tables["ranking"]["bigram coverage"] > 0
    rows = {row.split("│")[1].strip(): row for row in process.stderr.splitlines() if row.startswith("│")}
    assert {name: [cell.strip() for cell in row.split("│")[2:5]] for name, row in rows.items()} == {
        "morning": ["3", "1.000", "1.000"],
        "evening": ["3", "1.000", "1.000"],
    }


def test_the_confidence_alone_leaves_the_ranking_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "tune", "--keep-ranking", question_set(tmp_path / "morning"))
    assert process.returncode == 0, process.stderr
    tables, in_use = tomllib.loads(process.stdout), load_weights()
    assert tables["ranking"] == pytest.approx(in_use.ranking, abs=0.001)
    assert list(tables["confidence"]) == list(in_use.confidence)
    assert tables["confidence"] != pytest.approx(in_use.confidence, abs=0.001)
    assert "│" not in process.stderr


def test_a_folder_without_questions_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "tune", tmp_path)
    assert (process.returncode, process.stdout) == (1, "")
    assert process.stderr.startswith(str(tmp_path))
