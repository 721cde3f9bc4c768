from __future__ import annotations

import socket
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from retrieval.errors import IndexUnavailable, IndexUnreachable
from retrieval.index.milvus import connection
from retrieval.index.milvus.connection import MilvusConnection
from tests.milvus_servers import LiteServer

pymilvus = pytest.importorskip("pymilvus", reason="the extra milvus is not installed")


class FlakyClient:
    """Is away so many times, and takes down what it is told."""

    def __init__(self, away: int, code: int = 2, seconds: float = 0.0) -> None:
        self.away, self.code, self.seconds = away, code, seconds
        self.told: list[tuple[str, list[dict[str, Any]]]] = []

    def insert(self, collection: str, rows: list[dict[str, Any]], timeout: float) -> None:
        self._tell("insert", rows)

    def upsert(self, collection: str, rows: list[dict[str, Any]], timeout: float) -> None:
        self._tell("upsert", rows)

    def _tell(self, how: str, rows: list[dict[str, Any]]) -> None:
        self.told.append((how, rows))
        if self.away:
            self.away -= 1
            time.sleep(self.seconds)
            raise pymilvus.MilvusException(self.code, "away")


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr("tenacity.nap.time", SimpleNamespace(sleep=lambda _: None))


def connected(client: FlakyClient, monkeypatch: pytest.MonkeyPatch) -> MilvusConnection:
    made = MilvusConnection("http://127.0.0.1:19530")
    monkeypatch.setattr(made, "_client", client)
    return made


def test_an_insert_is_tried_again_so_that_no_row_stands_there_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    client, rows = FlakyClient(away=2), [{"row": 1}]
    connected(client, monkeypatch).insert("passages", rows)
    assert client.told == [("insert", rows), ("upsert", rows), ("upsert", rows)]


def test_what_is_refused_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    client = FlakyClient(away=9, code=1100)
    with pytest.raises(IndexUnavailable, match="look into its log"):
        connected(client, monkeypatch).insert("passages", [{"row": 1}])
    assert len(client.told) == 1


def test_a_server_that_stays_away_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "RETRY_SECONDS", 0.0)
    with pytest.raises(IndexUnreachable):
        connected(FlakyClient(away=9), monkeypatch).insert("passages", [{"row": 1}])


def test_who_queues_behind_a_question_in_vain_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PAUSE_SECONDS", 0.1)
    client = FlakyClient(away=1, seconds=0.1)
    made = connected(client, monkeypatch)
    for _ in range(3):
        with pytest.raises(IndexUnreachable):
            made.put("versions", {"version": 1})
    assert len(client.told) == 1


def test_a_server_that_refuses_at_once_is_asked_by_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PAUSE_SECONDS", 60.0)
    client = FlakyClient(away=1)
    made = connected(client, monkeypatch)
    with pytest.raises(IndexUnreachable):
        made.put("versions", {"version": 1})
    made.put("versions", {"version": 1})
    assert len(client.told) == 2


def test_a_server_is_found_again_at_once_however_often_it_was_asked_while_it_was_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "ANSWER_SECONDS", 1.0)
    server = LiteServer(tmp_path)
    server.start()
    made = MilvusConnection(server.uri)
    assert made.collections() == []
    server.kill()
    away_until = time.monotonic() + 1.7
    while time.monotonic() < away_until:
        with pytest.raises(IndexUnreachable):
            made.collections()
        time.sleep(0.05)
    with socket.create_server(("127.0.0.1", int(server.uri.rpartition(":")[2]))) as returned:
        returned.setblocking(False)
        with pytest.raises(IndexUnreachable):  # nothing is said here; that somebody asks is enough
            made.collections()
        returned.accept()[0].close()
