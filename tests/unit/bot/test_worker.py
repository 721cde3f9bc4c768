"""A worker as a process, asked as a reindex asks it."""

from __future__ import annotations

import os
import signal
import socket
import time
from functools import partial

import numpy as np
import pytest

from retrieval.errors import WorkerUnusable
from retrieval.workers import worker
from retrieval.workers.exchange import Batch, WorkerState
from retrieval.workers.worker import Place, Worker, places_of
from tests.fakes import HashingEmbedder
from tests.worker_processes import SECRET, OtherEmbedder, Process, SlowEmbedder, of, working

TEXTS = ("开工", "一批项目集中开工", "\ud800 no text")
MODEL = HashingEmbedder().fingerprint
BATCH = Batch(MODEL, TEXTS, 0, 3)


def asked(process: Process, secret: str = SECRET) -> Worker:
    (place,) = places_of(process.address)
    return Worker(place, secret)


def test_it_embeds_as_the_embedder_does() -> None:
    with working(HashingEmbedder) as (process,):
        vectors = asked(process).encode(BATCH, 64)
        assert vectors.tobytes() == HashingEmbedder().encode_passages(TEXTS).tobytes()
        assert asked(process).state(MODEL) == WorkerState(MODEL, 3, busy=False)
        process.end(signal.SIGTERM)


def test_one_that_takes_longer_than_a_dead_one_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SILENT_SECONDS", 2.5)
    with working(partial(SlowEmbedder, 0.1)) as (process,):
        began = time.monotonic()
        asked(process).encode(Batch(MODEL, TEXTS * 12, 0, 36), 64)
        assert time.monotonic() - began > 3


def test_one_that_says_nothing_is_taken_for_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SILENT_SECONDS", 1.0)
    with working(HashingEmbedder) as (process,):
        os.kill(process.number, signal.SIGSTOP)
        with pytest.raises(
            WorkerUnusable, match=r"^Worker 127\.0\.0\.1:\d+ does not answer \(it says nothing\): see that `parkqa work` runs"
        ):
            asked(process).encode(BATCH, 64)


def test_another_secret_is_refused_on_either_side() -> None:
    with working(HashingEmbedder) as (process,):
        for ask in (asked(process, f"{SECRET}2").state, partial(asked(process, f"{SECRET}2").encode, BATCH, 64)):
            with pytest.raises(WorkerUnusable, match=r"does not know the same secret: give both the same workers\.secret\.$"):
                ask()


def test_another_model_is_refused_with_both_names() -> None:
    said = r"embeds with fake:other, this index with fake:hashing:64: give both the same embedding\.model\.$"
    with working(OtherEmbedder) as (process,):
        with pytest.raises(WorkerUnusable, match=said):
            asked(process).state(MODEL)
        with pytest.raises(WorkerUnusable, match=said):
            asked(process).encode(BATCH, 64)
        assert of(process).states() == {process.address: WorkerState("fake:other", 0, busy=False)}


def test_what_is_not_there_is_one_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = Place("gpu1:9300", "127.0.0.1", free.getsockname()[1])
        with pytest.raises(WorkerUnusable, match=r"^Worker gpu1:9300 does not answer \(.*refused.*\)"):
            Worker(place, SECRET).state()
    with pytest.raises(WorkerUnusable, match=r"^Worker nowhere\.invalid:9300 is not found \(.+\): check workers\.addresses\.$"):
        places_of("nowhere.invalid:9300")


def test_a_name_of_several_machines_is_as_many_places(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET6, 1, 6, "", ("::2", 9300, 0, 0)), *((socket.AF_INET, 1, 6, "", (f"10.0.0.{n}", 9300)) for n in (2, 3, 2))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert places_of("worker:9300") == [
        Place("worker:9300 (10.0.0.2)", "10.0.0.2", 9300),
        Place("worker:9300 (10.0.0.3)", "10.0.0.3", 9300),
    ]


def test_two_reindexes_may_ask_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with working(partial(SlowEmbedder, 0.05)) as (process,), ThreadPoolExecutor(2) as threads:
        first, second = threads.map(lambda texts: asked(process).encode(Batch(MODEL, texts, 0, 9), 64), (TEXTS, TEXTS[::-1]))
        np.testing.assert_array_equal(first, second[::-1])
