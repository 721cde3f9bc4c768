"""What benchmarks.quality prints and saves, on outcomes made by hand."""

from __future__ import annotations

import json

from benchmarks.quality.measuring import MeasuredSet
from benchmarks.quality.tables import ablation_table, kinds_table, ours_table, rankings_table
from retrieval.evaluation.evaluation import Evaluation
from retrieval.evaluation.question_outcome import QuestionOutcome
from tests.question_outcomes import outcome, quote

MADE_WITH = {"commit": "c0ffee1234567"}
QUESTIONS = 12


def evaluation(*, right: int) -> Evaluation:
    """The first so many questions are answered."""

    def answered(number: int) -> QuestionOutcome:
        return outcome(quote("a" if number < right else "b"), id_=str(number), took_ms=4.0)

    return Evaluation("mine", tuple(map(answered, range(QUESTIONS))), MADE_WITH)


OURS, WORSE = evaluation(right=12), evaluation(right=3)


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line.startswith("| ")][2:]


def test_rankings() -> None:
    assert lines(rankings_table({"mine": {"BM25": WORSE, "ours": OURS}})) == [
        "| mine | BM25 | 0.250 | 0.250 | 0.250 | 0.250 | 4 |",
        "| mine | ours | 1.000 | 1.000 | 1.000 | 1.000 | 4 |",
    ]


def test_ours_with_intervals() -> None:
    rows = lines(ours_table([WORSE]))
    assert rows[0] == "| questions | 12 |"
    assert rows[1] == "| recall@1 | 0.250 (0.083–0.500) |"


def test_kinds_without_those_that_nothing_is_known_of() -> None:
    unanswerable = outcome(relevant=(), answers=(), kind="unanswerable", found=False)
    rows = lines(kinds_table([Evaluation("mine", (*OURS.outcomes, unanswerable))]))
    assert rows == ["| mine | number | 12 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |"]


def test_ablation_marks_what_is_hardly_chance() -> None:
    little = evaluation(right=11)
    rows = lines(ablation_table({"mine": (OURS, {"time": WORSE, "length": little}), "yours": (OURS, {"time": OURS})}))
    assert rows == ["| time | -75.0* / -75.0* | +0.0 / +0.0 |", "| length | -8.3 / -8.3 |  |"]


def test_what_is_saved_holds_no_question() -> None:
    text = json.dumps(MeasuredSet(OURS, {"BM25": WORSE}, {"time": WORSE}).as_dict(), ensure_ascii=False)
    assert OURS.outcomes[0].question.text not in text
    saved = json.loads(text)
    assert (saved["recall@1"], saved["others"]["BM25"]["recall@1"], saved["without"]["time"]["median ms"]) == (1.0, 0.25, 4.0)
    assert (saved["circumstances"], saved["kinds"]["number"]["questions"]) == (MADE_WITH, 12)
