"""What a part of the evidence is worth, on made-up questions of which one slot tells everything: the wrong passages are of another time."""

from __future__ import annotations

from benchmarks.worth import PARTS, Worth, worth
from tests.labelled_candidates import labelled_questions

SETS = {str(seed): labelled_questions(200, telling="other time", seed=seed, unanswerable=0.4, lead=-3.5) for seed in (1, 2)}


def of_the_second_set(part: str) -> Worth:
    return worth({name: PARTS[part].of(labelled) for name, labelled in SETS.items()}, "2")


def test_without_what_tells_everything_little_is_right() -> None:
    every, blind = of_the_second_set("all"), of_the_second_set("without slots")
    assert every.right_first > 0.9 > 0.4 > blind.right_first
    assert every.right_and_found > 0.5 > 0.2 > blind.right_and_found
    assert every.auroc > 0.8 > 0.65 > blind.auroc


def test_without_what_tells_nothing_nothing_is_lost() -> None:
    every, without = of_the_second_set("all"), of_the_second_set("without the reader")
    assert without.right_first > 0.9
    assert abs(every.right_and_found - without.right_and_found) < 0.05
