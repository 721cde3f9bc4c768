"""The workers of a reindex: found by their addresses, given batches as long as there are some, and done without where they fail."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Thread
from typing import TypeVar

from retrieval.errors import WorkerUnusable
from retrieval.models.embedder import FEW_PASSAGES, Embedder
from retrieval.workers.exchange import Batch, WorkerState
from retrieval.workers.shared_work import Keep, SharedWork
from retrieval.workers.worker import Place, Worker, places_of

LOOK_SECONDS = 5.0
"""How often a worker that is not at work is looked for: one that begins later, or again, helps from then on."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class WorkerReport:
    """What a worker did for a reindex."""

    name: str
    embedded: int
    problem: str | None
    """Why it does no more, a sentence; None where all is well."""


@dataclass(slots=True)
class Workers:
    """Those that the settings name; without an address, none."""

    addresses: Sequence[str] = ()
    secret: str = ""
    embedded: dict[str, int] = field(default_factory=dict)
    """Passages that were kept, by name of the worker."""
    problems: dict[str, str] = field(default_factory=dict)
    """What is wrong with some, by name."""

    def share(self, batches: Sequence[Sequence[str]], embedder: Embedder, keep: Keep) -> None:
        """Embed batches here and wherever there is a worker, and keep each once.

        Nothing that becomes of a worker is raised. One batch is not worth asking anybody.
        """
        own = _first(batches) if self.addresses else len(batches)
        alone(batches[:own], embedder, keep)
        if own == len(batches):
            return
        work, ended = SharedWork(batches[own:], keep), Event()
        share = work.take()  # the first is ours, so that this embedder is past the few as well
        Thread(target=self._look_out, args=(work, embedder, ended), daemon=True, name="workers").start()
        try:
            while share:
                work.bring(share, embedder.encode_passages(share.texts))
                share = work.take()
        finally:
            work.stop()
            ended.set()

    def reports(self) -> tuple[WorkerReport, ...]:
        """What became of each that was met, or that could not be."""
        names = sorted(self.embedded.keys() | self.problems.keys())
        return tuple(WorkerReport(name, self.embedded.get(name, 0), self.problems.get(name)) for name in names)

    def states(self, model: str | None = None) -> Mapping[str, WorkerState | str]:
        """What each says of itself now, or what is wrong with it, such as another model than this one."""
        found: dict[str, WorkerState | str] = {}
        places: list[Place] = []
        for address in self.addresses:
            try:
                places += places_of(address)
            except WorkerUnusable as error:
                found[address] = str(error)
        if places:
            with ThreadPoolExecutor(len(places)) as threads:
                found |= zip((place.name for place in places), threads.map(partial(self._state, model), places), strict=True)
        return found

    def _state(self, model: str | None, place: Place) -> WorkerState | str:
        try:
            return Worker(place, self.secret).state(model)
        except WorkerUnusable as error:
            return str(error)

    def _look_out(self, work: SharedWork, embedder: Embedder, ended: Event) -> None:
        """See to it that every worker there is has a thread of this process that gives it batches."""
        at_work: dict[Place, Thread] = {}
        while not ended.is_set():
            for address in self.addresses:
                for place in self._places(address):
                    if place not in at_work or not at_work[place].is_alive():
                        at_work[place] = Thread(target=self._employ, args=(place, work, embedder), daemon=True, name=place.name)
                        at_work[place].start()
            ended.wait(LOOK_SECONDS)

    def _places(self, address: str) -> Sequence[Place]:
        try:
            places = places_of(address)
        except WorkerUnusable as error:
            self.problems[address] = str(error)
            return ()
        self.problems.pop(address, None)
        return places

    def _employ(self, place: Place, work: SharedWork, embedder: Embedder) -> None:
        """Give a worker batches until there are none, or it fails."""
        worker = Worker(place, self.secret)
        if self._asked(place, partial(worker.state, embedder.fingerprint)) is None:
            return
        while share := work.take_away():
            batch = Batch(embedder.fingerprint, tuple(share.texts), work.done, work.total)
            vectors = self._asked(place, partial(worker.encode, batch, embedder.dimension))
            if vectors is None:
                work.give_back(share)
                return
            if work.bring(share, vectors):
                self.embedded[place.name] = self.embedded.get(place.name, 0) + len(share.texts)

    def _asked(self, place: Place, ask: Callable[[], Result]) -> Result | None:
        """What a worker says; None where it fails, and why is noted."""
        try:
            said = ask()
        except WorkerUnusable as error:
            self.problems[place.name] = str(error)
            return None
        self.problems.pop(place.name, None)
        return said


def alone(batches: Sequence[Sequence[str]], embedder: Embedder, keep: Keep) -> None:
    """Embed all batches here."""
    for batch in batches:
        keep(batch, embedder.encode_passages(batch))


def _first(batches: Sequence[Sequence[str]]) -> int:
    """How many batches from the beginning are this process's own: those of the few passages, and all where there is but one more."""
    own = passages = 0
    for batch in batches:
        passages += len(batch)
        if passages > FEW_PASSAGES:
            break
        own += 1
    return len(batches) if own >= len(batches) - 1 else own
