"""Asks the questions of a set of both engines, and counts how good the answers of each are and how many are the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple, TypeVar

from bot.settings.settings import Settings
from retrieval.answering.answer import Answer
from retrieval.evaluation.evaluation import prepare
from retrieval.evaluation.question_outcome import QuestionOutcome, ask_known
from retrieval.progress import Progress

IN_PROCESS, MILVUS = "in_process", "milvus"
FirstQuote = tuple[str, int, int]
Each = TypeVar("Each")
Count = tuple[int, int]
"""How many, of how many."""


class AskedOfBoth(NamedTuple):
    """What two engines answer to one question."""

    in_process: QuestionOutcome
    milvus: QuestionOutcome

    @property
    def same_first_quote(self) -> bool:
        return first_quote(self.in_process.answer) == first_quote(self.milvus.answer)

    @property
    def found_alike(self) -> bool:
        return self.in_process.answer.found == self.milvus.answer.found


def first_quote(answer: Answer) -> FirstQuote | None:
    """The article and the span that an answer begins with."""
    return (quote.article.id, quote.start, quote.end) if (quote := next(iter(answer.quotes), None)) else None


def ask_both(folder: Path, settings: Settings, uri: str, most: int | None, progress: Progress) -> list[AskedOfBoth]:
    """Ask the questions of a set, or so many of them evenly chosen, of both engines. Raises CorpusError."""
    question_set, in_process = prepare(folder, _with_engine(settings, IN_PROCESS, uri), progress)
    _, milvus = prepare(folder, _with_engine(settings, MILVUS, uri), progress)
    questions = question_set.questions
    asked = questions[:: max(1, len(questions) // most)][:most] if most else questions
    both: list[AskedOfBoth] = []
    for done, question in enumerate(asked, start=1):
        both.append(AskedOfBoth(*(ask_known(answerer, question, date.today()) for answerer in (in_process, milvus))))
        progress("asking", done, len(asked))
    return both


def _with_engine(settings: Settings, engine: str, uri: str) -> Settings:
    index = settings.index.model_copy(update={"engine": engine})
    return settings.model_copy(update={"index": index, "milvus": settings.milvus.model_copy(update={"uri": uri})})


def figures(both: Sequence[AskedOfBoth]) -> dict[str, Any]:
    """What is recorded of one set."""
    return {
        "questions": len(both),
        "same first quote": _count(both, lambda each: each.same_first_quote),
        "found in both or neither": _count(both, lambda each: each.found_alike),
        "engines": {
            IN_PROCESS: quality([each.in_process for each in both]),
            MILVUS: quality([each.milvus for each in both]),
        },
    }


def quality(outcomes: Sequence[QuestionOutcome]) -> dict[str, Any]:
    """How good the answers of an engine are, and how long one takes."""
    answerable = [outcome for outcome in outcomes if outcome.answerable]
    return {
        "right first": _count(answerable, lambda outcome: outcome.right),
        "right and found": _count(answerable, lambda outcome: outcome.right and outcome.answer.found),
        "false answers": _count([outcome for outcome in outcomes if not outcome.answerable], lambda outcome: outcome.answer.found),
        "median ms": round(median(outcome.answer.took_ms for outcome in outcomes), 1),
    }


def _count(of: Sequence[Each], counts: Callable[[Each], bool]) -> Count:
    return sum(map(counts, of)), len(of)
