"""Batches of passages, shared among this process and workers. Whatever becomes of the workers, each batch is embedded."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import Condition

from retrieval.models.embedder import Vectors

Keep = Callable[[Sequence[str], Vectors], None]
"""Takes the vectors of a batch; called by one thread at a time."""

MOST_TRIES = 2
"""Workers that a batch is given to, should it be what ends them; then this process embeds it."""
PATIENCE_SECONDS = 60.0
"""After which this process, when it has nothing else to do, also embeds what a worker has not brought back. What comes first counts."""


@dataclass(slots=True, eq=False)
class Share:
    """A batch, and what became of it."""

    texts: Sequence[str]
    tries: int = 0
    taken: float = 0.0
    done: bool = False


class SharedWork:
    """A queue that is worked off when every batch is done. Safe to use from several threads."""

    def __init__(self, batches: Iterable[Sequence[str]], keep: Keep, clock: Callable[[], float] = time.monotonic) -> None:
        self._keep, self._clock = keep, clock
        self._waiting = deque(map(Share, batches))
        self._for_us = deque[Share]()
        self._out: list[Share] = []
        self._changed = Condition()
        self._error: BaseException | None = None
        self._stopped = False
        self.total = sum(len(share.texts) for share in self._waiting)
        self.done = 0

    def take(self) -> Share | None:
        """The next batch for this process, or one that a worker is too long about; None when all are done.

        Raises what was raised where vectors were to be kept.
        """
        with self._changed:
            while not self._stopped and self.done < self.total:
                if self._for_us or self._waiting:
                    return self._taken(self._for_us or self._waiting)
                self._changed.wait(max(0.0, self._out[0].taken + PATIENCE_SECONDS - self._clock()))
                if not (self._for_us or self._waiting) and self._out and self._clock() - self._out[0].taken >= PATIENCE_SECONDS:
                    return self._out[0]
            if self._error:
                raise self._error
            return None

    def take_away(self) -> Share | None:
        """The next batch for a worker, which is waited for; None when there will be none."""
        with self._changed:
            while not self._stopped and self.done < self.total:
                if self._waiting:
                    return self._taken(self._waiting)
                self._changed.wait()
            return None

    def give_back(self, share: Share) -> None:
        """A worker did not embed it."""
        with self._changed:
            if share.done:
                return
            self._out.remove(share)
            share.tries += 1
            (self._waiting if share.tries < MOST_TRIES else self._for_us).appendleft(share)
            self._changed.notify_all()

    def bring(self, share: Share, vectors: Vectors) -> bool:
        """The vectors of a batch are there; whether they are the first."""
        with self._changed:
            if share.done or self._stopped:
                return False
            share.done = True
            self._out = [other for other in self._out if other is not share]
            try:
                self._keep(share.texts, vectors)
            except BaseException as error:  # on a full disk; it is this process that has to know
                self._error, self._stopped = error, True
            self.done += len(share.texts)
            self._changed.notify_all()
            return True

    def stop(self) -> None:
        """From now on nothing is kept."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def _taken(self, queue: deque[Share]) -> Share:
        share = queue.popleft()
        share.taken = self._clock()
        self._out.append(share)
        return share
