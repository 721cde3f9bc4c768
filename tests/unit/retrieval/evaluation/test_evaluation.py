"""What is measured, on outcomes made by hand and on small folders in both layouts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from retrieval.evaluation.evaluation import Evaluation, evaluate
from retrieval.settings import RetrievalSettings
from retrieval.text.analyzer import Analyzer
from tests.park_reports import EMBEDDER, PLAIN_WEIGHTS
from tests.question_outcomes import outcome, quote


def test_traps_are_measured_apart() -> None:
    told, fooled = outcome(quote("a")), outcome(quote("a"), relevant=(), answers=())
    trapped = [replace(each, question=replace(each.question, trap="other-year")) for each in (told, fooled)]
    evaluation = Evaluation("set", (told, *trapped))
    assert {name: list(rows) for name, rows in evaluation.rows_by_trap.items()} == {"other-year": [1, 2]}
    assert evaluation.traps["other-year"]["false answers"].value == 1.0
    assert [one.get("trap") for one in evaluation.as_dict()["outcomes"]] == [None, "other-year", "other-year"]


def test_measures_of_a_set() -> None:
    sure = outcome(quote("a"), confidence=0.9)
    unsure = outcome(quote("b"), quote("a"), confidence=0.6, found=False)
    refused = outcome(quote("a"), relevant=(), answers=(), kind="unanswerable", found=False, confidence=0.1)
    fooled = outcome(quote("a"), relevant=(), answers=(), kind="unanswerable", confidence=0.7)
    evaluation = Evaluation("set", (sure, unsure, refused, fooled))
    values = {name: found.value for name, found in evaluation.measures.items()}
    assert values == {
        "recall@1": 0.5,
        "recall@3": 1.0,
        "recall@5": 1.0,
        "R@5": 1.0,
        "MRR@10": 0.75,
        "nDCG@10": pytest.approx((1 + 0.6309) / 2, abs=1e-4),
        "answer in quote@1": 0.5,
        "answer in quote@3": 1.0,
        "answer around quote@1": 0.5,
        "answer around quote@3": 1.0,
        "answer emphasised@1": 0.5,
        "answer marked@1": 0.0,
        "verbatim": 1.0,
        "right and found": 0.5,
        "coverage": 0.5,
        "false answers": 0.5,
        "false answers at 92% coverage": 0.5,
        "AUROC answerable": 0.75,
        "AUROC first quote right": 1.0,
        "calibration error": pytest.approx((0.1 + 0.6 + 0.1 + 0.7) / 4),
    }
    assert all(found.low <= found.value <= found.high for found in evaluation.measures.values())
    assert evaluation.measures == Evaluation("again", evaluation.outcomes).measures


def test_only_what_can_be_measured_is() -> None:
    unanswerable = outcome(relevant=(), answers=(), kind="", found=False)
    without_strings = outcome(quote("a"), answers=(), kind="")
    assert list(Evaluation("set", (unanswerable,)).measures) == ["verbatim", "false answers", "calibration error"]
    assert "answer in quote@1" not in Evaluation("set", (without_strings,)).measures
    assert Evaluation("set", (unanswerable,)).median_characters is None
    assert Evaluation("set", (unanswerable, without_strings)).kinds == {}


def test_everything_as_json() -> None:
    number, person = outcome(quote("a"), took_ms=3.0, id_="1"), outcome(quote("b"), kind="person", took_ms=1.0, id_="2")
    broken = outcome(quote("a", 0, 99), took_ms=2.04, id_="3")
    evaluation = Evaluation("mine", (number, person, broken), {"commit": "c0ffee"})
    report = json.loads(json.dumps(evaluation.as_dict()))
    assert (report["set"], report["questions"], report["median ms"], report["circumstances"]) == ("mine", 3, 2.0, {"commit": "c0ffee"})
    assert report["median characters"] == (18 + 18) / 2
    assert (report["recall@1"], report["verbatim"]) == (0.666667, 0.666667)
    assert report["95% intervals"]["recall@5"] == [0.0, 1.0]
    kinds = report["kinds"]
    assert {kind: (found["questions"], found["recall@1"]) for kind, found in kinds.items()} == {"number": (2, 1.0), "person": (1, 0.0)}
    rows = {row["id"]: row for row in report["outcomes"]}
    assert [rows[id_]["measures"]["answer in quote@1"] for id_ in "123"] == [1, 0, 1]
    assert (rows["2"]["kind"], rows["2"]["ranking"], rows["2"]["relevant"], rows["2"]["confidence"]) == ("person", ["b"], ["a"], 0.9)
    assert evaluation.values_by_question() == {id_: row["measures"] for id_, row in rows.items()}


@pytest.fixture
def without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, analyzer: Analyzer) -> RetrievalSettings:
    """Settings whose evaluations live below `tmp_path`, with the fake embedder, plain weights, and a dictionary that is loaded already."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("retrieval.models.embedding_models.load_embedder", lambda model, pool=None: EMBEDDER)
    monkeypatch.setattr("retrieval.ranking.learned_weights.load_weights", lambda: PLAIN_WEIGHTS)
    monkeypatch.setattr("retrieval.text.analyzer.Analyzer", lambda segment=None: analyzer)
    return RetrievalSettings()


def silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def write_json_lines(path: Path, *rows: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def parks(folder: Path) -> Path:
    """Our own layout: one question that is answered, one whose answer nobody wrote, one that the corpus cannot answer."""
    articles = {
        "2022/meeting.txt": "青屏经开区召开工作会议\n2022-02-18\n\n会议表彰了44家优秀企业，拿出950万元奖励。\n",
        "2021/meeting.txt": "青屏经开区召开工作会议\n2021-02-20\n\n会议表彰了31家优秀企业，拿出800万元奖励。\n",
        "crystal.txt": "北岭高新区：晶体照亮世界\n2023-05-06\n\n北岭的晶体工厂年产蓝宝石2600吨，产品销往十二个国家。\n",
    }
    for name, text in articles.items():
        (folder / "articles" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    write_json_lines(
        folder / "questions.jsonl",
        {
            "id": "1",
            "question": "去年青屏经开区表彰了多少家企业",
            "file": "2021/meeting.txt",
            "answers": ["31家"],
            "kind": "number",
            "asked_on": "2022-12-01",
        },
        {"id": "2", "question": "蓝宝石年产多少吨", "file": "crystal.txt", "answers": ["三千吨"], "kind": "number"},
        {"id": "3", "question": "明日潮汐几点退", "file": None, "answers": [], "kind": "unanswerable"},
    )
    return folder


def test_a_folder_in_our_own_layout(tmp_path: Path, without_a_model: RetrievalSettings) -> None:
    evaluation = evaluate(parks(tmp_path / "parks"), without_a_model, progress=silent)
    assert [outcome.ranking[0] for outcome in evaluation.outcomes[:2]] == ["2021/meeting", "crystal"]
    assert [outcome.answer.question.asked_on for outcome in evaluation.outcomes[:1]] == [date(2022, 12, 1)]
    report = evaluation.as_dict()
    assert (report["set"], report["questions"], report["verbatim"]) == ("parks", 3, 1)
    assert (report["recall@1"], report["MRR@10"], report["coverage"], report["false answers"]) == (1, 1, 1, 0)
    assert (report["answer in quote@1"], report["answer in quote@3"], report["answer emphasised@1"]) == (0.5, 0.5, 0.5)


def test_a_folder_in_the_beir_layout(tmp_path: Path, without_a_model: RetrievalSettings) -> None:
    folder = tmp_path / "towns"
    write_json_lines(
        folder / "corpus.jsonl",
        {"_id": "c1", "title": "食堂", "text": "食堂换了新灶具，午餐供应到下午两点。"},
        {"_id": "c2", "title": "公交", "text": "七路公交车改走滨河大道，增设四个站点。"},
    )
    write_json_lines(folder / "queries.jsonl", {"_id": "q1", "text": "七路公交车增设几个站点"}, {"_id": "q2", "text": "七路公交车走哪里"})
    (folder / "qrels").mkdir()
    (folder / "qrels/test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tc2\t1\nq2\tc1\t1\n")
    evaluation = evaluate(folder, without_a_model, progress=silent)
    assert [outcome.ranking for outcome in evaluation.outcomes] == [("c2", "c1"), ("c2", "c1")]
    report = evaluation.as_dict()
    assert (report["recall@1"], report["recall@3"], report["MRR@10"]) == (0.5, 1, 0.75)
    assert "answer in quote@1" not in report


def test_a_second_evaluation_embeds_nothing_and_leaves_the_users_index_alone(tmp_path: Path, without_a_model: RetrievalSettings) -> None:
    settings = without_a_model.model_copy(update={"index": without_a_model.index.model_copy(update={"folder": tmp_path / "mine"})})
    folder = parks(tmp_path / "parks")
    first = evaluate(folder, settings, progress=silent)
    encoded = EMBEDDER.encoded
    second = evaluate(folder, settings, progress=silent)
    assert EMBEDDER.encoded == encoded
    assert [outcome.ranking for outcome in second.outcomes] == [outcome.ranking for outcome in first.outcomes]
    assert not (tmp_path / "mine").exists()
    assert next((tmp_path / "cache/parkqa/evaluations").iterdir()).name.startswith("parks-")


def test_a_changed_corpus_is_indexed_again(tmp_path: Path, without_a_model: RetrievalSettings) -> None:
    folder = parks(tmp_path / "parks")
    evaluate(folder, without_a_model, progress=silent)
    (folder / "articles/crystal.txt").unlink()
    assert "crystal" not in evaluate(folder, without_a_model, progress=silent).outcomes[1].ranking


def test_progress_tells_of_every_question(tmp_path: Path, without_a_model: RetrievalSettings) -> None:
    told: list[tuple[str, int, int]] = []
    evaluate(parks(tmp_path / "parks"), without_a_model, progress=lambda stage, done, total: told.append((stage, done, total)))
    assert [entry for entry in told if entry[0] == "asking"] == [("asking", 1, 3), ("asking", 2, 3), ("asking", 3, 3)]


def test_a_folder_without_readable_articles(tmp_path: Path, without_a_model: RetrievalSettings) -> None:
    folder = parks(tmp_path / "parks")
    for path in (folder / "articles").rglob("*.txt"):
        path.write_bytes(b"\x00\x01" * 500)
    with pytest.raises(CorpusError, match="holds no article that can be read"):
        evaluate(folder, without_a_model, progress=silent)


def test_a_folder_in_no_layout(tmp_path: Path, without_a_model: RetrievalSettings) -> None:
    with pytest.raises(CorpusError, match="holds neither"):
        evaluate(tmp_path, without_a_model, progress=silent)
    assert not (tmp_path / "cache").exists()
