"""Both layouts of labelled questions, and what is said of a broken one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from retrieval.evaluation.question_set import LabelledQuestion, load_question_set

IN_USE = Path("articles-in-use")


def write_lines(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")


@pytest.fixture
def beir(tmp_path: Path) -> Path:
    folder = tmp_path / "towns"
    write_lines(folder / "corpus.jsonl", {"_id": "a1", "title": "", "text": "东湾镇有九家企业。"})
    write_lines(
        folder / "queries.jsonl",
        {"_id": "q1", "text": "东湾镇有几家企业？", "metadata": {"asked_on": "2024-6-5", "answers": ["九家"], "temporal_type": "absolute"}},
        "",
        {"_id": "q2", "text": "没有判定的问题", "metadata": {}},
        {"_id": 3, "text": "数字编号", "metadata": None},
    )
    write_lines(folder / "qrels/test.tsv", "query-id\tcorpus-id\tscore", "q1\ta1\t1", "q1\ta2\t2", "q1\ta3\t0", "3\ta1\t1")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "parks"
    (folder / "articles").mkdir(parents=True)
    write_lines(
        folder / "questions.jsonl",
        {"id": "k1", "question": "谁是主任？", "file": "2022/talk.html", "answers": ["方晓"], "kind": "person", "asked_on": "2022-03-01"},
        {"id": "k2", "question": "火星上有园区吗？", "file": None, "answers": [], "kind": "unanswerable"},
        {
            "id": "k3",
            "question": "谁是主任？\u2028请回答",
            "file": "line-7",
            "also": ["b.txt"],
            "trap": "other-office",
            "note": "其他键不妨碍",
        },
    )
    return folder


def test_beir_questions_are_those_with_a_judgement(beir: Path) -> None:
    question_set = load_question_set(beir, IN_USE)
    assert (question_set.name, question_set.corpus) == ("towns", beir / "corpus.jsonl")
    assert question_set.questions == (
        LabelledQuestion("q1", "东湾镇有几家企业？", frozenset({"a1", "a2"}), ("九家",), "absolute", date(2024, 6, 5)),
        LabelledQuestion("3", "数字编号", frozenset({"a1"}), (), "", None),
    )


def test_our_own_layout_knows_questions_without_an_answer(own: Path) -> None:
    question_set = load_question_set(own, IN_USE)
    assert (question_set.name, question_set.corpus) == ("parks", own / "articles")
    assert question_set.questions == (
        LabelledQuestion("k1", "谁是主任？", frozenset({"2022/talk"}), ("方晓",), "person", date(2022, 3, 1)),
        LabelledQuestion("k2", "火星上有园区吗？", frozenset(), (), "unanswerable", None),
        LabelledQuestion("k3", "谁是主任？\u2028请回答", frozenset({"line-7", "b"}), (), "", None, "other-office"),
    )


def test_a_folder_in_neither_layout(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"holds neither questions\.jsonl nor corpus\.jsonl") as error:
        load_question_set(tmp_path, IN_USE)
    assert str(tmp_path) in str(error.value)


def test_a_folder_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"There is no folder .*elsewhere: name one that holds questions\.jsonl"):
        load_question_set(tmp_path / "elsewhere", IN_USE)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"id": "k4", "question": ', "Invalid JSON"),
        ('{"id": "k4", "question": "何时？", "answes": ["三月"]}', "unknown key 'answes'; did you mean answers?"),
        (
            '{"id": "k4", "question": "何时？", "weight": 3}',
            "unknown key 'weight'; there are asked_on, answers, id, question, file, also, kind",
        ),
        ("[1, 2]", "object"),
        ('{"question": "没有编号"}', "id: Field required"),
        ('{"id": "k4"}', "question: Field required"),
        (f'{{"id": "k4", "question": "{"何时？" * 101}"}}', "question: Value error, The question has 303 characters, more than 300"),
        ('{"id": "k4", "question": "何时？", "asked_on": "去年"}', "asked_on"),
        ('{"id": "k4", "question": "何时？", "asked_on": "2022-02-30"}', "asked_on"),
        ('{"id": "k4", "question": "何时？", "answers": "三月"}', "answers"),
        ('{"id": "k4", "question": "何时？", "file": ["a.txt"]}', "file"),
    ],
)
def test_a_broken_question_is_named_by_file_and_line(own: Path, line: str, complaint: str) -> None:
    path = own / "questions.jsonl"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError) as error:
        load_question_set(own, IN_USE)
    assert str(error.value).startswith(f"{path}:5 is not a question (")
    assert complaint in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("line", ["q1\ta1", "q1 a1 1", "q1\ta1\tone", "q1\ta1\t1\tmore"])
def test_a_broken_judgement_is_named_by_file_and_line(beir: Path, line: str) -> None:
    path = beir / "qrels/test.tsv"
    write_lines(path, "query-id\tcorpus-id\tscore", "q1\ta1\t1", line)
    with pytest.raises(CorpusError, match="separated by tabs") as error:
        load_question_set(beir, IN_USE)
    assert str(error.value).startswith(f"{path}:3 ")


def test_missing_judgements(beir: Path) -> None:
    (beir / "qrels/test.tsv").unlink()
    with pytest.raises(CorpusError, match=r"test\.tsv cannot be read"):
        load_question_set(beir, IN_USE)


def test_questions_alone_are_asked_of_the_corpus_in_use(own: Path) -> None:
    (own / "articles").rmdir()
    question_set = load_question_set(own, IN_USE)
    assert (question_set.corpus, [question.id for question in question_set.questions]) == (IN_USE, ["k1", "k2", "k3"])


def test_questions_in_another_charset(own: Path) -> None:
    (own / "questions.jsonl").write_bytes('{"id": "k1", "question": "谁？"}'.encode("gb18030"))
    with pytest.raises(CorpusError, match=r"questions\.jsonl cannot be read as UTF-8 text"):
        load_question_set(own, IN_USE)


def test_a_set_without_a_question(beir: Path, own: Path) -> None:
    write_lines(beir / "qrels/test.tsv", "query-id\tcorpus-id\tscore")
    (own / "questions.jsonl").write_text("\n \n")
    for folder in (beir, own):
        with pytest.raises(CorpusError, match="holds no question to ask"):
            load_question_set(folder, IN_USE)
