from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.models.model_digest import model_digest


def digest(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return model_digest([path])


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 1_000_000])
def test_a_digest_is_that_of_the_content(tmp_path: Path, size: int) -> None:
    content = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    assert digest(tmp_path / "a", content) == digest(tmp_path / "b", content)
    assert digest(tmp_path / "a", content) != digest(tmp_path / "c", content + b"y")
    if content:
        assert digest(tmp_path / "a", content) != digest(tmp_path / "d", b"z" + content[1:])
        assert digest(tmp_path / "a", content) != digest(tmp_path / "e", content[:-1] + b"!")
