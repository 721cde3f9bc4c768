from __future__ import annotations

import random
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from retrieval.errors import IndexDamaged, IndexNotWritten
from retrieval.index.in_process import InProcessEngine
from retrieval.text.passage import Passage
from retrieval.text.terms import Terms

TEXT = "园区去年新增企业三十二家。"


@pytest.fixture
def engine(tmp_path: Path) -> InProcessEngine:
    return InProcessEngine(tmp_path / "index")


def write(engine: InProcessEngine, version: str, rows: int = 8) -> None:
    passages = [Passage(Article(f"a{row}", None, TEXT, None, None, None, (), f"a{row}.txt"), 0, len(TEXT)) for row in range(rows)]
    vectors = np.random.default_rng(1).normal(size=(rows, 32)).astype(np.float32)
    engine.write(version, passages, vectors, [Terms(tuple(TEXT), (f"{row}",)) for row in range(rows)])


def files(engine: InProcessEngine, version: str) -> list[Path]:
    folder = Path(engine.location) / "versions" / version
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)


def test_whoever_may_read_one_file_may_read_all(engine: InProcessEngine) -> None:
    write(engine, "1")
    assert len({path.stat().st_mode for path in files(engine, "1")}) == 1


def test_a_missing_file_is_damage(engine: InProcessEngine) -> None:
    write(engine, "1")
    for path in files(engine, "1"):
        content = path.read_bytes()
        path.unlink()
        with pytest.raises(IndexDamaged, match=r"parkqa reindex"):
            engine.open("1")
        path.write_bytes(content)
    engine.open("1").close()


def test_a_truncated_file_is_damage(engine: InProcessEngine) -> None:
    write(engine, "1")
    for path in files(engine, "1"):
        content = path.read_bytes()
        for length in (0, 1, len(content) // 2, len(content) - 2):
            path.write_bytes(content[:length])
            with pytest.raises(IndexDamaged, match=path.name):
                engine.open("1")
        path.write_bytes(content)
    engine.open("1").close()


def test_a_single_wrong_bit_is_damage(engine: InProcessEngine) -> None:
    write(engine, "1")
    chance = random.Random(3)
    for path in files(engine, "1"):
        if path.name == "manifest.json":
            continue
        content = path.read_bytes()
        for position in {0, len(content) - 1, *(chance.randrange(len(content)) for _ in range(5))}:
            path.write_bytes(content[:position] + bytes([content[position] ^ 1 << chance.randrange(8)]) + content[position + 1 :])
            with pytest.raises(IndexDamaged, match=path.name):
                engine.open("1")
        path.write_bytes(content)
    engine.open("1").close()


@contextmanager
def file_size_limit() -> Iterator[None]:
    """No file may grow beyond 40,000 bytes: what a full disk looks like from inside FAISS, tantivy and SQLite.

    Around the write alone: pytest's own output may be a file, and longer than that.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("part", ["vectors", "lexical", "catalogue"])
def test_a_disk_that_takes_no_more_is_one_clear_error(engine: InProcessEngine, part: str) -> None:
    write(engine, "1")
    text = TEXT * (5_000 if part == "catalogue" else 1)
    terms = tuple(f"term{number}" for number in range(40_000)) if part == "lexical" else ("园区",)
    vectors = np.ones((1, 20_000 if part == "vectors" else 32), dtype=np.float32)
    passage = Passage(Article("a", None, text, None, None, None, (), "a.txt"), 0, len(text))
    with file_size_limit(), pytest.raises(IndexNotWritten, match="version 2 could not be written"):
        engine.write("2", [passage], vectors, [Terms(terms, ())])
    assert engine.versions() == ["1"]
    assert [path.name for path in (Path(engine.location) / "versions").iterdir()] == ["1"]
    assert len(engine.open("1")) == 8
