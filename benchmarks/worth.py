"""What is each part of the evidence worth, and what the questions of each trap? Everything is learned anew without it.

    python -m benchmarks.worth FOLDER FOLDER...

FOLDER is a question set as `parkqa evaluate` takes it. Each in turn is left out, everything is learned from the others, and its questions
are ranked. The first table tells how often the first quote answers; how often it does and is called found where one in ten of the questions
without an answer is; and how well the confidence tells both kinds of question apart (AUROC). The second tells of each trap how many of its
questions without an answer are called found there, and how many if none of that trap had been learned from.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

import numpy as np

from benchmarks.markdown import table
from bot.settings.loading import load_settings
from bot.terminal.printing.progress import reporting_progress
from retrieval.evaluation.bootstrap import auroc
from retrieval.evaluation.labelled_candidates import LabelledCandidates
from retrieval.evaluation.learned_confidence import confidences, learn_confidence, top_candidates
from retrieval.evaluation.logistic import Mask, Matrix
from retrieval.evaluation.tuning import label_folders, learn_ranking
from retrieval.progress import Progress
from retrieval.ranking.confidence import CONTRADICTIONS, UNLESS_READ
from retrieval.ranking.features import FEATURES, READER_ANSWERS, READER_SPAN

FALSE_ANSWERS = 0.1
"""Share of the questions without an answer that are called found where the sets are compared."""
READER = (READER_ANSWERS, READER_SPAN)
SLOTS = (*CONTRADICTIONS, *UNLESS_READ, "other subject", "other time", "article of other time")

Labelled = Mapping[str, Sequence[LabelledCandidates]]


@dataclass(frozen=True, slots=True)
class Worth:
    """What comes of one set, with weights that have not seen it."""

    right_first: float
    right_and_found: float
    auroc: float
    called_found: Counter[str]
    """By trap, how many of the questions without an answer."""


@dataclass(frozen=True, slots=True)
class Without:
    """What is left out: features of every candidate, questions altered so that nobody can answer them, or those of one trap."""

    features: tuple[str, ...] = ()
    altered: bool = True
    trap: str | None = None

    def of(self, labelled: Sequence[LabelledCandidates]) -> list[LabelledCandidates]:
        kept = np.array([name not in self.features for name in FEATURES], dtype=float)
        return [replace(each, features=each.features * kept) for each in labelled if not self._leaves_out(each)]

    def _leaves_out(self, question: LabelledCandidates) -> bool:
        return (question.altered and not self.altered) or (self.trap is not None and _is_trap(question, self.trap))


PARTS = {
    "all": Without(),
    "without the reader": Without(READER),
    "without slots": Without(SLOTS),
    "without both": Without((*READER, *SLOTS)),
    "all, learned without altered questions": Without(altered=False),
}


def worth(labelled: Labelled, left_out: str, without: Without, ranking: Matrix | None = None) -> Worth:
    """Learn from all sets but one, and judge that one. Raises CorpusError where the others teach nothing.

    With a ranking, the confidence in it alone is learned.
    """
    others = [without.of(questions) for name, questions in labelled.items() if name != left_out]
    asked = [each for each in replace(without, trap=None).of(labelled[left_out]) if not each.altered and each.articles]
    if ranking is None:
        ranking = learn_ranking(others)
    weights, bias = learn_confidence([top_candidates(each, ranking) for each in others])
    top = top_candidates(asked, ranking)
    sure, right = confidences(top.rows["asked"], weights, bias), top.right["asked"]
    answerable = np.array([each.answerable for each in asked])
    found: Mask = sure > np.quantile(sure[~answerable], 1 - FALSE_ANSWERS)
    return Worth(
        right_first=right[answerable].mean(),
        right_and_found=(right & found)[answerable].mean(),
        auroc=auroc(sure, answerable)(np.ones((1, len(asked))))[0],
        called_found=Counter(each.trap for each, called in zip(asked, found, strict=True) if called and each.trap and not each.answerable),
    )


def of_parts(labelled: Labelled, progress: Progress) -> str:
    """The table of what each part of the evidence is worth."""
    rows = []
    for done, (name, without) in enumerate(PARTS.items(), start=1):
        found = [worth(labelled, each, without) for each in labelled]
        means = (fmean(values) for values in zip(*((each.right_first, each.right_and_found, each.auroc) for each in found), strict=True))
        rows.append([name, *map(_figure, means), *(f"{_figure(each.right_first)} / {_figure(each.right_and_found)}" for each in found)])
        progress("learning without each part", done, len(PARTS))
    return table(["evidence", "right first", "right and found", "AUROC", *labelled], rows)


def of_traps(labelled: Labelled, progress: Progress) -> str:
    """The table of what the questions of each trap are worth to those of the same trap in another set.

    A ranking learns nothing from questions without an answer, so one for each set that is left out does for all traps.
    """
    rankings = {name: learn_ranking([each for other, each in labelled.items() if other != name]) for name in labelled}
    traps = Counter(each.trap for questions in labelled.values() for each in questions if each.trap and _is_trap(each, each.trap))
    learned_from_all = _called_found(labelled, Without(), rankings)
    rows = []
    for done, (trap, questions) in enumerate(traps.most_common(), start=1):
        without = _called_found(labelled, Without(trap=trap), rankings)
        rows.append([trap, str(questions), str(learned_from_all[trap]), str(without[trap])])
        progress("learning without each trap", done, len(traps))
    return table(["trap", "questions", "called found", "learned without them"], rows)


def _called_found(labelled: Labelled, without: Without, rankings: Mapping[str, Matrix]) -> Counter[str]:
    return sum((worth(labelled, name, without, ranking).called_found for name, ranking in rankings.items()), Counter[str]())


def _is_trap(question: LabelledCandidates, trap: str) -> bool:
    """Whether the set holds it as a question without an answer that this trap makes look like one that has some."""
    return question.trap == trap and not question.answerable and not question.altered


def _figure(share: float) -> str:
    return f"{share:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="FOLDER", help="question sets, two at least, with questions that nobody can answer"
    )
    folders = parser.parse_args().folders
    with reporting_progress(as_json=False) as progress:
        labelled = label_folders(folders, load_settings(), progress)
        tables = [of_parts(labelled, progress), of_traps(labelled, progress)]
    print("\n\n".join(tables))


if __name__ == "__main__":
    main()
