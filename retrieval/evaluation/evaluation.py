"""Measures how good answers are, on labelled questions, through the same path that users' questions take."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from corpus.errors import CorpusError
from retrieval.answering.answerer import Answerer
from retrieval.evaluation.bootstrap import Estimate, Statistic, auroc, calibration_error, draw_questions, estimate, false_share_at, mean
from retrieval.evaluation.measures import Vector, values_by_measure
from retrieval.evaluation.newest_day import newest_day
from retrieval.evaluation.question_outcome import QuestionOutcome, ask_known
from retrieval.evaluation.question_set import QuestionSet, load_question_set
from retrieval.evaluation.run_record import circumstances
from retrieval.factory import open_answerer, open_indexer
from retrieval.progress import Progress
from retrieval.settings import RetrievalSettings

COVERAGE = 0.92
"""Share of the answerable questions that are answered where the false answers of different thresholds are compared."""

UNHURRIED = 3_600_000
"""Milliseconds that the reader may take for a question here, so that what is measured does not hang on how busy the machine is."""

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""The name of an index in a server holds no digits."""

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Evaluation:
    """The outcomes of a question set."""

    name: str
    outcomes: tuple[QuestionOutcome, ...]
    circumstances: Mapping[str, object] = field(default_factory=dict)
    """What the figures depend on beside the questions: commit, index, weights, settings."""

    @cached_property
    def values(self) -> dict[str, Vector]:
        """By measure, what each question says about it, in the order of the outcomes."""
        return values_by_measure(self.outcomes)

    @cached_property
    def confidence(self) -> Vector:
        return np.array([outcome.answer.confidence for outcome in self.outcomes])

    @cached_property
    def right(self) -> NDArray[np.bool_]:
        """Whether the first quote answers, judged by its article where no article has the answer word for word."""
        return np.array([outcome.right for outcome in self.outcomes])

    @cached_property
    def measures(self) -> dict[str, Estimate]:
        """Everything measured over all questions."""
        return self._measured(np.arange(len(self.outcomes)))

    @cached_property
    def kinds(self) -> dict[str, dict[str, Estimate]]:
        """The same by the question's kind."""
        return {kind: self._measured(rows) for kind, rows in self.rows_by_kind.items()}

    @cached_property
    def traps(self) -> dict[str, dict[str, Estimate]]:
        """The same by what could be taken for the answer."""
        return {trap: self._measured(rows) for trap, rows in self.rows_by_trap.items()}

    @cached_property
    def rows_by_kind(self) -> dict[str, Rows]:
        """Which outcomes are of each kind."""
        return _rows_by([outcome.question.kind for outcome in self.outcomes])

    @cached_property
    def rows_by_trap(self) -> dict[str, Rows]:
        """Which outcomes are of each trap."""
        return _rows_by([outcome.question.trap for outcome in self.outcomes])

    @property
    def median_ms(self) -> float:
        return round(median(outcome.answer.took_ms for outcome in self.outcomes), 1)

    @property
    def median_characters(self) -> float | None:
        """How long the first quotes are that answer and are said to be found; None where there is none."""
        shown = [outcome for outcome in self.outcomes if outcome.answerable and outcome.right and outcome.answer.found]
        return float(median(len(outcome.answer.quotes[0].text) for outcome in shown)) if shown else None

    def values_by_question(self) -> dict[str, dict[str, float]]:
        """By question's id, what each measure says of it."""
        return {outcome.question.id: self._values_of(row) for row, outcome in enumerate(self.outcomes)}

    def as_dict(self) -> dict[str, object]:
        """Everything down to each question, in plain JSON types."""
        kinds = {kind: {"questions": len(self.rows_by_kind[kind]), **_plain(found)} for kind, found in self.kinds.items()}
        traps = {trap: {"questions": len(self.rows_by_trap[trap]), **_plain(found)} for trap, found in self.traps.items()}
        return {
            "set": self.name,
            "questions": len(self.outcomes),
            **_plain(self.measures),
            "median ms": self.median_ms,
            "median characters": self.median_characters,
            "kinds": kinds,
            **({"traps": traps} if traps else {}),
            "circumstances": dict(self.circumstances),
            "outcomes": [self._outcome_as_dict(row, outcome) for row, outcome in enumerate(self.outcomes)],
        }

    def _measured(self, rows: Rows) -> dict[str, Estimate]:
        draws = draw_questions(len(rows))
        return {name: estimate(statistic, draws) for name, statistic in self._statistics(rows)}

    def _statistics(self, rows: Rows) -> Iterator[tuple[str, Statistic]]:
        """What can be measured over some of the outcomes."""
        yield from ((name, mean(values[rows])) for name, values in self.values.items() if not np.isnan(values[rows]).all())
        confidence, right = self.confidence[rows], self.right[rows]
        answerable = np.array([outcome.answerable for outcome in self.outcomes])[rows]
        if 0 < answerable.sum() < len(rows):
            yield f"false answers at {COVERAGE:.0%} coverage", false_share_at(COVERAGE, confidence, answerable)
            yield "AUROC answerable", auroc(confidence, answerable)
        if 0 < right.sum() < len(rows):
            yield "AUROC first quote right", auroc(confidence, right)
        yield "calibration error", calibration_error(confidence, right)

    def _outcome_as_dict(self, row: int, outcome: QuestionOutcome) -> dict[str, object]:
        question, answer = outcome.question, outcome.answer
        return {
            "id": question.id,
            "question": question.text,
            "kind": question.kind,
            **({"trap": question.trap} if question.trap else {}),
            "asked on": answer.question.asked_on.isoformat(),
            "relevant": sorted(question.relevant),
            "ranking": list(outcome.ranking),
            "found": answer.found,
            "confidence": round(answer.confidence, 4),
            "took ms": round(answer.took_ms, 1),
            "measures": self._values_of(row),
        }

    def _values_of(self, row: int) -> dict[str, float]:
        return {name: round(float(values[row]), 6) for name, values in self.values.items() if not np.isnan(values[row])}


