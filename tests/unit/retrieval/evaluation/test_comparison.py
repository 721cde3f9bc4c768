"""Two runs side by side, question by question."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from retrieval.errors import RunUnusable
from retrieval.evaluation.comparison import Change, Difference, Values, compare
from retrieval.evaluation.run_record import EarlierRun


def run(**values: dict[str, float]) -> EarlierRun:
    return EarlierRun("earlier", values)


def answered(first: str, measure: str = "recall@1") -> Values:
    """One question for each digit."""
    return {f"q{place}": {measure: float(digit)} for place, digit in enumerate(first)}


def test_better_worse_and_same() -> None:
    now = {"a": {"recall@1": 1.0, "MRR@10": 1.0}, "b": {"recall@1": 0.0, "MRR@10": 0.5}, "c": {"recall@1": 1.0, "MRR@10": 1.0}}
    before = run(a={"recall@1": 0.0, "MRR@10": 0.5}, b={"recall@1": 0.0, "MRR@10": 0.25}, c={"recall@1": 1.0, "MRR@10": 1.0})
    found = compare(now, before)
    assert found.differences[0] == Difference("recall@1", pytest.approx(1 / 3), pytest.approx(2 / 3), 1, 0, 2, 1.0)
    assert found.differences[1] == Difference("MRR@10", pytest.approx(1.75 / 3), pytest.approx(2.5 / 3), 2, 0, 1, 0.5)
    assert found.changes == (Change("a", ("recall@1", "MRR@10"), ()), Change("b", ("MRR@10",), ()))


def test_fewer_false_answers_are_better() -> None:
    found = compare({"a": {"false answers": 0.0}}, run(a={"false answers": 1.0}))
    (difference,) = found.differences
    assert (difference.better, difference.worse, difference.before, difference.now) == (1, 0, 1.0, 0.0)
    assert found.changes == (Change("a", ("false answers",), ()),)


@pytest.mark.parametrize(("better", "worse"), [(5, 0), (8, 2), (3, 3), (40, 18)])
def test_p_is_that_of_mcnemars_exact_test(better: int, worse: int) -> None:
    now = answered("1" * better + "0" * worse + "1111")
    before = EarlierRun("earlier", answered("0" * better + "1" * worse + "1111"))
    (difference,) = compare(now, before).differences
    assert difference.p == pytest.approx(binomtest(better, better + worse).pvalue, abs=0.005)


def test_runs_that_agree() -> None:
    found = compare(answered("0101"), EarlierRun("earlier", answered("0101")))
    assert [(row.better, row.worse, row.same, row.p) for row in found.differences] == [(0, 0, 4, 1.0)]
    assert found.changes == ()


def test_only_what_both_runs_hold_is_compared() -> None:
    now = {"a": {"recall@1": 1.0, "answer in quote@1": 1.0}, "b": {"recall@1": 1.0}}
    found = compare(now, run(a={"recall@1": 1.0}, z={"recall@1": 0.0}))
    assert (found.shared, found.only_one, [row.measure for row in found.differences]) == (1, 2, ["recall@1"])


def test_runs_over_other_questions() -> None:
    with pytest.raises(RunUnusable, match="asked none of these questions: it is of the set 'earlier'"):
        compare({"a": {"recall@1": 1.0}}, run(z={"recall@1": 1.0}))


def test_as_json() -> None:
    assert compare({"a": {"recall@1": 1.0}}, run(a={"recall@1": 0.0})).as_dict() == {
        "differences": ({"measure": "recall@1", "before": 0.0, "now": 1.0, "better": 1, "worse": 0, "same": 0, "p": 1.0},),
        "changes": ({"id": "a", "better": ("recall@1",), "worse": ()},),
        "shared": 1,
        "only_one": 0,
    }
