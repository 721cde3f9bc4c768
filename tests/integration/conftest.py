"""Fixtures for tests that run real processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.config import load_settings
from retrieval.factory import open_indexer
from tests.integration.command_line import REPOSITORY, SAMPLE_CORPUS


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the sample corpus, made once; tests only read it."""
    folder = tmp_path_factory.mktemp("sample") / "index"
    settings = load_settings(REPOSITORY / "config.yaml", corpus=SAMPLE_CORPUS, index=folder)
    assert open_indexer(settings).reindex(lambda stage, done, total: None).rejected == ()
    return folder
