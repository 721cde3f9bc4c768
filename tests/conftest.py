"""Fixtures for every test."""

from __future__ import annotations

import pytest

from tests.fakes import HashingEmbedder


@pytest.fixture
def hashing_embedder() -> HashingEmbedder:
    return HashingEmbedder()
