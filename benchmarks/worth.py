"""What is each part of the evidence worth? Everything is learned anew without it, and asked of sets that were left out of learning.

    python -m benchmarks.worth FOLDER FOLDER...

FOLDER is a question set as `parkqa evaluate` takes it. Each in turn is left out, everything is learned from the others, and its questions
are ranked. Printed are how often the first quote answers; how often it does and is called found where one in ten of the questions without
an answer is; and how well the confidence tells both kinds of question apart (AUROC).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

import numpy as np

from bot.settings.loading import load_settings
from bot.terminal.printing.progress import reporting_progress
from retrieval.evaluation.bootstrap import auroc
from retrieval.evaluation.labelled_candidates import LabelledCandidates
from retrieval.evaluation.learned_confidence import confidences, top_candidates
from retrieval.evaluation.tuning import label_folders, learn
from retrieval.ranking.confidence import BIAS, CONTRADICTIONS, LEAD, UNLESS_READ
from retrieval.ranking.examiner import FEATURES, READER_ANSWERS, READER_SPAN

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


@dataclass(frozen=True, slots=True)
class Without:
    """What is left out: features of every candidate, or the questions altered so that nobody can answer them."""

    features: tuple[str, ...] = ()
    altered: bool = True

    def of(self, labelled: Sequence[LabelledCandidates]) -> list[LabelledCandidates]:
        kept = np.array([name not in self.features for name in FEATURES], dtype=float)
        return [replace(each, features=each.features * kept) for each in labelled if self.altered or not each.altered]


PARTS = {
    "all": Without(),
    "without the reader": Without(READER),
    "without slots": Without(SLOTS),
    "without both": Without((*READER, *SLOTS)),
    "all, learned without altered questions": Without(altered=False),
}


def worth(labelled: Labelled, left_out: str) -> Worth:
    """Learn from all sets but one, and judge that one. Raises CorpusError where the others teach nothing."""
    learned = learn([questions for name, questions in labelled.items() if name != left_out])
    asked = [each for each in labelled[left_out] if not each.altered and each.articles]
    top = top_candidates(asked, np.array([learned.ranking[name] for name in FEATURES]))
    weights = np.array([learned.confidence[name] for name in (*FEATURES, LEAD)])
    sure, right = confidences(top.rows["asked"], weights, learned.confidence[BIAS]), top.right["asked"]
    answerable = np.array([each.answerable for each in asked])
    threshold = np.quantile(sure[~answerable], 1 - FALSE_ANSWERS)
    found = right & (sure > threshold)
    return Worth(right[answerable].mean(), found[answerable].mean(), auroc(sure, answerable)(np.ones((1, len(asked))))[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="FOLDER", help="question sets, two at least, with questions that nobody can answer"
    )
    folders = parser.parse_args().folders
    with reporting_progress(as_json=False) as progress:
        labelled = label_folders(folders, load_settings(), progress)
    print("| evidence | right first | right and found | AUROC | " + " | ".join(labelled) + " |")
    print("|---" * (4 + len(labelled)) + "|")
    for name, without in PARTS.items():
        left = {each: without.of(questions) for each, questions in labelled.items()}
        found = [worth(left, each) for each in left]
        print(f"| {name} | {fmean(each.right_first for each in found):.3f} | {fmean(each.right_and_found for each in found):.3f} |", end="")
        print(f" {fmean(each.auroc for each in found):.3f} |", end="")
        print("".join(f" {each.right_first:.3f} / {each.right_and_found:.3f} |" for each in found), flush=True)


if __name__ == "__main__":
    main()
