"""What `parkqa doctor` says of the cross-encoder; the other checks run in tests/integration/test_cli.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings.settings import Settings
from bot.terminal.health import CheckResult, examine
from retrieval.settings import EmbeddingSettings, IndexSettings, RerankerSettings
from tests.cross_encoders import write_cross_encoder

Check = Callable[[Path | None], CheckResult]


@pytest.fixture
def result(tiny_model: Path, tmp_path: Path) -> Check:
    def check(model: Path | None) -> CheckResult:
        settings = Settings(
            index=IndexSettings(folder=tmp_path / "index"),
            embedding=EmbeddingSettings(model=str(tiny_model)),
            reranker=RerankerSettings(model=str(model) if model else None),
        )
        return next(found for found in examine(settings) if found.name == "reranker")

    return check


def test_none_is_set(result: Check) -> None:
    assert result(None) == CheckResult("reranker", True, "no cross-encoder is set; none is needed")


def test_one_that_works(result: Check, tmp_path: Path) -> None:
    model = write_cross_encoder(tmp_path / "tiny")
    assert result(model) == CheckResult("reranker", True, f"{model} scores passages, 300 ms a question")


def test_one_that_does_not(result: Check, tmp_path: Path) -> None:
    found = result(tmp_path / "absent")
    assert not found.healthy
    assert "or leave reranker.model empty" in found.detail
