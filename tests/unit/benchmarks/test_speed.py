"""The arithmetic of benchmarks.speed, and what the page says of a record made by hand."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpora import corpus_of, questions
from benchmarks.page import BEGIN, END, LONGEST, between, draw, wrapped
from benchmarks.record import newest, save
from benchmarks.speed.__main__ import asked_by
from benchmarks.speed.figures import lasted, percentiles, ratio, right_share, turned
from benchmarks.speed.recorded import Recorded
from benchmarks.speed.remote import Program, workers
from benchmarks.speed.tables import text

OURS, READING, OTHER = "parkqa, without the reader", "parkqa, with the reader", "txtai, dense"


def test_percentiles() -> None:
    assert percentiles([float(value) for value in range(101)]) == {"p50": 50.0, "p95": 95.0, "p99": 99.0}
    assert percentiles([7.0]) == {"p50": 7.0, "p95": 7.0, "p99": 7.0}


def test_a_ratio_is_of_values_of_one_round() -> None:
    assert ratio([4.0, 40.0, 6.0], [2.0, 20.0, 2.0]) == 2.0
    with pytest.raises(ValueError, match="shorter"):
        ratio([1.0, 2.0], [1.0])


def test_right_share() -> None:
    assert right_share(["a", "b", "c", ""], [frozenset("ab"), frozenset("a"), frozenset("c"), frozenset("a")]) == 0.5


def test_stages_last_from_the_end_of_the_one_before() -> None:
    assert lasted({"reading": 2.0, "writing": 2.5, "publishing": 4.0}) == {"reading": 2.0, "writing": 0.5, "publishing": 1.5}
    assert lasted({}) == {}


def test_everybody_is_first_once() -> None:
    assert [turned("abc", number) for number in range(4)] == [list("abc"), list("bca"), list("cab"), list("abc")]


def test_nobody_is_timed_while_another_one_loads(tmp_path: Path) -> None:
    programs = {name: Program("tests.slow_to_load", options={"loaded": str(tmp_path / name)}) for name in ("first", "second")}
    with workers(programs, tmp_path / "logs") as running:
        assert all((tmp_path / name).exists() for name in programs)
        assert running["first"].call("index", corpus="here")["result"] == "here"


def asked(*milliseconds: float) -> dict[str, Any]:
    """One question in each of the rounds."""
    rounds = [{"milliseconds": [each], "processor milliseconds": [2 * each]} for each in milliseconds]
    return {"rounds": rounds, "recall@1": 0.9, "resident MB": 200.0, "open seconds": 0.1}


def at(slower: float) -> dict[str, Any]:
    """What was measured at one size."""
    steps = [{"embedding it": 0.008 * slower, "the searches": 0.002}]
    indexed = {"seconds": 3.0, "processor": 4.0, "peak MB": 500.0, "index MB": 7.0}
    return {
        "growth": {"parkqa": indexed | {"stages": {"reading": 1.0, "writing": 2.0}, "unchanged": 0.25}, "txtai": indexed},
        "asking": {
            OURS: asked(10 * slower, 20 * slower, 12 * slower),
            READING: asked(30, 40, 50) | {"stages": steps, "together": [1.4, 1.8, 1.6]},
            OTHER: asked(25 * slower, 40 * slower, 24 * slower),
        },
        "cold": {OTHER: {"seconds": [6.0, 8.0, 7.0], "processor": [5.0, 5.0, 5.0]}},
    }


FIGURES = {
    "indexing": {
        "passages": 100,
        "by": {
            "parkqa": {
                "seconds": [2.0, 4.0, 2.0],
                "processor": [3.0, 3.0, 3.0],
                "peak MB": 900.0,
                "stages": [{"reading": 0.2, "embedding": 1.8}, {"embedding": 3.8}, {"embedding": 1.6}],
            },
            "txtai": {"seconds": [4.0, 6.0, 5.0], "processor": [6.0, 6.0, 6.0], "peak MB": 1300.0},
        },
    },
    "sizes": {"1000": at(1), "10000": at(3)},
}
CONFIG = {
    "corpora": {"1000": {"passages": 1000, "articles": {"invented parks": 280, "news": 90}}},
    "rounds": 3,
    "questions": 3,
    "weights": "float32",
    "peers": {"txtai": "9"},
}


@pytest.fixture
def recorded(tmp_path: Path) -> Recorded:
    save("speed", CONFIG, FIGURES, tmp_path)
    record = newest("speed", tmp_path)
    assert record
    return Recorded(record)


def test_a_record_names_machine_and_commit(recorded: Recorded, tmp_path: Path) -> None:
    assert recorded.record["machine"]["cores"] >= 1
    assert {"made at", "commit", "config"} <= recorded.record.keys()
    assert newest("quality", tmp_path) is None


def test_ratios_to_the_others(recorded: Recorded) -> None:
    assert recorded.rates("parkqa") == [50.0, 25.0, 50.0]
    assert recorded.indexing_ratio("txtai", "seconds") == 2.0
    assert recorded.asking_ratio(1000, OTHER) == 2.0
    assert recorded.question_stages(10000) == pytest.approx({"embedding it": 24.0, "the searches": 2.0})


def test_how_much_two_at_once_bring(recorded: Recorded) -> None:
    assert recorded.together(1000) == {READING: 1.6}
    assert f"Two questions at once on two threads: {READING} 1.60 times as many a second." in text(recorded, "pictures")


def test_the_page(recorded: Recorded) -> None:
    page = between(f"before\n{BEGIN}\nof last time\n{END}\nafter".format("speed", "speed"), "speed", text(recorded, "pictures"))
    assert "of last time" not in page
    assert page.startswith("before\n")
    assert page.endswith("\nafter")
    lines = page.splitlines()
    assert "| txtai | 20.0 | 60.0 | 2.00 | 2.00 | 1300 |" in lines
    assert "| txtai, dense | 25.0 | 38.5 | 39.7 | 50.0 | 2.00 | 2.00 | 0.900 | 200 | 7.00 | 5.00 |" in lines
    assert "| embedding it | 8.0 | 24.0 |" in lines
    assert "| a run without a change | 0.25 | 0.25 |" in lines
    assert "Of ours 90% is embedding." in lines
    assert "280 (invented parks), 90 (news)" in page


def test_only_tables_have_long_lines() -> None:
    row = f"| {'a b ' * 60} |"
    first, empty, begun, *others = wrapped(f"{row}\n\n- {'a b ' * 60}").splitlines()
    assert (first, empty, begun[:6]) == (row, "", "- a b ")
    assert others
    assert all(len(line) <= LONGEST for line in (begun, *others))
    assert all(line.startswith("  ") for line in others)


def test_the_pictures(recorded: Recorded, tmp_path: Path) -> None:
    draw(recorded, tmp_path / "pictures")
    drawn = {path.name: path.read_bytes() for path in (tmp_path / "pictures").iterdir()}
    assert set(drawn) == {"indexing.svg", "questions-1000.svg", "questions-10000.svg", "steps.svg", "growth.svg"}
    draw(recorded, tmp_path / "pictures")
    assert drawn == {path.name: path.read_bytes() for path in (tmp_path / "pictures").iterdir()}


def test_the_short_form_asks_questions_of_the_whole_set() -> None:
    every = questions()
    few = asked_by(Namespace(questions=None, full=False))
    assert len(few) == len(set(few)) == 100
    assert (few[0], few[-1] in every[-2:]) == (every[0], True)
    assert asked_by(Namespace(questions=None, full=True)) == every
    assert asked_by(Namespace(questions=7, full=False)) == every[:7]


def test_a_corpus_holds_all_that_is_asked_for_and_no_more_than_it_takes(tmp_path: Path) -> None:
    corpus = corpus_of(80, None, tmp_path)
    assert 80 <= corpus.passages < 90
    files = {path.relative_to(corpus.folder / "files").with_suffix("").as_posix() for path in corpus.folder.rglob("*.txt")}
    assert {article for question in questions() for article in question.articles} <= files
    assert corpus_of(80, None, tmp_path) == corpus
