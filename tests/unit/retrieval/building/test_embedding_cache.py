from __future__ import annotations

import resource
import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ParkQAError
from retrieval.building.embedding_cache import EmbeddingCache, encode_cached, text_key
from retrieval.models.embedder import Vectors
from tests.fakes import HashingEmbedder

TEXTS = ["开工", "一批项目集中开工", "签约", "开工", "年产值翻番"]


def open_cache(folder: Path, embedder: HashingEmbedder) -> EmbeddingCache:
    return EmbeddingCache(folder, embedder.fingerprint, embedder.dimension)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=40), st.integers(1, 7))
def test_cached_vectors_are_those_of_the_embedder_in_order(texts: list[str], batch: int) -> None:
    embedder = HashingEmbedder()
    expected = HashingEmbedder().encode_passages(texts)
    with TemporaryDirectory() as folder:
        cache = open_cache(Path(folder), embedder)
        half = texts[: len(texts) // 2]
        np.testing.assert_array_equal(encode_cached(embedder, cache, half, batch), expected[: len(half)])
        np.testing.assert_array_equal(encode_cached(embedder, cache, texts, batch), expected)
        assert embedder.encoded == len(cache) == len(set(texts))
        cache.close()


def test_vectors_outlive_the_process(tmp_path: Path) -> None:
    first, second = HashingEmbedder(), HashingEmbedder()
    encode_cached(first, open_cache(tmp_path, first), TEXTS)
    again = encode_cached(second, open_cache(tmp_path, second), TEXTS)
    assert second.encoded == 0
    np.testing.assert_array_equal(again, first.encode_passages(TEXTS))


def test_another_embedder_finds_nothing(tmp_path: Path, hashing_embedder: HashingEmbedder) -> None:
    encode_cached(hashing_embedder, open_cache(tmp_path, hashing_embedder), TEXTS)
    _, missing = EmbeddingCache(tmp_path, "another", hashing_embedder.dimension).get_many(TEXTS)
    assert missing.all()


def test_progress_counts_what_is_embedded(tmp_path: Path, hashing_embedder: HashingEmbedder) -> None:
    cache = open_cache(tmp_path, hashing_embedder)
    encode_cached(hashing_embedder, cache, TEXTS[:1])
    seen: list[tuple[int, int]] = []
    encode_cached(hashing_embedder, cache, TEXTS, batch=2, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (2, 3), (3, 3)]


def test_an_interrupted_run_keeps_its_finished_batches(tmp_path: Path) -> None:
    class Dying(HashingEmbedder):
        def encode_passages(self, texts: Sequence[str]) -> Vectors:
            if self.encoded >= 4:
                raise KeyboardInterrupt
            return super().encode_passages(texts)

    texts = [f"第{number}条" for number in range(10)]
    dying = Dying()
    with pytest.raises(KeyboardInterrupt):
        encode_cached(dying, open_cache(tmp_path, dying), texts, batch=2)
    survivor = HashingEmbedder()
    encode_cached(survivor, open_cache(tmp_path, survivor), texts)
    assert survivor.encoded == 6


def test_pruning_keeps_what_is_named(tmp_path: Path, hashing_embedder: HashingEmbedder) -> None:
    cache = open_cache(tmp_path, hashing_embedder)
    encode_cached(hashing_embedder, cache, TEXTS)
    cache.prune([text_key("签约"), text_key("never seen")])
    assert cache.get_many(TEXTS)[1].tolist() == [True, True, False, True, True]


class FullDisk(sqlite3.Connection):
    """Nothing above 32 kB can be written while a file shrinks."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - what sqlite3 takes
        if sql != "VACUUM":
            return super().execute(sql, parameters)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 15, hard))
        try:
            return super().execute(sql)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(
    ("connection", "gone", "shrinks"), [(sqlite3.Connection, 500, True), (sqlite3.Connection, 200, False), (FullDisk, 500, False)]
)
def test_the_file_shrinks_when_much_went_and_the_disk_has_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, connection: type[sqlite3.Connection], gone: int, shrinks: bool
) -> None:
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=connection))
    texts, embedder = [f"第{number}条新闻" for number in range(1000)], HashingEmbedder()
    cache = open_cache(tmp_path, embedder)
    encode_cached(embedder, cache, texts)
    before = cache.path.stat().st_size
    cache.prune({text_key(text) for text in texts[gone:]})
    assert (cache.path.stat().st_size < 0.7 * before) == shrinks
    vectors, missing = cache.get_many(texts)
    assert missing.tolist() == [True] * gone + [False] * (1000 - gone)
    np.testing.assert_array_equal(vectors[gone:], HashingEmbedder().encode_passages(texts[gone:]))
    cache.put_many(texts[:1], HashingEmbedder().encode_passages(texts[:1]))
    assert len(cache) == 1001 - gone
    cache.close()


def test_a_file_that_is_no_database_is_moved_aside(tmp_path: Path, hashing_embedder: HashingEmbedder) -> None:
    path = open_cache(tmp_path, hashing_embedder).path
    path.write_bytes(b"not a database at all" * 100)
    vectors = encode_cached(hashing_embedder, open_cache(tmp_path, hashing_embedder), TEXTS)
    np.testing.assert_array_equal(vectors, HashingEmbedder().encode_passages(TEXTS))
    assert path.with_suffix(".damaged").read_bytes().startswith(b"not a database")


def test_a_file_damaged_in_the_middle_is_replaced_while_in_use(tmp_path: Path, hashing_embedder: HashingEmbedder) -> None:
    texts = [f"第{number}条新闻" for number in range(2000)]
    cache = open_cache(tmp_path, hashing_embedder)
    encode_cached(hashing_embedder, cache, texts)
    content = bytearray(cache.path.read_bytes())
    content[16384:] = b"\xa5" * (len(content) - 16384)
    cache.close()
    cache.path.write_bytes(content)
    vectors = encode_cached(hashing_embedder, open_cache(tmp_path, hashing_embedder), texts)
    np.testing.assert_array_equal(vectors, HashingEmbedder().encode_passages(texts))


@pytest.mark.parametrize("stored", [b"", b"short", np.full(64, np.nan, "<f4").tobytes(), np.full(64, 3.0, "<f4").tobytes()])
def test_a_row_that_is_no_unit_vector_is_missing(tmp_path: Path, hashing_embedder: HashingEmbedder, stored: bytes) -> None:
    cache = open_cache(tmp_path, hashing_embedder)
    encode_cached(hashing_embedder, cache, TEXTS)
    with sqlite3.connect(cache.path) as connection:
        connection.execute("UPDATE vectors SET vector = ? WHERE key = ?", (stored, text_key("签约")))
    connection.close()
    vectors, missing = cache.get_many(TEXTS)
    assert missing.tolist() == [False, False, True, False, False]
    assert not vectors[2].any()


def test_a_file_of_another_layout_is_moved_aside(tmp_path: Path, hashing_embedder: HashingEmbedder) -> None:
    path = open_cache(tmp_path, hashing_embedder).path
    with sqlite3.connect(path) as connection:
        connection.executescript("DROP TABLE vectors; CREATE TABLE vectors (text, numbers, more)")
    connection.close()
    np.testing.assert_array_equal(
        encode_cached(hashing_embedder, open_cache(tmp_path, hashing_embedder), TEXTS), HashingEmbedder().encode_passages(TEXTS)
    )


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path, hashing_embedder: HashingEmbedder) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ParkQAError, match=r"embedding cache .* cannot be used") as raised:
        open_cache(tmp_path / "file" / "cache", hashing_embedder)
    assert "\n" not in str(raised.value)
