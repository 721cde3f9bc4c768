"""Reindexes with workers that are killed, hang and come back: whatever happens, the vectors are those of one process."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from retrieval.workers import worker, workers
from retrieval.workers.workers import WorkerReport
from tests.children import fork, in_child
from tests.free_port import free_port
from tests.integration.command_line import PARKQA, REPOSITORY, environment, only_json, parkqa
from tests.trials import trials
from tests.worker_processes import SECRET, OtherEmbedder, SlowEmbedder, of, wait, working
from tests.workshop import Workshop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

ARTICLES = 120
SECONDS = 0.01
"""That a passage takes, in whichever process."""


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(worker, "SILENT_SECONDS", 3.0)


def workshop(folder: Path) -> Workshop:
    shop = Workshop(folder)
    for number in range(ARTICLES):
        shop.put(f"{number}.txt", f"第{number}号园区的企业数目\n第{number}号园区现有规模以上的工业企业{1000 + number}家。\n")
    shop.embedder = SlowEmbedder(SECONDS)
    return shop


def vectors(index: Path) -> dict[bytes, bytes]:
    """Every cached one, by its key."""
    (path,) = (index / "embeddings").glob("*.sqlite")
    with sqlite3.connect(path) as connection:
        return dict(connection.execute("SELECT key, vector FROM vectors").fetchall())


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[bytes, bytes]:
    """What one process makes."""
    shop = workshop(tmp_path_factory.mktemp("alone"))
    assert shop.reindex().workers == ()
    return vectors(shop.directory.root)


def reindexed(shop: Workshop, expected: dict[bytes, bytes]) -> dict[str, WorkerReport]:
    """The reports of the workers; the index is whole."""
    report = shop.reindex()
    assert (report.embedded, report.passages, shop.stages["embedding"]) == (ARTICLES, ARTICLES, (ARTICLES, ARTICLES))
    assert vectors(shop.directory.root) == expected
    assert len(shop.indexed()) == ARTICLES
    return {each.name: each for each in report.workers}


def test_two_workers_share_the_work(tmp_path: Path, expected: dict[bytes, bytes]) -> None:
    shop = workshop(tmp_path)
    with working(partial(SlowEmbedder, SECONDS), partial(SlowEmbedder, SECONDS)) as (one, other):
        shop.workers = of(one, other)
        reports = reindexed(shop, expected)
    assert [reports[each.address].problem for each in (one, other)] == [None, None]
    assert all(reports[each.address].embedded >= 10 for each in (one, other))


def test_who_cannot_be_used_is_done_without_and_said_to_be(tmp_path: Path, expected: dict[bytes, bytes]) -> None:
    shop = workshop(tmp_path)
    with working(OtherEmbedder) as (other,), working(partial(SlowEmbedder, SECONDS), secret=f"{SECRET}2") as (stranger,):
        shop.workers = of(other, stranger)
        reports = reindexed(shop, expected)
    assert {each.embedded for each in reports.values()} == {0}
    assert "embeds with fake:other, this index with fake:hashing:64" in str(reports[other.address].problem)
    assert "does not know the same secret" in str(reports[stranger.address].problem)


def test_one_that_hangs_is_taken_for_dead(tmp_path: Path, expected: dict[bytes, bytes]) -> None:
    shop = workshop(tmp_path)
    with working(partial(SlowEmbedder, SECONDS)) as (hanging,):
        shop.workers = of(hanging)
        os.kill(hanging.number, signal.SIGSTOP)
        reports = reindexed(shop, expected)
    assert all(each.embedded == 0 for each in reports.values())


def test_workers_that_are_killed_and_begin_again_lose_nothing(tmp_path: Path, expected: dict[bytes, bytes]) -> None:
    chance, kills = random.Random(11), 0
    with working(*[partial(SlowEmbedder, SECONDS / 10)] * 2) as processes:
        for trial in range(trials(3)):
            shop = workshop(tmp_path / str(trial))
            shop.workers = of(*processes)
            running = fork(lambda shop=shop: reindexed(shop, expected))  # type: ignore[misc]
            while (ended := os.waitpid(running, os.WNOHANG)) == (0, 0):
                time.sleep(chance.uniform(0.05, 0.3))
                killed = chance.choice(processes)
                killed.end()
                killed.begin()
                kills += 1
            assert ended == (running, 0)
            assert vectors(shop.directory.root) == expected
            assert len(shop.indexed()) == ARTICLES
    assert kills >= trials(3)


def test_workers_outlive_a_killed_reindex_and_serve_the_next(tmp_path: Path, expected: dict[bytes, bytes]) -> None:
    chance = random.Random(12)
    with working(partial(SlowEmbedder, SECONDS)) as (process,):
        for trial in range(trials(3)):
            shop = workshop(tmp_path / str(trial))
            shop.workers = of(process)
            running = fork(shop.reindex)
            time.sleep(chance.uniform(0.2, 0.9))
            os.kill(running, signal.SIGKILL)
            os.waitpid(running, 0)
            assert shop.indexed() in ({}, workshop(tmp_path / str(trial)).indexed())
            assert in_child(shop.reindex) == 0
            assert vectors(shop.directory.root) == expected
            assert len(shop.indexed()) == ARTICLES


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[str]:
    """The address of `parkqa work`."""
    port = free_port()
    variables = {"PARKQA_WORKERS__SECRET": SECRET, "PARKQA_WORKERS__PORT": str(port)}
    with subprocess.Popen([*PARKQA, "work"], cwd=REPOSITORY, env=environment(tmp_path, **variables), stderr=subprocess.PIPE) as child:
        wait(port)
        yield f"127.0.0.1:{port}"
        child.terminate()
        assert child.stderr
        said = child.stderr.read().decode()
        assert said.startswith(f"Waiting at 127.0.0.1:{port} to embed for reindexes, with bundled:multilingual-e5-small:")
    assert child.returncode == 0


def test_the_commands(tmp_path: Path, at_work: str) -> None:
    corpus = tmp_path / "articles"
    corpus.mkdir()
    for number in range(38):
        (corpus / f"{number}.txt").write_text(f"旧港园区第{number}号码头\n旧港园区第{number}号码头去年开工，投资{number}亿元。\n", "utf-8")
    variables = {"PARKQA_EMBEDDING__BATCH_SIZE": "2", "PARKQA_WORKERS__SECRET": SECRET, "PARKQA_READER__BUDGET_MS": "0"}
    shared = variables | {"PARKQA_WORKERS__ADDRESSES": f"[{at_work}, 127.0.0.1:9]"}

    def reindex(name: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return parkqa(tmp_path, "reindex", *arguments, "--corpus", corpus, "--index", tmp_path / name, **variables)

    report = only_json(reindex("shared", "--json", **shared))
    told = {each["name"]: each for each in report["workers"]}
    assert 2 <= told[at_work]["embedded"] <= 4  # of three batches, the first of which is the reindex's own
    assert told["127.0.0.1:9"]["problem"].startswith("Worker 127.0.0.1:9 does not answer (")

    reindex("alone", "--json", **variables)
    assert vectors(tmp_path / "shared") == vectors(tmp_path / "alone")

    status = parkqa(tmp_path, "status", "--lang", "zh", "--index", tmp_path / "shared", **shared)
    assert f"工作进程 {at_work} 空闲" in status.stdout
    assert "工作进程 127.0.0.1:9 没有回应" in status.stdout
    as_json = only_json(parkqa(tmp_path, "status", "--json", "--index", tmp_path / "shared", **shared))
    assert json.loads(json.dumps(as_json["workers"]))[at_work]["busy"] is False
    without = parkqa(tmp_path, "reindex", "--corpus", corpus, "--index", tmp_path / "none", PARKQA_WORKERS__ADDRESSES="127.0.0.1:9")
    assert without.returncode == 1
    assert without.stderr.startswith("workers.secret is not set: give workers and reindex the same PARKQA_WORKERS__SECRET")
