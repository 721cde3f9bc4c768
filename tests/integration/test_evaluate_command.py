"""`parkqa evaluate` over a handful of questions with known answers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bot.admin.feedback import liked_file
from bot.store.feedback import Opinion
from tests.integration.command_line import only_json, parkqa_here

ARTICLES = {
    "pier": ("旧港园区新建码头", "旧港园区的新码头昨天开工，投资9亿元。"),
    "glass": ("玻璃厂迁入旧港园区", "一家玻璃厂迁入旧港园区，带来260个工作岗位。"),
}
QUESTIONS = {"q1": ("旧港园区的新码头投资多少", "pier"), "q2": ("玻璃厂带来多少个工作岗位", "glass")}


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evaluations leave nothing in the cache of whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def beir_folder(tmp_path: Path) -> Path:
    articles = [{"_id": name, "title": title, "text": text} for name, (title, text) in ARTICLES.items()]
    questions = [{"_id": name, "text": text} for name, (text, _) in QUESTIONS.items()]
    (tmp_path / "corpus.jsonl").write_text("\n".join(json.dumps(line) for line in articles), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text("\n".join(json.dumps(line) for line in questions), encoding="utf-8")
    (tmp_path / "qrels").mkdir()
    judged = [f"{name}\t{article}\t1" for name, (_, article) in QUESTIONS.items()]
    (tmp_path / "qrels" / "test.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *judged]), encoding="utf-8")
    return tmp_path


def test_a_folder_in_beir_layout(beir_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "evaluate", beir_folder, "--json")
    assert process.returncode == 0, process.stderr
    measures = only_json(process)
    assert (measures["questions"], measures["recall@1"], measures["verbatim"]) == (2, 1.0, 1.0)


def test_for_people_a_table(beir_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "evaluate", beir_folder)
    assert "recall@1" in process.stdout
    assert process.stderr == ""


def test_a_run_is_recorded_and_compared_with(beir_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    first = parkqa_here(capsys, "evaluate", beir_folder, "--out", tmp_path / "first", "--json")
    record = json.loads((tmp_path / "first" / "run.json").read_text(encoding="utf-8"))
    assert record == only_json(first)
    assert [row["id"] for row in record["outcomes"]] == ["q1", "q2"]
    assert record["circumstances"]["articles"] == len(ARTICLES)
    assert (tmp_path / "first" / "risk-coverage.png").stat().st_size > 1000

    record["outcomes"][0]["measures"]["recall@1"] = 0.0
    (tmp_path / "worse.json").write_text(json.dumps(record), encoding="utf-8")
    process = parkqa_here(capsys, "evaluate", beir_folder, "--against", tmp_path / "worse.json")
    assert process.returncode == 0, process.stderr
    assert "2 questions that both asked" in process.stdout
    assert "q1 旧港园区的新码头投资多少" in process.stdout
    again = only_json(parkqa_here(capsys, "evaluate", beir_folder, "--against", tmp_path / "worse.json", "--json"))
    assert again["comparison"]["changes"] == [{"id": "q1", "better": ["recall@1"], "worse": []}]


def test_without_matplotlib_the_record_is_there_and_the_picture_missed(
    beir_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    process = parkqa_here(capsys, "evaluate", beir_folder, "--out", tmp_path / "results")
    assert process.returncode == 0
    assert "risk-coverage.png was not drawn: it takes matplotlib" in process.stderr
    assert [path.name for path in (tmp_path / "results").iterdir()] == ["run.json"]


def test_a_wrong_record_is_an_error_before_any_work(beir_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "evaluate", beir_folder, "--against", beir_folder / "corpus.jsonl")
    assert process.returncode == 1
    assert "is not the record of an evaluation" in process.stderr
    assert process.stdout == ""


def test_a_folder_without_questions_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "evaluate", tmp_path)
    assert process.returncode == 1
    assert process.stderr.startswith(str(tmp_path))


def test_what_users_liked_is_a_question_set_over_the_corpus_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, exported = tmp_path / "corpus", tmp_path / "exported"
    corpus.mkdir()
    exported.mkdir()
    for name, (title, text) in ARTICLES.items():
        (corpus / f"v1.{name}.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    liked = [
        Opinion(f"token{number}", number, True, question, "2024-06-01", f"v1.{article}", ARTICLES[article][1], 0.0)
        for number, (question, article) in enumerate(QUESTIONS.values())
    ]
    document = liked_file([*liked, Opinion("t", 9, False, "旧港园区有几家餐馆", "2024-06-01", None, None, 0.0)])
    (exported / document.name).write_bytes(document.content)
    process = parkqa_here(capsys, "evaluate", exported, "--json", "--corpus", corpus, "--index", tmp_path / "index")
    assert process.returncode == 0, process.stderr
    measures = only_json(process)
    assert (measures["questions"], measures["recall@1"]) == (2, 1.0)
    assert [row["relevant"] for row in measures["outcomes"]] == [["v1.pier"], ["v1.glass"]]
    assert measures["answer in quote@1"] == 1.0
