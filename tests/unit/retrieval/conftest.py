"""Fixtures for the tests of retrieval."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.text.analyzer import Analyzer
from tests.park_reports import REPORTS, publish


@pytest.fixture(scope="session")
def reports_index(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Path:
    """An index of the park reports; tests only read it."""
    folder = tmp_path_factory.mktemp("reports") / "index"
    publish(folder, REPORTS, analyzer)
    return folder
