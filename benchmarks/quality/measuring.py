"""Asks every question of a set in every way: ours, what we are compared with, ours without an idea."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.quality.rankings import STAGES, Lookup, ablations, baselines, leaving_out
from bot.settings.settings import Settings
from retrieval.answering.answerer import Answerer
from retrieval.evaluation.evaluation import Evaluation, prepare, settings_for
from retrieval.evaluation.question_outcome import QuestionOutcome, ask_known
from retrieval.evaluation.question_set import LabelledQuestion
from retrieval.evaluation.run_record import circumstances
from retrieval.progress import Progress

OURS = "ours"


@dataclass(frozen=True, slots=True)
class MeasuredSet:
    """One question set, ranked in every way."""

    ours: Evaluation
    others: dict[str, Evaluation]
    without: dict[str, Evaluation]
    """Ours without one idea or feature, by its name."""

    def as_dict(self) -> dict[str, object]:
        """Everything but the questions: their text is not ours. Of what we are compared with, the measures alone."""
        return {
            **{name: value for name, value in self.ours.as_dict().items() if name != "outcomes"},
            "others": {name: _values(other) for name, other in self.others.items()},
            "without": {name: _values(other) for name, other in self.without.items()},
        }


def measure(folder: Path, settings: Settings, progress: Progress, *, with_ablation: bool) -> MeasuredSet:
    """Ask every question once in every way. Raises CorpusError when the folder is no question set."""
    question_set, answerer = prepare(folder, settings, progress)
    lookup = Lookup(answerer)
    others = baselines(lookup)
    without = ablations(lookup) if with_ablation else {}
    outcomes: dict[str, list[QuestionOutcome]] = defaultdict(list)
    for done, question in enumerate(question_set.questions, start=1):
        outcomes[OURS].append(ask_known(answerer, question, date.today()))
        for name, outcome in _ask_variants(question, lookup, others | without):
            outcomes[name].append(outcome)
        progress("asking", done, len(question_set.questions))
    made_with = circumstances(settings_for(question_set, settings), answerer)
    found = {name: Evaluation(question_set.name, tuple(each), made_with) for name, each in outcomes.items()}
    return MeasuredSet(found[OURS], {name: found[name] for name in others}, {name: found[name] for name in without})


def _ask_variants(question: LabelledQuestion, lookup: Lookup, variants: Mapping[str, Answerer]) -> Iterator[tuple[str, QuestionOutcome]]:
    """The outcome of each; a baseline's time is that of its share of the common lookup and of everything after it."""
    lookup.found.clear()
    ask_known(next(iter(variants.values())), question, date.today())  # the first one looks everything up
    for name, variant in variants.items():
        with leaving_out(name):
            outcome = ask_known(variant, question, date.today())
        took = outcome.answer.took_ms + (lookup.took_ms(name) if name in STAGES else 0.0)
        yield name, replace(outcome, answer=replace(outcome.answer, took_ms=took))


def _values(evaluation: Evaluation) -> dict[str, float]:
    measures = {name: round(found.value, 6) for name, found in evaluation.measures.items()}
    return measures | {"median ms": evaluation.median_ms}
