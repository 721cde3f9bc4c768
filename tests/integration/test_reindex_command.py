"""`parkqa reindex` as a process, over a small corpus that changes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.integration.command_line import only_json, parkqa, parkqa_here, run

STORIES = {
    "old-harbour.txt": """旧港园区新建码头
2023-04-05 来源：旧港日报
旧港园区的新码头昨天开工，计划两年建成，投资9亿元。园区管委会说，码头建成后能停靠五万吨的货轮。
""",
    "glass-works.txt": """玻璃厂迁入旧港园区
2023-06-07 来源：旧港日报
一家玻璃厂迁入旧港园区，带来260个工作岗位。厂长说，新厂房用天然气，能耗比老厂低三成。
""",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def changes(report: dict[str, object]) -> tuple[object, ...]:
    return tuple(report[name] for name in ("added", "changed", "removed", "unchanged"))


def test_it_follows_what_happens_to_the_articles(corpus: Path, tmp_path: Path) -> None:
    places = ("--corpus", corpus, "--index", tmp_path / "index")
    process = parkqa(tmp_path, "reindex", "--json", *places)
    assert process.returncode == 0, process.stderr
    assert changes(only_json(process)) == (["glass-works", "old-harbour"], [], [], 0)
    told = [json.loads(line) for line in process.stderr.splitlines()]
    assert all(line.keys() == {"stage", "done", "total"} for line in told)
    assert [line["stage"] for line in told if line["done"] == line["total"]] == [
        "reading",
        "splitting",
        "embedding",
        "comparing",
        "writing",
        "checking",
    ]

    (corpus / "old-harbour.txt").write_text(STORIES["old-harbour.txt"].replace("9亿元", "11亿元"), encoding="utf-8")
    (corpus / "glass-works.txt").unlink()
    (corpus / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    preview = parkqa(tmp_path, "reindex", "--dry-run", *places)
    assert "Dry run, nothing was written" in preview.stdout
    assert "broken.pdf" in preview.stdout
    assert preview.stderr == ""
    report = only_json(parkqa(tmp_path, "reindex", "--json", *places))
    assert changes(report) == ([], ["old-harbour"], ["glass-works"], 0)
    assert [rejection["path"] for rejection in report["rejected"]] == ["broken.pdf"]
    assert report["rejected"][0]["code"] == "broken"
    assert report["rejected"][0]["reason"].startswith("broken PDF: ")
    assert report["version"] == "000002"

    answer = only_json(parkqa(tmp_path, "ask", "旧港园区的码头投资多少", "--json", *places))
    assert "11亿元" in answer["quotes"][0]["text"]
    status = only_json(parkqa(tmp_path, "status", "--json", *places))
    assert [rejection["path"] for rejection in status["rejected"]] == ["broken.pdf"]


def test_an_unchanged_corpus_makes_no_new_version_unless_asked_to(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = ("--corpus", corpus, "--index", tmp_path / "index")
    parkqa_here(capsys, "reindex", *places)
    again = only_json(parkqa_here(capsys, "reindex", "--json", *places))
    assert (again["version"], again["embedded"], again["unchanged"]) == (None, 0, 2)
    full = only_json(parkqa_here(capsys, "reindex", "--full", "--json", *places))
    assert (full["version"], full["embedded"], full["unchanged"]) == ("000002", 0, 2)


def test_it_is_also_a_command_of_its_own(corpus: Path, tmp_path: Path) -> None:
    script = "from bot.terminal.cli import reindex_main; reindex_main()"
    process = run([sys.executable, "-c", script, "--dry-run", "--corpus", str(corpus), "--index", str(tmp_path / "index")], tmp_path)
    assert process.returncode == 0, process.stderr
    assert "2 articles" in process.stdout
    assert not (tmp_path / "index").exists()


def test_a_corpus_without_articles_keeps_the_index_and_is_an_error(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index = tmp_path / "index"
    parkqa_here(capsys, "reindex", "--corpus", corpus, "--index", index)
    empty = tmp_path / "unmounted"
    empty.mkdir()
    process = parkqa_here(capsys, "reindex", "--json", "--corpus", empty, "--index", index)
    assert process.returncode == 1
    assert only_json(process)["articles"] == 0
    assert process.stderr.splitlines()[-1].startswith(f"No article could be read in {empty}")
    assert only_json(parkqa_here(capsys, "status", "--json", "--index", index))["articles"] == 2


def test_a_missing_corpus_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "reindex", "--corpus", tmp_path / "absent", "--index", tmp_path / "index")
    assert process.returncode == 1
    (line,) = process.stderr.splitlines()
    assert str(tmp_path / "absent") in line
