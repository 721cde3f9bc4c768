"""What `parkqa doctor` says of the cross-encoder; the other checks run in tests/integration/test_cli.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings.settings import Settings
from bot.terminal.health import Finding, examine
from retrieval.settings import EmbeddingSettings, IndexSettings, RerankerSettings
from tests.cross_encoders import write_cross_encoder

Look = Callable[[Path | None], Finding]


@pytest.fixture
def finding(tiny_model: Path, tmp_path: Path) -> Look:
    def look(model: Path | None) -> Finding:
        settings = Settings(
            index=IndexSettings(folder=tmp_path / "index"),
            embedding=EmbeddingSettings(model=str(tiny_model)),
            reranker=RerankerSettings(model=str(model) if model else None),
        )
        return next(found for found in examine(settings) if found.name == "reranker")

    return look


def test_none_is_set(finding: Look) -> None:
    assert finding(None) == Finding("reranker", True, "no cross-encoder is set; none is needed")


def test_one_that_works(finding: Look, tmp_path: Path) -> None:
    model = write_cross_encoder(tmp_path / "tiny")
    assert finding(model) == Finding("reranker", True, f"{model} scores passages, 300 ms a question")


def test_one_that_does_not(finding: Look, tmp_path: Path) -> None:
    found = finding(tmp_path / "absent")
    assert not found.healthy
    assert "or leave reranker.model empty" in found.detail
