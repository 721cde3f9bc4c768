from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from retrieval.errors import IndexDamaged, IndexIncompatible, IndexMissing
from retrieval.index.engine import Snapshot
from retrieval.index.in_process import InProcessEngine
from retrieval.index.live_index import LiveIndex
from retrieval.index.manifest import Fingerprints, Manifest
from retrieval.text.passage import Passage
from retrieval.text.terms import Terms

FINGERPRINTS = Fingerprints("model-a", "words-1", "sentences-1")


class CloseRecorder:
    """A snapshot that notes when it is closed."""

    def __init__(self, snapshot: Snapshot, version: str, closed: list[str]) -> None:
        self.passage = snapshot.passage
        self._snapshot, self._version, self._closed = snapshot, version, closed

    def close(self) -> None:
        self._closed.append(self._version)
        self._snapshot.close()


class RecordingEngine(InProcessEngine):
    """Notes which versions were opened and closed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.opened: list[str] = []
        self.closed: list[str] = []

    def open(self, version: str) -> CloseRecorder:  # type: ignore[override]
        snapshot = super().open(version)
        self.opened.append(version)
        return CloseRecorder(snapshot, version, self.closed)


def publish(engine: InProcessEngine, version: str, texts: Sequence[str], fingerprints: Fingerprints = FINGERPRINTS) -> None:
    passages = [Passage(Article(f"a{n}", None, text, None, None, None, (), f"a{n}.txt"), 0, len(text)) for n, text in enumerate(texts)]
    engine.write(version, passages, np.eye(4, dtype=np.float32)[: len(texts)], [Terms(tuple(text), ()) for text in texts], fingerprints)
    engine.publish(version)


def first_text(live: LiveIndex) -> tuple[str, str]:
    with live.open() as index:
        return index.version, index.snapshot.passage(0).text


@pytest.fixture
def engine(tmp_path: Path) -> RecordingEngine:
    return RecordingEngine(tmp_path / "index")


@pytest.fixture
def live(engine: RecordingEngine) -> LiveIndex:
    return LiveIndex(engine, "model-a", 4, "words-1")


def test_before_the_first_reindex_the_index_is_missing(live: LiveIndex, engine: RecordingEngine) -> None:
    with pytest.raises(IndexMissing, match=r"index yet: run `parkqa reindex`"), live.open():
        pass
    publish(engine, "1", ["甲"])
    assert first_text(live) == ("1", "甲")


def test_it_opens_once_and_follows_a_new_version(live: LiveIndex, engine: RecordingEngine) -> None:
    publish(engine, "1", ["甲"])
    assert [first_text(live), first_text(live)] == [("1", "甲")] * 2
    publish(engine, "2", ["乙"])
    assert [first_text(live), first_text(live)] == [("2", "乙")] * 2
    assert (engine.opened, engine.closed) == (["1", "2"], ["1"])


def test_a_version_stays_open_until_its_last_reader_leaves(live: LiveIndex, engine: RecordingEngine) -> None:
    publish(engine, "1", ["甲"])
    with live.open() as first, live.open() as second:
        publish(engine, "2", ["乙"])
        engine.prune(1)
        assert first_text(live) == ("2", "乙")
        assert first.snapshot is second.snapshot
        assert first.snapshot.passage(0).text == "甲"
        assert engine.closed == []
    assert engine.closed == ["1"]
    live.close()
    assert engine.closed == ["1", "2"]


@pytest.mark.parametrize(
    ("fingerprints", "named"),
    [
        (Fingerprints("model-b", "words-1", "s"), r"embedder 'model-b', this program uses 'model-a'"),
        (Fingerprints("model-a", "words-2", "s"), r"analyzer 'words-2', this program uses 'words-1'"),
    ],
)
def test_an_index_made_otherwise_is_refused(live: LiveIndex, engine: RecordingEngine, fingerprints: Fingerprints, named: str) -> None:
    publish(engine, "1", ["甲"], fingerprints)
    with pytest.raises(IndexIncompatible, match=named + r": run `parkqa reindex`"), live.open():
        pass


def test_another_dimension_is_refused(engine: RecordingEngine) -> None:
    publish(engine, "1", ["甲"])
    with pytest.raises(IndexIncompatible, match="dimension 4, this program uses 384"), LiveIndex(engine, "model-a", 384, "words-1").open():
        pass


def test_a_damaged_new_version_is_an_error_until_it_is_mended(live: LiveIndex, engine: RecordingEngine, tmp_path: Path) -> None:
    publish(engine, "1", ["甲"])
    first_text(live)
    publish(engine, "2", ["乙"])
    (tmp_path / "index/versions/2/catalogue.sqlite").write_bytes(b"")
    with pytest.raises(IndexDamaged, match=r"catalogue\.sqlite"):
        first_text(live)
    publish(engine, "3", ["丙"])
    assert first_text(live) == ("3", "丙")


def test_a_version_pruned_while_it_is_opened_gives_way_to_the_next(
    live: LiveIndex, engine: RecordingEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(engine, "1", ["甲"])
    manifest = engine.manifest

    def slow_manifest(version: str) -> Manifest:
        if version == "1":
            publish(engine, "2", ["乙"])
            engine.prune(1)
        return manifest(version)

    monkeypatch.setattr(engine, "manifest", slow_manifest)
    assert first_text(live) == ("2", "乙")
    assert first_text(live) == ("2", "乙")
    assert engine.opened == ["2"]


def test_an_error_in_the_block_still_releases(live: LiveIndex, engine: RecordingEngine) -> None:
    publish(engine, "1", ["甲"])
    with pytest.raises(ZeroDivisionError), live.open():
        raise ZeroDivisionError
    live.close()
    assert engine.closed == ["1"]


def test_threads_never_meet_a_closed_snapshot(live: LiveIndex, engine: RecordingEngine) -> None:
    publish(engine, "1", ["1"])
    done = threading.Event()
    failures: list[BaseException] = []

    def ask() -> None:
        while not done.is_set():
            try:
                version, text = first_text(live)
                assert version == text
            except BaseException as error:  # a thread's errors would otherwise be lost
                failures.append(error)
                return

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for version in map(str, range(2, 8)):
        publish(engine, version, [version])
        engine.prune(1)
    done.set()
    for thread in threads:
        thread.join()
    live.close()
    assert failures == []
    assert sorted(engine.opened) == sorted(engine.closed)
