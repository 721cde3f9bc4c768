"""What a part of the evidence is worth, on made-up questions of which one slot tells everything: the wrong passages are of another time."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.worth import PARTS, Worth, of_traps, worth
from retrieval.evaluation.labelled_candidates import LabelledCandidates
from retrieval.ranking.features import FEATURES
from tests.labelled_candidates import labelled_questions

SETS = {str(seed): labelled_questions(200, telling="other time", seed=seed, unanswerable=0.4, lead=-3.5) for seed in (1, 2)}


def of_the_second_set(part: str) -> Worth:
    return worth(SETS, "2", PARTS[part])


def test_without_what_tells_everything_little_is_right() -> None:
    every, blind = of_the_second_set("all"), of_the_second_set("without slots")
    assert every.right_first > 0.9 > 0.4 > blind.right_first
    assert every.right_and_found > 0.5 > 0.2 > blind.right_and_found
    assert every.auroc > 0.8 > 0.65 > blind.auroc


def test_without_what_tells_nothing_nothing_is_lost() -> None:
    every, without = of_the_second_set("all"), of_the_second_set("without the reader")
    assert without.right_first > 0.9
    assert abs(every.right_and_found - without.right_and_found) < 0.05


def test_a_trap_is_seen_where_its_like_was_learned_from() -> None:
    """A quarter of the questions without an answer has a passage like those that answer, which one sign gives away."""
    trapped = {name: [_trapped(each) if place % 4 == 0 else each for place, each in enumerate(labelled)] for name, labelled in SETS.items()}
    questions = sum(each.trap is not None for labelled in trapped.values() for each in labelled)
    [row] = of_traps(trapped, lambda *_: None).splitlines()[2:]
    name, count, seen, unseen = (cell.strip() for cell in row.strip("|").split("|"))
    assert (name, int(count)) == ("other-year", questions)
    assert int(unseen) > 1.5 * int(seen)


def _trapped(question: LabelledCandidates) -> LabelledCandidates:
    if question.answerable:
        return question
    features = question.features.copy()
    features[0, [list(FEATURES).index(name) for name in ("other time", "article of other time")]] += (-3.5, 3.5)
    return replace(question, features=features, trap="other-year")
