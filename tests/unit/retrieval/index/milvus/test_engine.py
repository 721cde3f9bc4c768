from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from retrieval.errors import IndexDamaged, IndexIncompatible, IndexNotWritten, IndexUnavailable, IndexUnreachable
from retrieval.index.milvus.engine import UNREAD_AFTER, MilvusEngine
from retrieval.index.milvus.layout import IndexCollections
from retrieval.text.passage import Passage
from retrieval.text.terms import Terms
from tests.free_port import free_port
from tests.milvus_servers import new_index

pymilvus = pytest.importorskip("pymilvus", reason="the extra milvus is not installed")
TEXT = "园区去年新增企业三十二家。"


class Index:
    """An index whose clock stands until it is moved."""

    def __init__(self, uri: str, name: str) -> None:
        self.uri, self.name, self.now = uri, name, 1e9
        self.engine = self.elsewhere()
        self.client = pymilvus.MilvusClient(uri)

    def elsewhere(self) -> MilvusEngine:
        """The same index, as another process sees it."""
        return MilvusEngine(self.uri, name=self.name, clock=lambda: self.now)

    def write(self, version: str, rows: int = 3) -> None:
        passages = [Passage(Article(f"a{row}", None, TEXT, None, None, None, (), f"a{row}.txt"), 0, len(TEXT)) for row in range(rows)]
        vectors = np.eye(rows, 8, dtype=np.float32)
        self.engine.write(version, passages, vectors, [Terms(tuple(TEXT), (f"{row}",)) for row in range(rows)])

    def published(self, *versions: str) -> None:
        for version in versions:
            self.write(version)
            self.engine.publish(version)

    def collections(self) -> set[str]:
        """The versions that have collections."""
        ours = IndexCollections(self.name)
        return {version for name in self.client.list_collections() if (version := ours.version_of(name))}

    def loaded(self, version: str) -> bool:
        return "Loaded" in str(self.client.get_load_state(f"{self.name}_{version}")["state"])


@pytest.fixture
def index(milvus_uri: str) -> Iterator[Index]:
    with new_index(milvus_uri) as name:
        yield Index(milvus_uri, name)


def test_what_is_pruned_is_deleted_once_nobody_reads_it(index: Index) -> None:
    index.published("1", "2")
    reading = index.elsewhere().open("1")
    index.engine.prune(1)
    assert index.engine.versions() == ["2"]
    assert reading.passage(0).text == TEXT
    index.now += UNREAD_AFTER - 1
    index.engine.prune(1)
    assert index.collections() == {"1", "2"}
    index.now += 1
    index.engine.prune(1)
    assert index.collections() == {"2"}


def test_what_this_process_reads_is_deleted_after_it_was_closed(index: Index) -> None:
    index.published("1", "2")
    reading = index.engine.open("1")
    index.engine.prune(1)
    index.now += UNREAD_AFTER
    index.engine.prune(1)
    assert reading.passage(0).text == TEXT
    reading.close()
    index.engine.prune(1)
    assert index.collections() == {"2"}


def test_what_is_kept_leaves_the_memory_and_comes_back_for_a_rollback(index: Index) -> None:
    index.published("1", "2")
    index.engine.prune(2)
    assert index.loaded("1")
    index.now += UNREAD_AFTER
    index.engine.prune(2)
    assert not index.loaded("1")
    index.engine.publish("1")
    assert index.loaded("1")
    index.engine.prune(2)  # that of 2 begins only now
    assert (index.engine.current(), index.loaded("2")) == ("1", True)


def test_a_version_used_again_is_new_to_whoever_counts_the_time(index: Index) -> None:
    index.published("1", "2")
    index.engine.prune(2)
    index.now += UNREAD_AFTER
    index.engine.publish("1")
    index.engine.publish("2")
    index.engine.prune(1)
    assert index.collections() == {"1", "2"}


def test_what_an_interrupted_write_left_goes_and_nothing_else(index: Index) -> None:
    index.published("1")
    for name in (f"{index.name}_2", f"{index.name}_2_terms", f"{index.name}_notes"):
        index.client.create_collection(name, dimension=2)
    index.engine.prune(1)
    assert index.collections() == {"1"}
    assert index.client.has_collection(f"{index.name}_notes")


def test_a_version_can_be_written_where_an_interrupted_write_was(index: Index) -> None:
    index.client.create_collection(f"{index.name}_1", dimension=2)
    index.write("1", rows=4)
    assert len(index.engine.open("1")) == 4


def test_a_collection_with_too_few_rows_is_damage(index: Index) -> None:
    index.write("1")
    index.client.delete(f"{index.name}_1_articles", ids=[0])
    with pytest.raises(IndexDamaged, match=r"has 5 of 6 rows: run `parkqa reindex`"):
        index.engine.open("1")


def test_another_format_is_refused_with_the_remedy(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    index.write("1")
    monkeypatch.setattr("retrieval.index.milvus.engine.FORMAT_VERSION", 9999)
    with pytest.raises(IndexIncompatible, match=r"this program reads 9999: run `parkqa reindex`"):
        index.engine.open("1")


def test_who_is_not_there_is_named_without_a_password() -> None:
    engine = MilvusEngine(f"http://root:secret@127.0.0.1:{free_port()}", "another-secret")
    for _ in range(2):  # the second one waits for nobody
        with pytest.raises(IndexUnreachable, match=r"does not answer at http://127.0.0.1:\d+: see that it runs") as refused:
            engine.current()
        assert "secret" not in str(refused.value)


def test_a_folder_that_milvus_lite_cannot_have_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(IndexUnavailable, match=r"file/lite.db cannot be opened by milvus-lite"):
        MilvusEngine(str(tmp_path / "file" / "lite.db")).versions()


def test_a_version_that_cannot_be_written_says_so(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.index.milvus.writing.TERMS", ())
    with pytest.raises(IndexNotWritten, match="Index version 1 could not be written to"):
        index.write("1")
    assert index.engine.versions() == []
