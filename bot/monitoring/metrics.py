"""What is counted and timed while the bot runs, in the form that Prometheus reads. Everything that counts is counted here."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Answerer
from retrieval.errors import IndexUnavailable
from retrieval.question.question import Question

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counters, histograms and gauges of one bot; with the process's memory, time and open files."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._questions = Counter("parkqa_questions", "Questions by what became of them", ["outcome"], registry=self._registry)
        self._errors = Counter("parkqa_errors", "Updates whose handling failed, by reason", ["reason"], registry=self._registry)
        self._closed = Counter("parkqa_closed_chats", "Chats that closed themselves to the bot", registry=self._registry)
        self._answering = Histogram("parkqa_answer_seconds", "Time to find an answer", buckets=SECONDS, registry=self._registry)
        self._handling = Histogram(
            "parkqa_update_seconds", "Time from the arrival of an update until all was said", buckets=SECONDS, registry=self._registry
        )
        for outcome in ("found", "not found", "error", "refused"):
            self._questions.labels(outcome)
        ProcessCollector(registry=self._registry)

    def answered(self, outcome: Literal["found", "not found", "error"], seconds: float) -> None:
        """A question was looked into."""
        self._questions.labels(outcome).inc()
        self._answering.observe(seconds)

    def refused(self) -> None:
        """A question was not taken up, because its user or chat asked too much."""
        self._questions.labels("refused").inc()

    def failed(self, reason: Literal["bug", "telegram", "set aside"]) -> None:
        """A handler failed, or an update was set aside that none can handle."""
        self._errors.labels(reason).inc()

    def closed(self) -> None:
        """A chat turned out to be closed to the bot: blocked, or the bot was removed."""
        self._closed.inc()

    def handled(self, seconds: float) -> None:
        """An update is done with."""
        self._handling.observe(seconds)

    def watch(self, name: str, meaning: str, value: Callable[[], float]) -> None:
        """Show what a function says whenever somebody looks."""
        Gauge(f"parkqa_{name}", meaning, registry=self._registry).set_function(value)

    def value(self, name: str) -> float:
        """What one figure says now; 0 where there is none of this name."""
        return self._registry.get_sample_value(name) or 0.0

    @property
    def errors(self) -> int:
        """Updates whose handling failed."""
        return int(sum(sample.value for metric in self._errors.collect() for sample in metric.samples if sample.name.endswith("_total")))

    def answer_seconds(self, share: float) -> float:
        """How long this share of the answers took at most, estimated between the bounds of the histogram; 0 before the first."""
        samples = [sample for metric in self._answering.collect() for sample in metric.samples if sample.name.endswith("_bucket")]
        counts = sorted((float(sample.labels["le"]), sample.value) for sample in samples)
        wanted = share * counts[-1][1]
        lower, below = 0.0, 0.0
        for bound, count in counts:
            if count >= wanted > below:
                return lower + (bound - lower) * (wanted - below) / (count - below) if math.isfinite(bound) else lower
            lower, below = bound, count
        return 0.0

    def text(self) -> bytes:
        """Everything, as Prometheus wants it."""
        return generate_latest(self._registry)


def counted(answerer: Answerer, metrics: Metrics) -> Answerer:
    """The same answerer, but every question that it is asked is counted."""
    return _CountedAnswerer(**{part.name: getattr(answerer, part.name) for part in fields(answerer)}, metrics=metrics)


@dataclass(frozen=True, slots=True)
class _CountedAnswerer(Answerer):
    metrics: Metrics = field(default_factory=Metrics)

    def read(self, text: str, asked_on: date | None = None) -> Question:
        try:
            return Answerer.read(self, text, asked_on)
        except IndexUnavailable:
            self.metrics.answered("error", 0.0)
            raise

    def answer(self, question: Question, **options: Any) -> Answer:  # noqa: ANN401 - handed on as they are
        if options.get("only") is not None:  # a look through the news: nobody has asked
            return Answerer.answer(self, question, **options)
        started = time.perf_counter()
        try:
            answer = Answerer.answer(self, question, **options)
        except Exception:
            self.metrics.answered("error", time.perf_counter() - started)
            raise
        self.metrics.answered("found" if answer.found else "not found", time.perf_counter() - started)
        return answer