def evaluate(folder: Path, settings: RetrievalSettings, *, progress: Progress) -> Evaluation:
    """Index the folder's articles apart from everything else, ask all its questions, and judge the answers.

    Raises CorpusError when the folder or its articles cannot be read. The index stays in the cache, so that a second run embeds nothing.
    """
    question_set, answerer = prepare(folder, settings, progress)
    outcomes = tuple(_outcomes(question_set, answerer, progress))
    return Evaluation(question_set.name, outcomes, circumstances(settings_for(question_set, settings), answerer))


def prepare(folder: Path, settings: RetrievalSettings, progress: Progress) -> tuple[QuestionSet, Answerer]:
    """Read a question set and index its corpus apart from everything else. Raises CorpusError when either cannot be read."""
    question_set = load_question_set(folder, settings.corpus.folder)
    own = settings_for(question_set, settings)
    if not open_indexer(own).reindex(progress).articles:
        raise CorpusError(
            f"{question_set.corpus} holds no article that can be read: `parkqa reindex --dry-run --corpus {own.corpus.folder}` says why."
        )
    return question_set, open_answerer(own)


def settings_for(question_set: QuestionSet, settings: RetrievalSettings) -> RetrievalSettings:
    """The user's settings with an index of the question set's own, kept in the user's cache, or in the user's server by another name."""
    import platformdirs

    key = blake2b(str(question_set.corpus.resolve()).encode(), digest_size=8).hexdigest()
    workplace = platformdirs.user_cache_path("parkqa") / "evaluations" / f"{question_set.name}-{key}"
    corpus = question_set.corpus
    if corpus.is_file():
        corpus = workplace / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        shutil.copy2(question_set.corpus, corpus / question_set.corpus.name)
    return settings.model_copy(
        update={
            "corpus": settings.corpus.model_copy(update={"folder": corpus, "max_file_mb": 1000}),
            "reader": settings.reader.model_copy(update={"budget_ms": settings.reader.budget_ms and UNHURRIED}),
            "index": settings.index.model_copy(update={"folder": workplace / "index", "keep_versions": 1}),
            "milvus": settings.milvus.model_copy(update={"name": f"{settings.milvus.name}_evaluation_{key.translate(_LETTERS)}"}),
        }
    )


def _outcomes(question_set: QuestionSet, answerer: Answerer, progress: Progress) -> Iterator[QuestionOutcome]:
    today = newest_day(answerer)
    for done, question in enumerate(question_set.questions, start=1):
        yield ask_known(answerer, question, today)
        progress("asking", done, len(question_set.questions))


def _rows_by(names: Sequence[str]) -> dict[str, Rows]:
    """Which questions have each name; those with none are left out."""
    named = np.array(names)
    return {str(name): np.flatnonzero(named == name) for name in np.unique(named[named != ""])}


def _plain(measures: Mapping[str, Estimate]) -> dict[str, object]:
    """The values by name, and their intervals in a table of their own."""
    values: dict[str, object] = {name: round(found.value, 6) for name, found in measures.items()}
    return values | {"95% intervals": {name: [round(found.low, 4), round(found.high, 4)] for name, found in measures.items()}}
