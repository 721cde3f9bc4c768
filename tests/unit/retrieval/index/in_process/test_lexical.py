from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.errors import IndexDamaged
from retrieval.index.in_process.lexical import LexicalIndex, write_lexical
from retrieval.text.terms import Terms
from tests.children import can_trace, traced

term = st.text(st.characters(exclude_categories=("Z", "Cs", "Cc")), min_size=1, max_size=8).filter(lambda text: text.split() == [text])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(term, max_size=6), min_size=1, max_size=5), st.lists(term, max_size=3))
def test_any_term_finds_the_documents_that_hold_it(documents: list[list[str]], unknown: list[str]) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # on a busy machine tantivy may still hold its lock file
        write_lexical(Path(folder) / "lexical", [Terms((), tuple(document)) for document in documents])
        index = LexicalIndex(Path(folder) / "lexical")
        for asked in {*unknown, *(word for document in documents for word in document)}:
            found = {match.position for match in index.search(Terms((), (asked,)), 100)}
            assert found == {row for row, document in enumerate(documents) if asked in document}


def test_words_and_bigrams_are_kept_apart(tmp_path: Path) -> None:
    write_lexical(tmp_path / "lexical", [Terms(("园区",), ("企业",)), Terms(("企业",), ("园区",))])
    index = LexicalIndex(tmp_path / "lexical")
    assert [match.position for match in index.search(Terms(("园区",), ()), 5)] == [0]
    assert [match.position for match in index.search(Terms((), ("园区",)), 5)] == [1]
    assert index.document_frequencies(Terms(("园区", "无"), ("园区", "企业"))) == ([1, 0], [1, 1])


def test_rows_hold_over_several_segments(tmp_path: Path) -> None:
    """15 MB, tantivy's least, makes it write a segment every few thousand of these documents."""
    import retrieval.index.in_process.lexical as lexical

    original, lexical._HEAP_BYTES = lexical._HEAP_BYTES, 15_000_000
    try:
        count = write_lexical(tmp_path / "lexical", (Terms(tuple(f"n{row}w{word}" for word in range(40)), ()) for row in range(4_000)))
    finally:
        lexical._HEAP_BYTES = original
    index = LexicalIndex(tmp_path / "lexical")
    assert (count, len(index)) == (4_000, 4_000)
    assert len(list((tmp_path / "lexical").glob("*.term"))) > 1
    assert [index.search(Terms((f"n{row}w7",), ()), 2)[0].position for row in range(0, 4_000, 97)] == list(range(0, 4_000, 97))


@pytest.mark.skipif(sys.platform != "linux" or not can_trace(), reason="needs strace")
@pytest.mark.parametrize("error", ["ENOLCK", "ENOSYS", "EOPNOTSUPP"])
def test_on_a_network_disk_without_locks_it_is_read_all_the_same(error: str, tmp_path: Path) -> None:
    write_lexical(tmp_path / "lexical", [Terms(("园区",), ()), Terms(("企业",), ())])
    refused = ["-f", "-o", "/dev/null", "-e", "trace=flock", "-e", f"inject=flock:error={error}:when=1"]
    assert traced(lambda: LexicalIndex(tmp_path / "lexical").search(Terms(("企业",), ()), 5)[0].position, refused) == 1


def test_where_no_lock_can_be_made_it_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_lexical(tmp_path / "lexical", [Terms(("园区",), ("企业",)), Terms(("企业",), ("园区",))])
    names = sorted(path.name for path in (tmp_path / "lexical").iterdir())
    monkeypatch.setattr("os.access", lambda *_: False)
    index = LexicalIndex(tmp_path / "lexical")
    assert [match.position for match in index.search(Terms(("园区",), ()), 5)] == [0]
    assert index.document_frequencies(Terms(("园区",), ("企业",))) == ([1], [1])
    assert sorted(path.name for path in (tmp_path / "lexical").iterdir()) == names


def _wait_until_it_is_open() -> None:
    """tantivy may read a folder once more after it was opened, on a thread of its own: the system would end that, and all tests with it."""
    time.sleep(0.2)
    while "watch-callbacks\n" in _names_of_threads():
        time.sleep(0.05)


def _names_of_threads() -> Iterator[str]:
    for name in Path("/proc/self/task").glob("*/comm"):
        with suppress(OSError):  # of a thread that ended meanwhile
            yield name.read_text()


@pytest.mark.parametrize("suffix", ["term", "idx", "fast"])
def test_a_file_that_is_cut_while_it_is_mapped_is_damage_and_no_end(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "lexical"
    write_lexical(folder, [Terms((f"词{row}",), ("园区",)) for row in range(2_000)])
    index = LexicalIndex(folder)
    _wait_until_it_is_open()
    [file] = folder.glob(f"*.{suffix}")
    os.truncate(file, 10)
    for read in (index.search, lambda terms, _: index.document_frequencies(terms)):
        with pytest.raises(IndexDamaged, match=rf"{file.name} is damaged \(10 of \d+ bytes\): run `parkqa reindex`"):
            read(Terms(("词1999",), ("园区",)), 5)


def test_a_version_that_was_pruned_is_read_to_its_end(tmp_path: Path) -> None:
    write_lexical(tmp_path / "lexical", [Terms(("园区",), ())])
    index = LexicalIndex(tmp_path / "lexical")
    shutil.rmtree(tmp_path / "lexical")
    assert [match.position for match in index.search(Terms(("园区",), ()), 5)] == [0]


class PanicException(BaseException):
    """Has the name of what tantivy raises where it fails itself."""


@pytest.mark.parametrize("error", [ValueError("Lock busy"), PanicException("called `Option::unwrap()` on a `None` value")])
def test_whatever_the_library_fails_with_is_a_failed_write_or_read(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import retrieval.index.in_process.lexical as lexical

    def fail(*_: object, **__: object) -> None:
        raise error

    fail.open = fail  # type: ignore[attr-defined]
    monkeypatch.setattr(lexical.tantivy, "Index", fail)
    with pytest.raises(OSError, match="tantivy"):
        write_lexical(tmp_path / "lexical", [Terms(("园区",), ())])
    with pytest.raises(OSError, match="tantivy"):
        LexicalIndex(tmp_path / "lexical")


def test_a_failure_of_the_library_in_a_search_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PanicException("range end index 900 out of range for slice of length 10")

    write_lexical(tmp_path / "lexical", [Terms(("园区",), ())])
    index = LexicalIndex(tmp_path / "lexical")
    monkeypatch.setattr(index, "_searcher", SimpleNamespace(search=fail))
    with pytest.raises(IndexDamaged, match="out of range"):
        index.search(Terms(("园区",), ()), 5)
