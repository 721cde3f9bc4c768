"""Lets a small model read the best passages together with the question, and what it says count with the other evidence.

Reading takes some 35 ms a passage, so it is done from the top. The first passage of each part of the question is always read: what was not
could only be said to be missing. The next ones are read while none answers for sure, and no more than fits in a budget of time for each
part. Where there are cores for it, two are read at once, but none beside the first one of its part: that one often answers for sure, the
second hardly ever where the first does not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Protocol

from retrieval.models.reader.reading import Reading
from retrieval.question.asked_of_article import asked_of_article
from retrieval.question.question import Question
from retrieval.ranking.narrowing import narrowed, repeats
from retrieval.ranking.part_reading import PartReading
from retrieval.ranking.ranker import Ranked
from retrieval.text.context import context_line
from retrieval.text.embedded_form import embedded_form

READ_AT_ONCE = 2
"""Passages that are read at once at most: of a part, two more after the first."""
SURE = 2.0
"""Log odds of a passage that answers from which on no other one is read."""


class PassageReader(Protocol):
    """What reads a question and a passage; see `retrieval.models.reader`."""

    def load(self) -> object: ...

    def read(self, question: str, context: str, passage: str) -> Reading: ...


@dataclass(frozen=True, slots=True)
class CloseReading:
    """Reads the best passages of each part in turn. The first of each is always read; another only if it likely ends within the budget."""

    reader: PassageReader
    budget: float
    """Seconds for each part of a question; what one leaves is for the others."""
    most: int = 3
    """Passages of each part that are read at most."""
    at_once: int = 1
    """Passages that are read at the same time at most, each on a thread of its own."""
    clock: Callable[[], float] = time.perf_counter

    def read(self, parts: Sequence[Question], rankings: Sequence[Sequence[Ranked]]) -> list[PartReading]:
        """What the passages of each part say, from the top. Raises ReaderUnavailable."""
        self.reader.load()
        found: list[list[tuple[Ranked, Reading]]] = [[] for _ in parts]
        now = self.clock()
        deadline, slowest = now + self.budget * len(parts), 0.0
        late: set[int] = set()
        for hand in self._hands(rankings):
            wanted = [(part, candidate) for part, candidate in hand if not _is_settled(found[part])]
            if now + slowest > deadline and all(found[part] for part, _ in wanted):
                late.update(part for part, _ in wanted)
                continue
            for (part, candidate), reading in zip(wanted, self._readings(parts, wanted), strict=True):
                if not _is_settled(found[part]):
                    found[part].append((candidate, reading))
            before, now = now, self.clock()
            slowest = max(slowest, now - before)
        return [PartReading(tuple(read), part not in late) for part, read in enumerate(found)]

    def _hands(self, rankings: Sequence[Sequence[Ranked]]) -> Iterator[Sequence[tuple[int, Ranked]]]:
        """What is read at once, by part: the first of each part in turn, then the second of each, and so on."""
        firsts = _in_turn([ranking[:1] for ranking in rankings])
        others = _in_turn([ranking[1 : self.most] for ranking in rankings])
        for turn in (firsts, others):
            for start in range(0, len(turn), self.at_once):
                yield turn[start : start + self.at_once]

    def _readings(self, parts: Sequence[Question], wanted: Sequence[tuple[int, Ranked]]) -> list[Reading]:
        def read(one: tuple[int, Ranked]) -> Reading:
            part, candidate = one
            return self._reading(parts[part], candidate)

        if len(wanted) < 2:
            return list(map(read, wanted))
        with ThreadPoolExecutor(len(wanted)) as threads:
            return list(threads.map(read, wanted))

    def _reading(self, question: Question, candidate: Ranked) -> Reading:
        passage = candidate.evidence.passage
        asked = asked_of_article(question, passage.article)
        reading = self.reader.read(*map(embedded_form, (asked, context_line(passage.article), passage.text)))
        span = narrowed(question, passage.text, reading.span, passage.article.published)
        return replace(reading, span=span, repeats=repeats(question, passage.text[slice(*span)]))


def _in_turn(rankings: Sequence[Sequence[Ranked]]) -> list[tuple[int, Ranked]]:
    """The first of each part, then the second of each, and so on."""
    return [
        (part, ranking[place])
        for place in range(max(map(len, rankings), default=0))
        for part, ranking in enumerate(rankings)
        if place < len(ranking)
    ]


def _is_settled(read: Sequence[tuple[Ranked, Reading]]) -> bool:
    return any(reading.answers >= SURE for _, reading in read)
