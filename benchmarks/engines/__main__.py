"""Does the Milvus engine answer as the in-process engine does?

    python -m benchmarks.engines FOLDER... [--milvus URI] [--questions N]

Indexes each question set twice, asks its questions of both indexes, and prints one line of JSON a set: the share of questions whose first
quote is the same span of the same article (or none in both), and of those that are found in both or in neither, each with its 95 %
interval; what both take; and which questions differ. Without a server it is milvus-lite in this process, whose times say nothing of Milvus.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bot.settings.loading import load_settings
from bot.settings.settings import Settings
from bot.terminal.printing.progress import reporting_progress
from retrieval.answering.answer import Answer
from retrieval.evaluation.evaluation import prepare
from retrieval.evaluation.question_outcome import ask_known
from retrieval.evaluation.run_record import commit
from retrieval.index.self_check_record import share
from retrieval.progress import Progress

FirstQuote = tuple[str, int, int]


class AskedOfBoth(NamedTuple):
    """What two engines answer to one question."""

    id: str
    in_process: Answer
    milvus: Answer

    @property
    def same_first_quote(self) -> bool:
        return first_quote(self.in_process) == first_quote(self.milvus)

    @property
    def found_alike(self) -> bool:
        return self.in_process.found == self.milvus.found


def first_quote(answer: Answer) -> FirstQuote | None:
    """The article and the span that an answer begins with."""
    return (quote.article.id, quote.start, quote.end) if (quote := next(iter(answer.quotes), None)) else None


def ask_both(folder: Path, settings: Settings, uri: str, most: int | None, progress: Progress) -> list[AskedOfBoth]:
    """Ask the questions of a set, or so many of them evenly chosen, of both engines. Raises CorpusError."""
    question_set, in_process = prepare(folder, _with_engine(settings, "in_process", uri), progress)
    _, milvus = prepare(folder, _with_engine(settings, "milvus", uri), progress)
    questions = question_set.questions
    asked = questions[:: max(1, len(questions) // most)][:most] if most else questions
    both: list[AskedOfBoth] = []
    for done, question in enumerate(asked, start=1):
        answers = (ask_known(answerer, question, date.today()).answer for answerer in (in_process, milvus))
        both.append(AskedOfBoth(question.id, *answers))
        progress("asking", done, len(asked))
    return both


def _with_engine(settings: Settings, engine: str, uri: str) -> Settings:
    index = settings.index.model_copy(update={"engine": engine})
    return settings.model_copy(update={"index": index, "milvus": settings.milvus.model_copy(update={"uri": uri})})


def report(name: str, both: Sequence[AskedOfBoth]) -> dict[str, object]:
    """What is printed of one set."""
    same, alike = (sum(getattr(each, what) for each in both) for what in ("same_first_quote", "found_alike"))
    return {
        "set": name,
        "commit": commit(),
        "questions": len(both),
        "same first quote": _measured(same, len(both)),
        "found in both or neither": _measured(alike, len(both)),
        "median ms": {
            "in_process": round(median(each.in_process.took_ms for each in both), 1),
            "milvus": round(median(each.milvus.took_ms for each in both), 1),
        },
        "differing": [each.id for each in both if not (each.same_first_quote and each.found_alike)],
    }


def _measured(count: int, total: int) -> dict[str, object]:
    found = share(count, total)
    return {"share": found and round(found.value, 4), "interval": found and [round(found.low, 4), round(found.high, 4)]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--milvus", metavar="URI", help="of a server; without it milvus-lite in a temporary folder")
    parser.add_argument("--questions", type=int, metavar="N", help="so many of each set, evenly chosen; without it all")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, reporting_progress(as_json=False) as progress:
        uri = arguments.milvus or str(Path(folder) / "lite.db")
        for each in arguments.folders:
            both = ask_both(each, load_settings(), uri, arguments.questions, progress)
            print(json.dumps(report(each.name, both), ensure_ascii=False))


if __name__ == "__main__":
    main()
