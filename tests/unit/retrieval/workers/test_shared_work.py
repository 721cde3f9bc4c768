from __future__ import annotations

from collections.abc import Sequence
from threading import Thread

import numpy as np
import pytest

from retrieval.models.embedder import Vectors
from retrieval.workers.shared_work import MOST_TRIES, PATIENCE_SECONDS, Share, SharedWork

NOTHING = np.zeros((1, 1), dtype=np.float32)
BATCHES = [["甲"], ["乙", "丙"], ["丁"]]


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept() -> list[Sequence[str]]:
    return []


@pytest.fixture
def work(clock: Clock, kept: list[Sequence[str]]) -> SharedWork:
    return SharedWork(BATCHES, lambda texts, _: kept.append(texts), clock)


def taken(share: Share | None) -> Share:
    assert share
    return share


def test_each_batch_is_kept_once_whoever_embeds_it(work: SharedWork, kept: list[Sequence[str]]) -> None:
    ours, theirs, last = taken(work.take()), taken(work.take_away()), taken(work.take())
    assert [share.texts for share in (ours, theirs, last)] == BATCHES
    assert [work.bring(share, NOTHING) for share in (theirs, ours, theirs, last)] == [True, True, False, True]
    assert kept == [BATCHES[1], BATCHES[0], BATCHES[2]]
    assert (work.take(), work.take_away()) == (None, None)
    assert work.done == work.total == 4


def test_what_a_worker_gives_back_is_next(work: SharedWork) -> None:
    first = taken(work.take_away())
    work.give_back(first)
    assert taken(work.take_away()) is first


def test_what_ends_one_worker_after_another_is_embedded_here(work: SharedWork) -> None:
    bad = None
    for _ in range(MOST_TRIES):
        bad = taken(work.take_away())
        work.give_back(bad)
    assert taken(work.take_away()) is not bad
    assert taken(work.take()) is bad


def test_what_a_worker_is_too_long_about_is_embedded_here_too(work: SharedWork, clock: Clock, kept: list[Sequence[str]]) -> None:
    hung = taken(work.take_away())
    for _ in BATCHES[1:]:
        work.bring(taken(work.take()), NOTHING)
    clock.now += PATIENCE_SECONDS
    assert taken(work.take()) is hung
    assert work.bring(hung, NOTHING)
    work.give_back(hung)  # the worker ends after all
    assert work.take() is None
    assert len(kept) == len(BATCHES)


def test_this_process_waits_for_workers(work: SharedWork, kept: list[Sequence[str]]) -> None:
    theirs = [taken(work.take_away()) for _ in BATCHES]
    bringing = Thread(target=lambda: [work.bring(share, NOTHING) for share in theirs])
    bringing.start()
    assert work.take() is None
    bringing.join()
    assert len(kept) == len(BATCHES)


def test_a_disk_that_is_full_when_a_worker_brings_vectors_ends_this_process_and_no_thread() -> None:
    def keep(_texts: Sequence[str], _vectors: Vectors) -> None:
        raise OSError("No space left on device")

    work = SharedWork(BATCHES, keep)
    work.bring(taken(work.take_away()), NOTHING)
    assert work.take_away() is None
    with pytest.raises(OSError, match="No space left"):
        work.take()


def test_what_comes_after_the_end_is_not_kept(work: SharedWork, kept: list[Sequence[str]]) -> None:
    late = taken(work.take_away())
    work.stop()
    assert not work.bring(late, NOTHING)
    assert (work.take_away(), kept) == (None, [])
