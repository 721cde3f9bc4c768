"""Measures quality on questions with known answers, through the same path that users' questions take."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from statistics import fmean

from corpus.errors import CorpusError
from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.config import Settings
from retrieval.factory import open_answerer, open_indexer
from retrieval.gathering import Progress
from retrieval.question_set import KnownQuestion, QuestionSet, load_question_set
from retrieval.quote import Quote

RANKED = 10
"""Articles of a ranking that are judged."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question."""

    question: KnownQuestion
    answer: Answer
    ranking: tuple[str, ...]
    """Ids of articles, best first."""

    @property
    def answerable(self) -> bool:
        return bool(self.question.relevant)

    def relevant_within(self, k: int) -> bool:
        """Whether one of the first k articles is relevant."""
        return not self.question.relevant.isdisjoint(self.ranking[:k])

    def all_relevant_within(self, k: int) -> bool:
        return self.question.relevant <= set(self.ranking[:k])

    def answered_within(self, k: int) -> bool:
        """Whether one of the first k quotes comes from a relevant article and holds every string of the answer."""
        return any(self._answers(quote, quote.text) for quote in self.answer.quotes[:k])

    @property
    def emphasised(self) -> bool:
        """Whether the emphasised sentence of the first quote holds the answer."""
        first = self.answer.quotes[:1]
        return any(self._answers(quote, quote.article.text[slice(*span)]) for quote in first for span in quote.emphasis)

    @property
    def verbatim(self) -> bool:
        """Whether every quote is a span of its article, with its emphasis inside, and overlaps no other."""
        quotes = self.answer.quotes
        inside = all(quote.start <= span.start < span.end <= quote.end for quote in quotes for span in quote.emphasis)
        apart = not any(_overlap(one, other) for place, one in enumerate(quotes) for other in quotes[:place])
        return inside and apart and all(0 <= quote.start < quote.end <= len(quote.article.text) for quote in quotes)

    def _answers(self, quote: Quote, text: str) -> bool:
        sources = {quote.article.id, *quote.also_in}
        return not sources.isdisjoint(self.question.relevant) and all(answer in text for answer in self.question.answers)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes of a question set."""

    name: str
    outcomes: tuple[Outcome, ...]

    def measures(self, outcomes: Sequence[Outcome]) -> dict[str, float]:
        """Shares of questions, 0 to 1, over some of the outcomes."""
        asked = [outcome for outcome in outcomes if outcome.answerable]
        unanswerable = [outcome for outcome in outcomes if not outcome.answerable]
        found: dict[str, float] = {}
        if asked:
            for k in (1, 3, 5):
                found[f"recall@{k}"] = fmean(outcome.relevant_within(k) for outcome in asked)
            found["all relevant@5"] = fmean(outcome.all_relevant_within(5) for outcome in asked)
            found["MRR@10"] = fmean(_reciprocal_rank(outcome) for outcome in asked)
            found["coverage"] = fmean(outcome.answer.found for outcome in asked)
        if any(outcome.question.answers for outcome in asked):
            found["answer in quote@1"] = fmean(outcome.answered_within(1) for outcome in asked)
            found["answer in quote@3"] = fmean(outcome.answered_within(3) for outcome in asked)
            found["answer emphasised@1"] = fmean(outcome.emphasised for outcome in asked)
        if unanswerable:
            found["false answers"] = fmean(outcome.answer.found for outcome in unanswerable)
        return found

    def kinds(self) -> dict[str, list[Outcome]]:
        """The outcomes by the question's kind."""
        names = sorted({outcome.question.kind for outcome in self.outcomes} - {""})
        return {name: [outcome for outcome in self.outcomes if outcome.question.kind == name] for name in names}

    def as_dict(self) -> dict[str, object]:
        """Everything measured, for JSON."""
        return {
            "set": self.name,
            "questions": len(self.outcomes),
            **self.measures(self.outcomes),
            "verbatim": fmean(outcome.verbatim for outcome in self.outcomes),
            "median ms": self._median_ms(),
            "kinds": {name: {"questions": len(some), **self.measures(some)} for name, some in self.kinds().items()},
        }

    def rows(self) -> list[tuple[str, str]]:
        """The same for people, one line a measure."""
        rows = [("questions", str(len(self.outcomes)))]
        rows += [(name, f"{value:.3f}") for name, value in self.measures(self.outcomes).items()]
        rows.append(("verbatim", f"{fmean(outcome.verbatim for outcome in self.outcomes):.3f}"))
        rows.append(("median time", f"{self._median_ms():.0f} ms"))
        for kind, some in self.kinds().items():
            found = self.measures(some)
            shown = {name: found[name] for name in ("recall@1", "answer in quote@1", "answer in quote@3", "false answers") if name in found}
            rows.append((f"{kind} ({len(some)})", " · ".join(f"{name} {value:.3f}" for name, value in shown.items())))
        return rows

    def _median_ms(self) -> float:
        times = sorted(outcome.answer.took_ms for outcome in self.outcomes)
        return round(times[len(times) // 2], 1)


def evaluate(folder: Path, settings: Settings, *, progress: Progress) -> Evaluation:
    """Index the folder's articles apart from everything else, ask all its questions, and judge the answers.

    Raises CorpusError when the folder is in no known layout. The index stays in the cache, so that a second run embeds nothing.
    """
    known, answerer = prepare(folder, settings, progress)
    return Evaluation(known.name, tuple(_outcomes(known, answerer, progress)))


def prepare(folder: Path, settings: Settings, progress: Progress) -> tuple[QuestionSet, Answerer]:
    """Read a question set and index its corpus apart from everything else. Raises CorpusError when either cannot be read."""
    known = load_question_set(folder)
    own = _settings_for(known, settings)
    if not open_indexer(own).reindex(progress).articles:
        raise CorpusError(
            f"{known.corpus} holds no article that can be read: `parkqa reindex --dry-run --corpus {own.corpus.folder}` says why."
        )
    return known, open_answerer(own)


def _outcomes(known: QuestionSet, answerer: Answerer, progress: Progress) -> Iterator[Outcome]:
    for done, question in enumerate(known.questions, start=1):
        yield ask_known(answerer, question)
        progress("asking", done, len(known.questions))


def ask_known(answerer: Answerer, question: KnownQuestion) -> Outcome:
    """Ask one question and note which articles came, in what order."""
    asked_on = question.asked_on or date.today()
    answer = answerer.ask(question.text, asked_on=asked_on, top=3)
    return Outcome(question, answer, answer.ranking[:RANKED])


def _settings_for(known: QuestionSet, settings: Settings) -> Settings:
    """The user's settings with an index of the question set's own, kept in the user's cache."""
    import platformdirs

    key = blake2b(str(known.corpus.resolve()).encode(), digest_size=8).hexdigest()
    workplace = platformdirs.user_cache_path("parkqa") / "evaluations" / f"{known.name}-{key}"
    corpus = known.corpus
    if corpus.is_file():
        corpus = workplace / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        shutil.copy2(known.corpus, corpus / known.corpus.name)
    return settings.model_copy(
        update={
            "corpus": settings.corpus.model_copy(update={"folder": corpus, "max_file_mb": 1000}),
            "index": settings.index.model_copy(update={"folder": workplace / "index", "keep_versions": 1}),
        }
    )


def _reciprocal_rank(outcome: Outcome) -> float:
    places = (place for place, article in enumerate(outcome.ranking, start=1) if article in outcome.question.relevant)
    return 1 / next(places, float("inf"))


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article.id == other.article.id and one.start < other.end and other.start < one.end
